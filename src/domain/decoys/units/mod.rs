//! Turning one unit into another, exactly.

mod table;

pub use table::UNITS;

use super::number::{Number, NumberFault, Shown};

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// How long.
    Length,
    /// How heavy.
    Weight,
    /// How much of something that is poured.
    Volume,
    /// How warm.
    Temperature,
    /// How large a surface.
    Area,
    /// How fast.
    Speed,
    /// Spoons and cups.
    Cooking,
    /// How hot an oven.
    Oven,
}

impl Kind {
    /// Every kind, in the order of the list.
    pub const ALL: [Self; 8] = [
        Self::Length,
        Self::Weight,
        Self::Volume,
        Self::Temperature,
        Self::Area,
        Self::Speed,
        Self::Cooking,
        Self::Oven,
    ];

    /// Its name in the page and in the file of words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::Weight => "weight",
            Self::Volume => "volume",
            Self::Temperature => "temperature",
            Self::Area => "area",
            Self::Speed => "speed",
            Self::Cooking => "cooking",
            Self::Oven => "oven",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Its units, in the order of the list.
    pub fn units(self) -> impl Iterator<Item = &'static Unit> {
        UNITS.iter().filter(move |unit| unit.kind == self)
    }

    /// The unit of this kind with this name.
    #[must_use]
    pub fn unit(self, name: &str) -> Option<&'static Unit> {
        self.units().find(|unit| unit.name == name)
    }
}

/// A fraction of two whole numbers, as it stands in the table.
pub type Fraction = (i64, i64);

/// A unit: so many of a base unit, and from where they are counted.
#[derive(Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its name in the page and in the file of words.
    pub name: &'static str,
    /// What it measures.
    pub kind: Kind,
    /// How many base units one of it is: metres, kilograms, litres, kelvins, square metres, metres in a
    /// second, millilitres.
    pub factor: Fraction,
    /// How many base units its zero is.
    pub zero: Fraction,
    /// What results are rounded to, where a finer one would mean nothing: a dial has no 176.7.
    pub step: Option<i64>,
    /// The first and the last that there is.
    pub range: Option<(i64, i64)>,
}

/// Why a number has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConvertFault {
    /// The two do not measure the same.
    #[error("the units measure different things")]
    Unlike,
    /// There is nothing like that: colder than absolute zero, a gas mark of 12.
    #[error("there is no such value in one of the units")]
    NoSuch,
    /// See [`NumberFault`].
    #[error(transparent)]
    Number(#[from] NumberFault),
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// The number, rounded only where its unit is: see [`Unit::step`].
    pub number: Number,
    /// Whether it was rounded.
    pub rounded: bool,
}

/// Significant digits of an answer.
const DIGITS: u32 = 8;

impl Converted {
    /// As it is shown.
    #[must_use]
    pub fn shown(&self) -> Shown {
        let shown = self.number.shown(DIGITS);
        Shown {
            exact: shown.exact && !self.rounded,
            ..shown
        }
    }
}

fn number((numerator, denominator): Fraction) -> Number {
    Number::fraction(numerator, denominator)
}

impl Unit {
    /// Turns `amount` of this unit into another.
    ///
    /// # Errors
    ///
    /// A [`ConvertFault`].
    pub fn convert(&self, amount: &Number, to: &Self) -> Result<Converted, ConvertFault> {
        if self.kind != to.kind {
            return Err(ConvertFault::Unlike);
        }
        self.holds(amount)?;
        let base = amount
            .times(&number(self.factor))?
            .plus(&number(self.zero))?;
        if matches!(self.kind, Kind::Temperature | Kind::Oven) && base < Number::zero() {
            return Err(ConvertFault::NoSuch);
        }
        let exact = base.minus(&number(to.zero))?.over(&number(to.factor))?;
        let result = match to.step {
            Some(step) if self.name != to.name => exact.to_nearest(&Number::whole(step)),
            _ => exact.clone(),
        };
        to.holds(&result)?;
        Ok(Converted {
            rounded: result != exact,
            number: result,
        })
    }

    fn holds(&self, amount: &Number) -> Result<(), ConvertFault> {
        match self.range {
            Some((first, last))
                if *amount < Number::whole(first) || *amount > Number::whole(last) =>
            {
                Err(ConvertFault::NoSuch)
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
