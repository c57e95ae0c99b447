//! The calculator against school books, and against whole numbers worked out by the book.

use super::{Calculator, Key};
use crate::number::ArithmeticError;
use proptest::prelude::*;

/// The calculator after some keys, by their names.
fn after(keys: &str) -> Calculator {
    let mut calculator = Calculator::default();
    for name in keys.chars().filter(|name| *name != ' ') {
        calculator.press(Key::from_name(name).unwrap());
    }
    calculator
}

fn shows(keys: &str) -> String {
    after(keys).display().number.unwrap()
}

fn line(keys: &str) -> String {
    after(keys).display().line
}

#[test]
fn results_have_no_binary_rounding() {
    for (keys, number) in [
        ("0.1+0.2=", "0.3"),
        ("1/3*3=", "1"),
        ("2/3=", "0.666666666667"),
        ("2/3=*3=", "2"),
        ("0.7+0.1-0.8=", "0"),
        ("1/9801*9801-1=", "0"),
        ("999999999999+1=", "1 × 10¹²"),
        ("999999999999*999999999999=", "9.99999999998 × 10²³"),
        ("1.005*1000=", "1,005"),
    ] {
        assert_eq!(shows(keys), number, "{keys}");
    }
}

#[test]
fn times_and_over_come_before_plus_and_minus() {
    for (keys, number) in [
        ("2+3*4=", "14"),
        ("2*3+4*5=", "26"),
        ("10-4/2=", "8"),
        ("1+2*3+", "7"),
        ("1+2*3*", "6"),
        ("1+2*3+*4=", "25"),
        ("1+2+*4=", "9"),
        ("8/4/2=", "1"),
        ("10-3-2=", "5"),
    ] {
        assert_eq!(shows(keys), number, "{keys}");
    }
}

#[test]
fn an_operator_pressed_by_mistake_is_replaced() {
    assert_eq!(shows("6+-*2="), "12");
    assert_eq!(line("6+-*"), "6 ×");
}

#[test]
fn equals_again_does_the_last_step_again() {
    for (keys, number) in [
        ("2+3=", "5"),
        ("2+3==", "8"),
        ("2+3===", "11"),
        ("2+3*4==", "56"),
        ("100/2===", "12.5"),
        ("2+3=7=", "10"),
        ("5+=", "10"),
        ("5*==", "125"),
        ("=", "0"),
        ("7=", "7"),
        ("2+3=c4=", "4"),
    ] {
        assert_eq!(shows(keys), number, "{keys}");
    }
}

#[test]
fn a_result_can_be_gone_on_with_or_begun_anew() {
    assert_eq!(shows("2+3=*2="), "10");
    assert_eq!(shows("2+3=7*2="), "14");
    assert_eq!(shows("2+3=."), "0.");
    assert_eq!(shows("2+3=n"), "−5");
    assert_eq!(shows("2+3=b"), "5");
}

#[test]
fn percent_is_a_hundredth_or_a_part_of_what_stands_before() {
    for (keys, number) in [
        ("50%", "0.5"),
        ("50+10%", "5"),
        ("50+10%=", "55"),
        ("200-15%=", "170"),
        ("80*25%=", "20"),
        ("30/50%=", "60"),
        ("100+50+10%=", "165"),
        ("50+10%+1=", "56"),
        ("50+10%7=", "57"),
    ] {
        assert_eq!(shows(keys), number, "{keys}");
    }
}

#[test]
fn a_number_is_typed_and_taken_back_digit_by_digit() {
    for (keys, number) in [
        ("007", "7"),
        ("1234567", "1,234,567"),
        ("1234567890123", "123,456,789,012"),
        ("1.50", "1.50"),
        ("1..5", "1.5"),
        (".", "0."),
        ("12b", "1"),
        ("12bb", "0"),
        ("12bbb3", "3"),
        ("1.2bb", "1"),
        ("5n", "−5"),
        ("5nn", "5"),
        ("5nb", "0"),
        ("5+n3=", "2"),
        ("5n+3=", "−2"),
        ("0.000000000001", "0.00000000000"),
    ] {
        assert_eq!(shows(keys), number, "{keys}");
    }
}

#[test]
fn dividing_by_zero_says_so_and_hurts_nothing() {
    for keys in ["1/0=", "1/0+", "0/0=", "5+1/0*", "2/n0="] {
        assert_eq!(
            after(keys).display().number,
            Err(ArithmeticError::DivisionByZero),
            "{keys}"
        );
    }
    assert_eq!(shows("1/0=2+3="), "5");
    assert_eq!(shows("1/0=c"), "0");
    assert_eq!(line("1/0="), "");
}

#[test]
fn what_is_too_large_says_so() {
    assert_eq!(shows("999999999999*="), "9.99999999998 × 10²³");
    assert_eq!(
        after("999999999999*=*=").display().number,
        Err(ArithmeticError::OutOfRange)
    );
}

