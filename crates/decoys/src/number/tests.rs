//! Numbers as people write and read them, and their limits.

use super::{ArithmeticError, add, divide, multiply, parse, shown, to_nearest};
use proptest::prelude::*;

fn shown_12(text: &str) -> String {
    shown(parse(text).unwrap(), 12).text
}

#[test]
fn what_people_write_is_read() {
    for (written, number) in [
        ("2.5", 2.5),
        (" -3 ", -3.0),
        ("−0.25", -0.25),
        ("+7", 7.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("1,234,567.5", 1_234_567.5),
        ("3/4", 0.75),
        ("1 1/2", 1.5),
        ("1½", 1.5),
        ("¾", 0.75),
        ("-2⅓", -7.0 / 3.0),
    ] {
        assert_eq!(parse(written), Some(number), "{written}");
    }
}

#[test]
fn what_could_be_misread_is_not_read() {
    for written in [
        "", "-", ".", ",", "3,5", "1,23", ",123", "1234,567", "1.2.3", "1.2,345", "1/0", "1/2/3",
        "a", "1 2", "1 1/2 3", "1.5 1/2", "--1", "½½", "1e5", "٣",
    ] {
        assert_eq!(parse(written), None, "{written}");
    }
    assert_eq!(parse(&"1".repeat(41)), None);
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
        assert_eq!(shown_12(written), text, "{written}");
    }
}

#[test]
fn rounding_is_said() {
    assert!(shown(0.125, 12).exact);
    assert!(shown(0.1 + 0.2, 12).exact);
    assert!(!shown(1.0 / 3.0, 12).exact);
    assert!(!shown(1_234_567.0, 3).exact);
}

#[test]
fn what_is_out_of_range_is_refused_and_nothing_else() {
    let mut large = 1.0;
    for _ in 0..36 {
        large = multiply(large, 10.0).unwrap();
    }
    assert_eq!(multiply(large, 10.0), Err(ArithmeticError::OutOfRange));
    assert_eq!(add(large, large), Err(ArithmeticError::OutOfRange));
    let small = divide(1.0, large).unwrap();
    assert_eq!(shown(small, 12).text, "1 × 10⁻³⁶");
    assert_eq!(shown(multiply(small, large).unwrap(), 12).text, "1");
    assert_eq!(add(large, -large), Ok(0.0));
    assert_eq!(divide(small, 3.0), Err(ArithmeticError::OutOfRange));
    assert_eq!(divide(10.0, 0.0), Err(ArithmeticError::DivisionByZero));
    assert_eq!(divide(0.0, -0.0), Err(ArithmeticError::DivisionByZero));
}

#[test]
fn a_difference_is_what_the_digits_say() {
    for (left, right, difference) in [
        (0.1 + 0.7, 0.8, "0"),
        (100_000.1, 100_000.0, "0.1"),
        (999_999_999_999.1, 999_999_999_999.0, "0.1"),
        (1e20, 1e20 + 1e8, "−100,000,000"),
        (0.001_1, 0.001, "0.0001"),
    ] {
        assert_eq!(shown(add(left, -right).unwrap(), 12).text, difference);
    }
}

#[test]
fn halves_are_rounded_away_from_zero() {
    for (number, nearest) in [(12.5, 15.0), (-12.5, -15.0), (12.4, 10.0), (0.0, 0.0)] {
        assert_eq!(Some(to_nearest(number, 5.0)), Some(nearest));
    }
}

proptest! {
    #[test]
    fn a_decimal_comes_back_as_it_was_written(whole in 0_u64..1_000_000, after in 0_u32..1_000_000) {
        let written = format!("{whole}.{after:06}");
        let back = shown_12(&written).replace(',', "");
        let expected = written.trim_end_matches('0').trim_end_matches('.');
        if whole > 0 || after >= 1 {
            prop_assert_eq!(back, expected);
        }
    }

    #[test]
    fn what_is_shown_is_the_number_to_half_a_unit_of_its_last_digit(
        number in (-10.0..10.0, -36..36).prop_map(|(digits, power)| digits * 10_f64.powi(power)),
        count in 1_u32..=12,
    ) {
        let text = shown(number, count).text.replace(',', "").replace('−', "-");
        let text: String = text.replace(" × 10", "e").chars().map(|c| {
            "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip('0'..).find(|(raised, _)| *raised == c).map_or(c, |(_, digit)| digit)
        }).collect();
        let found: f64 = text.replace('⁻', "-").parse().unwrap();
        let unit = number.abs() * 10_f64.powi(1 - count.cast_signed());
        prop_assert!((found - number).abs() <= unit * 0.506, "{text}");
    }

    #[test]
    fn what_is_written_is_read_as_by_the_standard_library(text in "[0-9]{1,20}(\\.[0-9]{0,19})?") {
        let (found, expected) = (parse(&text).unwrap(), text.parse::<f64>().unwrap());
        prop_assert!((found - expected).abs() <= expected * 4.0 * f64::EPSILON, "{found} {expected}");
    }

    #[test]
    fn a_sum_or_product_can_be_taken_back(a in -1_000_000_000_i32..1_000_000_000, b in 1_i32..1_000_000_000, c in 1_i32..1_000_000_000) {
        let (a, b, c) = (f64::from(a), f64::from(b), f64::from(c));
        let (x, y) = (a / b, b / c);
        let same = |back: f64, size: f64| (back - x).abs() <= size * 1e-13;
        prop_assert!(same(add(add(x, y).unwrap(), -y).unwrap(), x.abs().max(y)));
        prop_assert!(same(multiply(divide(x, y).unwrap(), y).unwrap(), x.abs()));
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,45}") {
        parse(&text).map(|number| shown(number, 12));
    }
}
