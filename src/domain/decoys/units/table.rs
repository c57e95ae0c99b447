//! The units and what they are, to the last digit.
//!
//! Where the figures come from:
//!
//! - inch, foot, yard, mile, ounce, pound: the international yard and pound agreement of 1959, 0.9144 m and
//!   0.45359237 kg; stone, hundredweight and ton as 14, 112 and 2240 pounds (Weights and Measures Act 1985);
//! - UK gallon, pint, fluid ounce: 4.54609 l, an eighth, a 160th of it (Units of Measurement Regulations 1995);
//! - US gallon, pint, fluid ounce, cup: 231 cubic inches, an eighth, a 128th, a 16th of it (NIST Handbook 44);
//! - nautical mile: 1852 m (International Hydrographic Conference 1929); knot: one of them in an hour;
//! - acre: 4840 square yards; hectare: 10,000 m²;
//! - °C: 273.15 K at 0; °F: 5/9 K, 459.67 below 0 (SI brochure, 9th edition; NIST SP 811);
//! - teaspoon, dessertspoon, tablespoon: 5, 10 and 15 ml; cup: 250 ml, as cooks in Britain use them today; the
//!   old cup of half a pint beside it;
//! - gas mark: 25 °F a mark from 275 °F at 1, the rule behind the tables on British cookers. Theirs are
//!   rounded, each a little differently.

use super::{Fraction, Kind, Unit};

const fn linear(kind: Kind, name: &'static str, factor: Fraction) -> Unit {
    Unit {
        name,
        kind,
        factor,
        zero: (0, 1),
        step: None,
        range: None,
    }
}

const fn from_zero(unit: Unit, zero: Fraction) -> Unit {
    Unit { zero, ..unit }
}

const fn run_in_batches(unit: Unit, step: i64) -> Unit {
    Unit {
        step: Some(step),
        ..unit
    }
}

/// Every unit, kind by kind.
pub static UNITS: &[Unit] = &[
    linear(Kind::Length, "millimetre", (1, 1000)),
    linear(Kind::Length, "centimetre", (1, 100)),
    linear(Kind::Length, "metre", (1, 1)),
    linear(Kind::Length, "kilometre", (1000, 1)),
    linear(Kind::Length, "inch", (127, 5000)),
    linear(Kind::Length, "foot", (381, 1250)),
    linear(Kind::Length, "yard", (1143, 1250)),
    linear(Kind::Length, "mile", (201_168, 125)),
    linear(Kind::Length, "nautical-mile", (1852, 1)),
    linear(Kind::Weight, "gram", (1, 1000)),
    linear(Kind::Weight, "kilogram", (1, 1)),
    linear(Kind::Weight, "tonne", (1000, 1)),
    linear(Kind::Weight, "ounce", (45_359_237, 1_600_000_000)),
    linear(Kind::Weight, "pound", (45_359_237, 100_000_000)),
    linear(Kind::Weight, "stone", (317_514_659, 50_000_000)),
    linear(Kind::Weight, "hundredweight", (317_514_659, 6_250_000)),
    linear(Kind::Weight, "ton", (317_514_659, 312_500)),
    linear(Kind::Volume, "millilitre", (1, 1000)),
    linear(Kind::Volume, "litre", (1, 1)),
    linear(Kind::Volume, "cubic-metre", (1000, 1)),
    linear(Kind::Volume, "fluid-ounce", (454_609, 16_000_000)),
    linear(Kind::Volume, "pint", (454_609, 800_000)),
    linear(Kind::Volume, "gallon", (454_609, 100_000)),
    linear(
        Kind::Volume,
        "us-fluid-ounce",
        (473_176_473, 16_000_000_000),
    ),
    linear(Kind::Volume, "us-pint", (473_176_473, 1_000_000_000)),
    linear(Kind::Volume, "us-gallon", (473_176_473, 125_000_000)),
    from_zero(linear(Kind::Temperature, "celsius", (1, 1)), (5463, 20)),
    from_zero(
        linear(Kind::Temperature, "fahrenheit", (5, 9)),
        (45_967, 180),
    ),
    linear(Kind::Temperature, "kelvin", (1, 1)),
    linear(Kind::Area, "square-centimetre", (1, 10_000)),
    linear(Kind::Area, "square-metre", (1, 1)),
    linear(Kind::Area, "hectare", (10_000, 1)),
    linear(Kind::Area, "square-kilometre", (1_000_000, 1)),
    linear(Kind::Area, "square-inch", (16_129, 25_000_000)),
    linear(Kind::Area, "square-foot", (145_161, 1_562_500)),
    linear(Kind::Area, "square-yard", (1_306_449, 1_562_500)),
    linear(Kind::Area, "acre", (316_160_658, 78_125)),
    linear(Kind::Area, "square-mile", (40_468_564_224, 15_625)),
    linear(Kind::Speed, "metre-per-second", (1, 1)),
    linear(Kind::Speed, "kilometre-per-hour", (5, 18)),
    linear(Kind::Speed, "mile-per-hour", (1397, 3125)),
    linear(Kind::Speed, "knot", (463, 900)),
    linear(Kind::Speed, "foot-per-second", (381, 1250)),
    linear(Kind::Cooking, "millilitre", (1, 1)),
    linear(Kind::Cooking, "litre", (1000, 1)),
    linear(Kind::Cooking, "teaspoon", (5, 1)),
    linear(Kind::Cooking, "dessertspoon", (10, 1)),
    linear(Kind::Cooking, "tablespoon", (15, 1)),
    linear(Kind::Cooking, "cup", (250, 1)),
    linear(Kind::Cooking, "us-cup", (473_176_473, 2_000_000)),
    linear(Kind::Cooking, "fluid-ounce", (454_609, 16_000)),
    linear(Kind::Cooking, "half-pint-cup", (454_609, 1600)),
    linear(Kind::Cooking, "pint", (454_609, 800)),
    run_in_batches(
        from_zero(linear(Kind::Oven, "oven-celsius", (1, 1)), (5463, 20)),
        10,
    ),
    run_in_batches(
        from_zero(linear(Kind::Oven, "oven-fahrenheit", (5, 9)), (45_967, 180)),
        25,
    ),
    Unit {
        range: Some((1, 9)),
        ..run_in_batches(
            from_zero(linear(Kind::Oven, "gas-mark", (125, 9)), (70_967, 180)),
            1,
        )
    },
];
