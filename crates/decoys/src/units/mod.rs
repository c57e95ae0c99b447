//! Turning one unit into another.

mod table;

pub use table::UNITS;

use super::number::{ArithmeticError, Shown, add, shown, to_nearest};

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

/// A unit: so many of a base unit, and from where they are counted.
#[derive(Debug, PartialEq)]
pub struct Unit {
    /// Its name in the page and in the file of words.
    pub name: &'static str,
    /// What it measures.
    pub kind: Kind,
    /// How many base units one of it is: metres, kilograms, litres, degrees Celsius, square metres, metres in a
    /// second, millilitres.
    pub factor: f64,
    /// How many of it none of the base unit are: 32 for Fahrenheit.
    pub zero: f64,
    /// What results are rounded to, where a finer one would mean nothing: a dial has no 176.7.
    pub step: Option<f64>,
    /// The first and the last that there is.
    pub range: Option<(f64, f64)>,
}

/// Why a number has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConvertError {
    /// The two do not measure the same.
    #[error("the units measure different things")]
    Unlike,
    /// There is nothing like that: colder than absolute zero, a gas mark of 12.
    #[error("there is no such value in one of the units")]
    NoSuch,
    /// See [`ArithmeticError`].
    #[error(transparent)]
    Number(#[from] ArithmeticError),
}

/// An answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Converted {
    /// The number, rounded only where its unit is: see [`Unit::step`].
    pub number: f64,
    /// Whether it was rounded.
    pub rounded: bool,
}

/// Significant digits of an answer.
const DIGITS: u32 = 8;

/// The lowest temperature, in degrees Celsius.
const ABSOLUTE_ZERO: f64 = -273.15;

impl Converted {
    /// As it is shown.
    #[must_use]
    pub fn shown(&self) -> Shown {
        let shown = shown(self.number, DIGITS);
        Shown {
            exact: shown.exact && !self.rounded,
            ..shown
        }
    }
}

impl Unit {
    /// Turns `amount` of this unit into another.
    ///
    /// # Errors
    ///
    /// A [`ConvertError`].
    pub fn convert(&self, amount: f64, to: &Self) -> Result<Converted, ConvertError> {
        if self.kind != to.kind {
            return Err(ConvertError::Unlike);
        }
        self.holds(amount)?;
        let base = add(amount, -self.zero)? * self.factor;
        let of_heat = matches!(self.kind, Kind::Temperature | Kind::Oven);
        if of_heat && add(base, -ABSOLUTE_ZERO)? < 0.0 {
            return Err(ConvertError::NoSuch);
        }
        let unrounded = add(base / to.factor, to.zero)?;
        let number = match to.step {
            Some(step) if self.name != to.name => to_nearest(unrounded, step),
            _ => unrounded,
        };
        to.holds(number)?;
        Ok(Converted {
            number,
            rounded: (number - unrounded).abs() > 0.0,
        })
    }

    fn holds(&self, amount: f64) -> Result<(), ConvertError> {
        match self.range {
            Some((first, last)) if amount < first || amount > last => Err(ConvertError::NoSuch),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests;
