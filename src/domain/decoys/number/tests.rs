//! Numbers as people write and read them, and their limits.

use super::{Number, NumberFault};
use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::Signed as _;
use proptest::prelude::*;

fn shown(text: &str) -> String {
    Number::parse(text).unwrap().shown(12).text
}

#[test]
fn what_people_write_is_read() {
    for (written, number) in [
        ("2.5", Number::fraction(5, 2)),
        (" -3 ", Number::whole(-3)),
        ("−0.25", Number::fraction(-1, 4)),
        ("+7", Number::whole(7)),
        (".5", Number::fraction(1, 2)),
        ("5.", Number::whole(5)),
        ("1,234,567.5", Number::fraction(2_469_135, 2)),
        ("3/4", Number::fraction(3, 4)),
        ("1 1/2", Number::fraction(3, 2)),
        ("1½", Number::fraction(3, 2)),
        ("¾", Number::fraction(3, 4)),
        ("-2⅓", Number::fraction(-7, 3)),
    ] {
        assert_eq!(Number::parse(written), Some(number), "{written}");
    }
}

#[test]
fn what_could_be_misread_is_not_read() {
    for written in [
        "", "-", ".", ",", "3,5", "1,23", ",123", "1234,567", "1.2.3", "1.2,345", "1/0", "1/2/3",
        "a", "1 2", "1 1/2 3", "1.5 1/2", "--1", "½½", "1e5", "٣",
    ] {
        assert_eq!(Number::parse(written), None, "{written}");
    }
    assert_eq!(Number::parse(&"1".repeat(41)), None);
}

#[test]
fn numbers_are_shown_as_on_a_desk() {
    for (written, text) in [
        ("0", "0"),
        ("-0", "0"),
        ("1234567.5", "1,234,567.5"),
        ("-1000", "−1,000"),
        ("100", "100"),
        ("999999999999", "999,999,999,999"),
        ("1000000000000", "1 × 10¹²"),
        ("1234567890123", "1.23456789012 × 10¹²"),
        ("9999999999999", "1 × 10¹³"),
        ("0.000001", "0.000001"),
        ("0.00000012", "1.2 × 10⁻⁷"),
        ("1/3", "0.333333333333"),
        ("2/3", "0.666666666667"),
        ("0.1234567890125", "0.123456789013"),
    ] {
        assert_eq!(shown(written), text, "{written}");
    }
}

#[test]
fn rounding_is_said() {
    assert!(Number::fraction(1, 8).shown(12).exact);
    assert!(!Number::fraction(1, 3).shown(12).exact);
    assert!(!Number::whole(1_234_567).shown(3).exact);
}

#[test]
fn what_is_out_of_range_is_refused_and_nothing_else() {
    let ten = Number::whole(10);
    let mut large = Number::whole(1);
    for _ in 0..36 {
        large = large.times(&ten).unwrap();
    }
    assert_eq!(large.times(&ten), Err(NumberFault::OutOfRange));
    assert_eq!(large.plus(&large), Err(NumberFault::OutOfRange));
    let small = Number::whole(1).over(&large).unwrap();
    assert_eq!(small.shown(12).text, "1 × 10⁻³⁶");
    assert_eq!(small.times(&large).unwrap(), Number::whole(1));
    assert_eq!(large.minus(&large).unwrap(), Number::zero());
    let third = Number::fraction(1, 3);
    assert_eq!(small.times(&third), Err(NumberFault::OutOfRange));
    assert_eq!(ten.over(&Number::zero()), Err(NumberFault::DivisionByZero));
}

#[test]
fn a_fraction_that_grows_without_end_is_rounded_where_nobody_sees_it() {
    let mut number = Number::whole(1);
    let factor = Number::fraction(999_999_999_989, 999_999_999_961);
    for _ in 0..400 {
        number = number.times(&factor).unwrap();
    }
    for _ in 0..400 {
        number = number.over(&factor).unwrap();
    }
    let off = number.minus(&Number::whole(1)).unwrap();
    let limit = Number::fraction(1, 1_000_000_000_000);
    assert!(off < limit && off.negated() < limit, "{off:?}");
}

