//! Amounts that follow the number of portions.

use super::number::{shown, to_nearest};

/// How an amount is measured, which decides how finely it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// On scales.
    Gram,
    /// In a jug.
    Millilitre,
    /// With a small spoon.
    Teaspoon,
    /// With a large one.
    Tablespoon,
    /// Counted: eggs, onions.
    Piece,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 5] = [
        Self::Gram,
        Self::Millilitre,
        Self::Teaspoon,
        Self::Tablespoon,
        Self::Piece,
    ];

    /// Its name in the files of recipes and in the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gram => "g",
            Self::Millilitre => "ml",
            Self::Teaspoon => "tsp",
            Self::Tablespoon => "tbsp",
            Self::Piece => "piece",
        }
    }

    /// The measure with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name() == name)
    }

    const fn is_fine(self) -> bool {
        matches!(self, Self::Gram | Self::Millilitre)
    }
}

/// The fewest portions that anybody cooks for here, and the most.
pub const PORTIONS: (u32, u32) = (1, 24);

/// An amount for so many portions, as it is for other so many.
#[must_use]
pub fn scaled(amount: f64, portions: u32, wanted: u32) -> f64 {
    amount * f64::from(wanted) / f64::from(portions)
}

/// An amount as a cook reads it: `130`, `1½`, `⅓`.
///
/// Grams and millilitres are rounded to fives from 50 on, to whole ones below; spoons and items to the
/// nearest half, third or quarter. Nothing is rounded down to nothing.
#[must_use]
pub fn written(amount: f64, measure: Measure) -> String {
    if measure.is_fine() {
        let step = if amount < 50.0 { 1.0 } else { 5.0 };
        return shown(to_nearest(amount, step).max(step), 12).text;
    }
    let whole = amount.floor();
    let (whole, sign) = match nearest_fraction(amount - whole) {
        Fraction::Nothing if whole == 0.0 => (whole, "¼"),
        Fraction::Nothing => (whole, ""),
        Fraction::Part(sign) => (whole, sign),
        Fraction::One => (whole + 1.0, ""),
    };
    if whole == 0.0 {
        sign.to_owned()
    } else {
        shown(whole, 12).text + sign
    }
}

enum Fraction {
    Nothing,
    Part(&'static str),
    One,
}

/// The half, third or quarter that is nearest to something between 0 and 1: the bounds are the middles.
fn nearest_fraction(rest: f64) -> Fraction {
    let below = |numerator: f64, denominator: f64| rest < numerator / denominator;
    if below(1.0, 8.0) {
        Fraction::Nothing
    } else if below(7.0, 24.0) {
        Fraction::Part("¼")
    } else if below(5.0, 12.0) {
        Fraction::Part("⅓")
    } else if below(7.0, 12.0) {
        Fraction::Part("½")
    } else if below(17.0, 24.0) {
        Fraction::Part("⅔")
    } else if below(7.0, 8.0) {
        Fraction::Part("¾")
    } else {
        Fraction::One
    }
}

/// Whether a recipe has every word that was looked for, each at the beginning of one of its words.
///
/// Letters are taken as they are: both are to be given in small ones. A browser knows those of all scripts, and
/// tables of them would weigh as much as a tool.
#[must_use]
pub fn fits(recipe: &str, wanted: &str) -> bool {
    let is_parted = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric();
    let mut wanted = wanted.split(is_parted).filter(|word| !word.is_empty());
    wanted.all(|word| recipe.split(is_parted).any(|own| own.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::{Measure, fits, scaled, written};
    use crate::number::parse;
    use proptest::prelude::*;

    fn amount(text: &str, measure: Measure, portions: u32, wanted: u32) -> String {
        written(scaled(parse(text).unwrap(), portions, wanted), measure)
    }

    #[test]
    fn amounts_follow_the_portions() {
        use Measure::{Gram, Millilitre, Piece, Tablespoon, Teaspoon};
        for (text, measure, portions, wanted, expected) in [
            ("350", Gram, 4, 4, "350"),
            ("350", Gram, 4, 2, "175"),
            ("350", Gram, 4, 3, "265"),
            ("350", Gram, 4, 1, "90"),
            ("5", Gram, 4, 1, "1"),
            ("1", Gram, 4, 1, "1"),
            ("1200", Millilitre, 4, 24, "7,200"),
            ("1", Piece, 4, 2, "½"),
            ("1", Piece, 4, 6, "1½"),
            ("3", Piece, 4, 3, "2¼"),
            ("2", Piece, 6, 4, "1⅓"),
            ("1/2", Teaspoon, 4, 1, "¼"),
            ("1", Tablespoon, 3, 2, "⅔"),
            ("1 1/2", Tablespoon, 2, 4, "3"),
            ("7/8", Piece, 1, 1, "1"),
        ] {
            assert_eq!(
                amount(text, measure, portions, wanted),
                expected,
                "{text} {portions} {wanted}"
            );
        }
    }

    #[test]
    fn a_word_finds_what_begins_with_it() {
        let recipe = "red lentil soup\nonion, carrots (crème fraîche)";
        for found in [
            "",
            "lentil",
            "lent",
            "soup red",
            "carrot onion",
            " , ",
            "crè",
        ] {
            assert!(fits(recipe, found), "{found}");
        }
        for missed in ["entil", "lentil pie", "1234", "me"] {
            assert!(!fits(recipe, missed), "{missed}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_ever_left_out_or_far_off(numerator in 1_u32..400, wanted in 1_u32..=24) {
            let exact = scaled(f64::from(numerator) / 4.0, 4, wanted);
            let back = parse(&written(exact, Measure::Piece)).unwrap();
            prop_assert!(back > 0.0);
            let off = back - exact;
            prop_assert!((-0.125..=0.25).contains(&off), "{off:?}");
        }
    }
}