#[test]
fn the_line_says_what_leads_to_the_number() {
    assert_eq!(line("2+3*"), "2 + 3 ×");
    assert_eq!(line("2+3*4="), "2 + 3 × 4 =");
    assert_eq!(line("2+3=="), "5 + 3 =");
    assert_eq!(line("2+3=7"), "");
    assert_eq!(line("2+3=*"), "5 ×");
    assert!(line(&"123456789*".repeat(9)).chars().count() < 70);
}

#[test]
fn equals_says_which_keys_were_pressed_whatever_came_of_it() {
    let mut calculator = Calculator::default();
    let mut press = |keys: &str| {
        let pressed = keys
            .chars()
            .map(|name| calculator.press(Key::from_name(name).unwrap()));
        pressed.last().unwrap()
    };
    assert_eq!(press("0042="), Some("0042".into()));
    assert_eq!(press("12+34="), Some("12+34".into()));
    assert_eq!(press("="), Some(String::new()));
    assert_eq!(press("99c13b7="), Some("17".into()));
    assert_eq!(press("1/0="), Some("1/0".into()));
    assert_eq!(press("12"), None);
    assert_eq!(press("="), Some("12".into()));
    let long = "1".repeat(80);
    assert_eq!(press(&format!("{long}=")), Some("1".repeat(64)));
}

/// A fraction of whole numbers. Those below have four digits, seven of which multiplied have 28 and fit.
#[derive(Debug, Clone, Copy)]
struct Exact(i128, i128);

/// The value of numbers and the operators between them, by the book: first the products, then the sums. With it
/// comes the largest of the products: the digits of a sum are those of the larger number.
#[expect(clippy::cast_precision_loss, reason = "what is compared has 12 digits")]
fn by_the_book(first: Exact, rest: &[(char, Exact)]) -> (f64, f64) {
    let mut terms = vec![first];
    for (operator, number) in rest {
        let last = terms.last_mut().unwrap();
        match operator {
            '+' => terms.push(*number),
            '-' => terms.push(Exact(-number.0, number.1)),
            '*' => *last = Exact(last.0 * number.0, last.1 * number.1),
            _ => *last = Exact(last.0 * number.1, last.1 * number.0),
        }
    }
    let value = |Exact(above, below): Exact| above as f64 / below as f64;
    let sum = terms.iter().fold(Exact(0, 1), |sum, term| {
        Exact(sum.0 * term.1 + term.0 * sum.1, sum.1 * term.1)
    });
    let products = terms.into_iter().map(|term| value(term).abs());
    (value(sum), products.fold(0.0, f64::max))
}

/// Reads what the display shows.
fn read(text: &str) -> f64 {
    let (mantissa, power) = text.split_once(" × 10").unwrap_or((text, ""));
    let digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let power: String = power
        .chars()
        .map(|c| match digits.chars().position(|digit| digit == c) {
            Some(value) => char::from_digit(u32::try_from(value).unwrap(), 10).unwrap(),
            None => '-',
        })
        .collect();
    let mantissa = mantissa.replace(',', "").replace('−', "-");
    format!("{mantissa}e{}", if power.is_empty() { "0" } else { &power })
        .parse()
        .unwrap()
}

fn a_number() -> impl Strategy<Value = (String, Exact)> {
    (0_i128..10_000, 0_u32..3).prop_map(|(digits, places)| {
        let padded = format!("{digits:05}");
        let (before, after) = padded.split_at(5 - usize::try_from(places).unwrap());
        (
            format!("{before}.{after}"),
            Exact(digits, 10_i128.pow(places)),
        )
    })
}

fn a_step() -> impl Strategy<Value = (char, (String, Exact))> {
    let operator = prop::sample::select(vec!['+', '-', '*', '/']);
    (operator, a_number()).prop_filter("divides by zero", |(operator, (_, number))| {
        *operator != '/' || number.0 != 0
    })
}

proptest! {
    #[test]
    fn any_sum_agrees_with_fractions_of_whole_numbers(
        first in a_number(),
        rest in prop::collection::vec(a_step(), 0..6),
    ) {
        let mut keys = first.0.clone();
        for (operator, (written, _)) in &rest {
            keys.push(*operator);
            keys.push_str(written);
        }
        keys.push('=');
        let numbers: Vec<_> = rest.iter().map(|(operator, (_, number))| (*operator, *number)).collect();
        let shown = read(&shows(&keys));
        let (exact, largest) = by_the_book(first.1, &numbers);
        // Half a unit of the twelfth digit after rounding to 14, and the rounding of sums to 14.
        let off = (shown - exact).abs();
        prop_assert!(off <= exact.abs() * 0.506e-11 + largest * 1e-12, "{}: {} is not {}", keys, shown, exact);
    }

    #[test]
    fn no_keys_make_it_panic(names in "[0-9.n%+*/=bc-]{0,60}") {
        prop_assert!(after(&names).display().line.chars().count() < 120);
    }

    #[test]
    fn clear_begins_anew_whatever_was_before(names in "[0-9.n%+*/=b-]{0,30}") {
        prop_assert_eq!(after(&format!("{names}c")), Calculator::default());
    }
}