/// The number as a fraction of numbers without any limit.
fn unlimited(number: &Number) -> Ratio<BigInt> {
    Ratio::new(BigInt::from(number.above), BigInt::from(number.below))
}

proptest! {
    #[test]
    fn a_decimal_comes_back_as_it_was_written(whole in 0_u64..1_000_000, after in 0_u32..1_000_000) {
        let written = format!("{whole}.{after:06}");
        let back = shown(&written).replace(',', "");
        let expected = written.trim_end_matches('0').trim_end_matches('.');
        if whole > 0 || after >= 1 {
            prop_assert_eq!(back, expected);
        }
    }

    #[test]
    fn what_is_too_long_agrees_with_fractions_of_any_length_to_the_digits_that_are_shown(
        a in 1_i64.., b in 1_i64.., c in 1_i64.., d in 1_i64.., step in 0_usize..4,
    ) {
        // Two long numbers, the products of two each.
        let (x, y) = (Number::fraction(a, b), Number::fraction(c, d));
        let (x, y) = (x.times(&y).unwrap(), x.over(&y).unwrap());
        let (long_x, long_y) = (unlimited(&x), unlimited(&y));
        let (found, exact) = match step {
            0 => (x.plus(&y), long_x + long_y),
            1 => (x.times(&y), long_x * long_y),
            2 => (x.over(&y), long_x / long_y),
            _ => (x.minus(&y.negated()), long_x + long_y),
        };
        if let Ok(found) = found {
            let off = (unlimited(&found) - &exact).abs() * BigInt::from(10_000_000_000_000_i64);
            prop_assert!(off <= exact.abs());
        } else {
            let large = Ratio::from_integer(BigInt::from(10).pow(36));
            let small = Ratio::from_integer(BigInt::from(10).pow(22)).recip();
            prop_assert!(exact > large || exact < small, "{exact}");
        }
    }

    #[test]
    fn the_first_digits_are_those_of_the_number(a in 1_i64.., b in 1_i64.., count in 1_u32..=36) {
        let number = Number::fraction(a, b);
        let digits = number.digits(count);
        let ten = |power: i32| Ratio::from_integer(BigInt::from(10)).pow(power);
        let last = ten(digits.power + 1 - count.cast_signed());
        let found = Ratio::from_integer(BigInt::from(digits.mantissa)) * &last;
        let off = (&found - unlimited(&number)).abs();
        prop_assert!(off.clone() * BigInt::from(2) <= last, "{digits:?}");
        prop_assert_eq!(off == Ratio::from_integer(BigInt::ZERO), digits.exact);
        prop_assert_eq!(digits.mantissa.ilog10() + 1, count);
    }

    #[test]
    fn the_larger_of_two_numbers_is_the_larger_of_two_fractions_of_any_length(
        a in any::<i64>(), b in 1_i64.., c in any::<i64>(), d in 1_i64.., close in any::<bool>(),
    ) {
        // Two that differ in their last digits alone, or any two.
        let c = if close { a.saturating_add(c % 3) } else { c };
        let d = if close { b.saturating_add(d % 2) } else { d };
        let (x, y) = (Number::fraction(a, b), Number::fraction(c, d));
        prop_assert_eq!(x.cmp(&y), unlimited(&x).cmp(&unlimited(&y)));
        prop_assert_eq!(x.cmp(&x.floor()).is_eq(), *unlimited(&x).denom() == BigInt::from(1));
        prop_assert_eq!(unlimited(&x.floor()), unlimited(&x).floor());
        prop_assert_eq!(unlimited(&x.to_nearest(&Number::whole(1))), unlimited(&x).round());
    }

    #[test]
    fn a_sum_or_product_can_be_taken_back(a in -1_000_000_000_i64..1_000_000_000, b in 1_i64..1_000_000_000, c in 1_i64..1_000_000_000) {
        let (x, y) = (Number::fraction(a, b), Number::fraction(b, c));
        prop_assert_eq!(x.plus(&y).unwrap().minus(&y).unwrap(), x.clone());
        prop_assert_eq!(x.over(&y).unwrap().times(&y).unwrap(), x);
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,45}") {
        Number::parse(&text).map(|number| number.shown(12));
    }
}
