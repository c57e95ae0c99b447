//! The format of island props: plain lines, one item per line.
//!
//! [`props!`](crate::props) declares a struct together with its writer and its reader, from one list of fields, so
//! that the two cannot differ in order. Why it is not `serde`: see the macro.

use std::str::Split;

use super::matching::Candidate;
use super::opening::{Almanac, Day, Timetable};
use super::place::Region;

pub use crate::props;

/// Separator of items. No item contains it.
const NEWLINE: char = '\n';

/// A value that is written as one or more lines.
pub trait Props: Sized {
    /// Appends the lines of the value.
    fn write(&self, lines: &mut Vec<String>);

    /// Reads what [`Self::write`] wrote. `None` if lines are missing or malformed.
    fn read(lines: &mut Split<'_, char>) -> Option<Self>;

    /// Serialises the value.
    #[must_use]
    fn to_lines(&self) -> String {
        let mut lines = Vec::new();
        self.write(&mut lines);
        lines.join("\n")
    }

    /// Parses the output of [`Self::to_lines`]. `None` if lines are missing, left over or malformed.
    #[must_use]
    fn from_lines(lines: &str) -> Option<Self> {
        let mut lines = lines.split(NEWLINE);
        let value = Self::read(&mut lines)?;
        lines.next().is_none().then_some(value)
    }
}

/// Declares a struct whose fields all implement [`Props`](crate::props::Props), and implements it for the
/// struct: the fields in the order of the list. `Props` has to be in scope.
///
/// Why not `serde` with `postcard`: its bytes would need base64 in the attribute, which hides from brotli the words that
/// the props share with the page. With the same lines in base64 the first view grows by 5,644 bytes, from 72,356 to
/// 78,000; its budget is 76,800.
#[macro_export]
macro_rules! props {
    (
        $(#[$attribute:meta])*
        $visibility:vis struct $name:ident {
            $($(#[$field_attribute:meta])* $field_visibility:vis $field:ident: $kind:ty,)+
        }
    ) => {
        $(#[$attribute])*
        $visibility struct $name {
            $($(#[$field_attribute])* $field_visibility $field: $kind,)+
        }

        impl Props for $name {
            fn write(&self, lines: &mut Vec<String>) {
                $(self.$field.write(lines);)+
            }

            fn read(lines: &mut std::str::Split<'_, char>) -> Option<Self> {
                Some(Self { $($field: Props::read(lines)?,)+ })
            }
        }
    };
}

impl Props for String {
    fn write(&self, lines: &mut Vec<String>) {
        lines.push(self.clone());
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        lines.next().map(str::to_owned)
    }
}

impl Props for usize {
    fn write(&self, lines: &mut Vec<String>) {
        lines.push(self.to_string());
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        lines.next()?.parse().ok()
    }
}

/// The number of items, then each.
impl<T: Props> Props for Vec<T> {
    fn write(&self, lines: &mut Vec<String>) {
        self.len().write(lines);
        for item in self {
            item.write(lines);
        }
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        (0..usize::read(lines)?).map(|_| T::read(lines)).collect()
    }
}

/// As a list of one item or none.
impl<T: Props> Props for Option<T> {
    fn write(&self, lines: &mut Vec<String>) {
        usize::from(self.is_some()).write(lines);
        if let Some(value) = self {
            value.write(lines);
        }
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        match usize::read(lines)? {
            0 => Some(None),
            1 => T::read(lines).map(Some),
            _ => None,
        }
    }
}

/// A list of numbers, in one line.
impl Props for Vec<i64> {
    fn write(&self, lines: &mut Vec<String>) {
        let numbers: Vec<String> = self.iter().map(ToString::to_string).collect();
        lines.push(numbers.join(" "));
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        let numbers = lines.next()?.split_ascii_whitespace();
        numbers.map(|number| number.parse().ok()).collect()
    }
}

impl Props for Candidate {
    fn write(&self, lines: &mut Vec<String>) {
        self.numbers().write(lines);
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        Self::from_numbers(&Vec::<i64>::read(lines)?)
    }
}

impl Props for Timetable {
    fn write(&self, lines: &mut Vec<String>) {
        Vec::from(self.clone()).write(lines);
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        Self::try_from(Vec::<i64>::read(lines)?).ok()
    }
}

impl Props for Almanac {
    fn write(&self, lines: &mut Vec<String>) {
        Vec::from(self.clone()).write(lines);
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        Self::try_from(Vec::<i64>::read(lines)?).ok()
    }
}

/// Two days: when a fact was checked, and when it is to be checked again.
impl Props for (Day, Day) {
    fn write(&self, lines: &mut Vec<String>) {
        vec![self.0.number(), self.1.number()].write(lines);
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        match *Vec::<i64>::read(lines)? {
            [first, second] => Some((Day::from_number(first), Day::from_number(second))),
            _ => None,
        }
    }
}

impl Props for Region {
    fn write(&self, lines: &mut Vec<String>) {
        (*self as usize).write(lines);
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        Self::ALL.get(usize::read(lines)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::Props;

    props! {
        /// Fixture.
        #[derive(Debug, Clone, PartialEq, Eq)]
        struct Card {
            title: String,
            answers: Vec<String>,
            numbers: Vec<i64>,
            note: Option<String>,
            last: usize,
        }
    }

    fn card(note: Option<&str>) -> Card {
        Card {
            title: "Size?".into(),
            answers: vec!["Small".into(), String::new()],
            numbers: vec![],
            note: note.map(str::to_owned),
            last: 3,
        }
    }

    #[test]
    fn every_field_comes_back_in_its_place() {
        for card in [card(None), card(Some("Bigger"))] {
            assert_eq!(Card::from_lines(&card.to_lines()), Some(card));
        }
        assert_eq!(card(None).to_lines(), "Size?\n2\nSmall\n\n\n0\n3");
    }

    #[test]
    fn missing_and_left_over_lines_are_refused() {
        let lines = card(Some("Bigger")).to_lines();
        for (place, _) in lines.split('\n').enumerate() {
            let mut fewer: Vec<&str> = lines.split('\n').collect();
            fewer.remove(place);
            assert_eq!(Card::from_lines(&fewer.join("\n")), None, "{place}");
        }
        assert_eq!(Card::from_lines(&format!("{lines}\n")), None);
        assert_eq!(Card::from_lines(&lines.replace("\n2\n", "\nx\n")), None);
    }
}
