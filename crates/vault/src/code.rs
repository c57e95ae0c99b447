//! Codes of digits: which ones are easy to guess, and making one that is not.
//!
//! A code is 6 to 12 digits. The rules follow what is known of how people choose PINs (Wang, Gu, Huang and Wang,
//! “Understanding human-chosen PINs”, 2017; Markert and others, “This PIN can be easily guessed”, 2020): dates first,
//! then repeats, then rows of digits, then shapes on the keys. Of all codes of 6 digits they refuse fewer than a fifth.

use crate::store::RandomError;

/// Why a code is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeakCode {
    /// Not 6 to 12 digits.
    Malformed,
    /// A date.
    Date,
    /// One or two digits, a part that comes again, or the same forwards and backwards.
    Repeat,
    /// Digits, or numbers of two to four digits, that go up or down by equal steps.
    Row,
    /// Neighbours or lines on the keys of a phone or a calculator.
    Shape,
    /// A well-known number.
    Known,
}

/// The length of a code that is offered ready-made, in digits.
pub const READY_MADE_LENGTH: usize = 8;

/// Numbers that people know by heart, and the one that leads to the set-up page.
const KNOWN: [&str; 9] = [
    "112358", "314159", "3141592", "31415926", "271828", "27182818", "161803", "141421", "142857",
];

/// Checks a code.
///
/// # Errors
///
/// The first reason to refuse it.
pub fn check(code: &str) -> Result<(), WeakCode> {
    if !(6..=12).contains(&code.len()) {
        return Err(WeakCode::Malformed);
    }
    let digits = code.chars().map(|digit| digit.to_digit(10));
    let digits: Vec<u32> = digits.collect::<Option<_>>().ok_or(WeakCode::Malformed)?;
    let weak = [
        (KNOWN.contains(&code), WeakCode::Known),
        (repeats(&digits), WeakCode::Repeat),
        (is_row(&digits), WeakCode::Row),
        (is_shape(&digits), WeakCode::Shape),
        (is_date(&digits), WeakCode::Date),
    ];
    match weak.into_iter().find(|(found, _)| *found) {
        Some((_, weakness)) => Err(weakness),
        None => Ok(()),
    }
}

/// Makes a code of [`READY_MADE_LENGTH`] digits, each of those that [`check`] accepts as likely as any other.
///
/// # Errors
///
/// The error of `random`, which fills a buffer with random bytes.
pub fn ready_made(
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<String, RandomError> {
    loop {
        let mut code = String::new();
        while code.len() < READY_MADE_LENGTH {
            let mut byte = [0];
            random(&mut byte)?;
            // Of 256 values the first 250 give every digit equally often.
            let [byte] = byte;
            if byte < 250 {
                code.extend(char::from_digit(u32::from(byte % 10), 10));
            }
        }
        if check(&code).is_ok() {
            return Ok(code);
        }
    }
}

fn repeats(digits: &[u32]) -> bool {
    let different = (0..=9).filter(|digit| digits.contains(digit)).count();
    let has_period = |period: usize| {
        let later = digits.iter().skip(period);
        later.zip(digits).all(|(one, other)| one == other)
    };
    different <= 2
        || (1..=digits.len() / 2).any(has_period)
        || digits.iter().eq(digits.iter().rev())
}

/// Whether the whole is made of runs like 456 and 321, or of numbers with equal steps between them, like 10 20 30.
fn is_row(digits: &[u32]) -> bool {
    let runs = consists_of(digits, &|part| {
        [0, 1, 9].into_iter().any(|step| has_step(part, step))
    });
    let odd_or_even = [2, 8].into_iter().any(|step| has_step(digits, step));
    runs || odd_or_even || (2..=4).any(|size| numbers_have_steps(digits, size))
}

/// Whether each digit is the one before it and `step`, counted from 9 to 0.
fn has_step(digits: &[u32], step: u32) -> bool {
    pairs(digits).all(|(one, next)| (one + step) % 10 == next)
}

fn numbers_have_steps(digits: &[u32], size: usize) -> bool {
    let chunks = digits.chunks_exact(size);
    if !chunks.remainder().is_empty() || chunks.len() < 3 {
        return false;
    }
    let numbers: Vec<i64> = chunks
        .map(|chunk| {
            chunk
                .iter()
                .fold(0, |number, digit| number * 10 + i64::from(*digit))
        })
        .collect();
    let mut steps: Vec<i64> = pairs(&numbers).map(|(one, next)| next - one).collect();
    steps.dedup();
    steps.len() == 1
}

/// Whether a path over the keys goes to a neighbour each time, or the whole is made of straight lines of keys, or of the
/// corners.
fn is_shape(digits: &[u32]) -> bool {
    [PHONE, CALCULATOR].into_iter().any(|place| {
        let near = |one: u32, next: u32| {
            let ((x, y), (to_x, to_y)) = (place(one), place(next));
            (to_x - x).abs() <= 1 && (to_y - y).abs() <= 1
        };
        pairs(digits).all(|(one, next)| near(one, next))
            || consists_of(digits, &|part| is_line(part, place))
    }) || digits.iter().all(|digit| [1, 3, 7, 9].contains(digit))
}

/// Column and row of a key, from 0 at the top left.
type Place = fn(u32) -> (i64, i64);

/// The keys of a phone: 1 2 3 at the top, 0 below 8.
const PHONE: Place = |digit| match digit {
    0 => (1, 3),
    digit => (i64::from(digit - 1) % 3, i64::from(digit - 1) / 3),
};

/// The keys of a calculator: 7 8 9 at the top, 0 below 1.
const CALCULATOR: Place = |digit| match digit {
    0 => (0, 3),
    digit => (i64::from(digit - 1) % 3, 2 - i64::from(digit - 1) / 3),
};

fn is_line(digits: &[u32], place: Place) -> bool {
    let steps = pairs(digits).map(|(one, next)| {
        let ((x, y), (to_x, to_y)) = (place(one), place(next));
        (to_x - x, to_y - y)
    });
    let mut steps: Vec<_> = steps.collect();
    steps.dedup();
    steps.len() == 1
        && steps
            .iter()
            .all(|step| step.0.abs() <= 1 && step.1.abs() <= 1)
}

/// Whether `digits` is one part after another, each of three or more digits, for which `is_part` holds.
fn consists_of(digits: &[u32], is_part: &dyn Fn(&[u32]) -> bool) -> bool {
    digits.is_empty()
        || (3..=digits.len()).any(|length| {
            digits
                .split_at_checked(length)
                .is_some_and(|(part, rest)| is_part(part) && consists_of(rest, is_part))
        })
}

fn pairs<T: Copy>(items: &[T]) -> impl Iterator<Item = (T, T)> {
    items.iter().copied().zip(items.iter().copied().skip(1))
}

/// Whether it is a day, with a year of two or four digits, or a month of a year, in any order in which people write them.
fn is_date(digits: &[u32]) -> bool {
    const ORDERS: [&str; 11] = [
        "ddmmyy", "mmddyy", "yymmdd", "mmyyyy", "yyyymm", "dmyyyy", "ddmyyyy", "dmmyyyy",
        "ddmmyyyy", "mmddyyyy", "yyyymmdd",
    ];
    ORDERS.into_iter().any(|order| {
        let field = |name: char| {
            let letters = order
                .chars()
                .zip(digits)
                .filter(|(letter, _)| *letter == name);
            letters.fold((0, 0), |(number, length), (_, digit)| {
                (number * 10 + digit, length + 1)
            })
        };
        let ((day, days), (month, _), (year, years)) = (field('d'), field('m'), field('y'));
        order.len() == digits.len()
            && (days == 0 || (1..=31).contains(&day))
            && (1..=12).contains(&month)
            && (years == 2 || (1900..2100).contains(&year))
    })
}

#[cfg(test)]
mod tests {
    use super::{READY_MADE_LENGTH, WeakCode, check, ready_made};
    use crate::store::RandomError;

    #[test]
    fn a_weak_code_is_refused_with_its_reason() {
        // The first reason of those that apply.
        let codes = [
            (WeakCode::Malformed, "12345 1234567890123 12a456 ١٢٣٤٥٦"),
            (WeakCode::Known, "112358 314159 27182818"),
            (
                WeakCode::Repeat,
                "777777 121212 123123 1231231 112211 100100",
            ),
            (WeakCode::Repeat, "48277284 482748274827 111222 12344321"),
            (
                WeakCode::Row,
                "123456 987654 890123 135791 246802 123789 456123",
            ),
            (WeakCode::Row, "112233 102030 010203 111222333444 100200300"),
            (
                WeakCode::Shape,
                "147258 741852 159357 258096 258085 2580147",
            ),
            (WeakCode::Shape, "137913 125896"),
            (WeakCode::Date, "270614 062714 140627 061984 198406 171968"),
            (WeakCode::Date, "27061984 06271984 19840627 2761984"),
        ];
        for (weakness, codes) in codes {
            for code in codes.split(' ') {
                assert_eq!(check(code), Err(weakness), "{code}");
            }
        }
        for code in [
            "402957",
            "680491",
            "390640",
            "48273905",
            "730284",
            "482917350628",
            "320694",
            "27131984",
        ] {
            assert_eq!(check(code), Ok(()), "{code}");
        }
    }

    #[test]
    fn fewer_than_a_fifth_of_the_shortest_codes_are_refused() {
        // One in 97: of all of them it was 189,504 of 1,000,000.
        let codes = (0..1_000_000).step_by(97);
        let all = codes.clone().count();
        let refused = codes.filter(|code| check(&format!("{code:06}")).is_err());
        let refused = refused.count();
        assert!((all / 6..all / 5).contains(&refused), "{refused} of {all}");
    }

    #[test]
    fn a_ready_made_code_is_accepted_and_takes_its_digits_from_the_bytes() {
        // The first eight digits are a row; bytes of 250 and more are passed over.
        let bytes = [1, 2, 3, 4, 5, 6, 7, 8, 255, 250, 4, 18, 2, 7, 93, 9, 0, 5];
        let mut bytes = bytes.into_iter();
        let mut random = |buffer: &mut [u8]| -> Result<(), RandomError> {
            for place in buffer {
                *place = bytes.next().ok_or(RandomError)?;
            }
            Ok(())
        };
        let code = ready_made(&mut random).unwrap();
        assert_eq!(code, "48273905");
        assert_eq!(code.len(), READY_MADE_LENGTH);
        assert_eq!(ready_made(&mut random), Err(RandomError));
    }
}
