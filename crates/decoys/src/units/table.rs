//! The units and what they are.
//!
//! Where the figures come from:
//!
//! - inch, foot, yard, mile, ounce, pound: the international yard and pound agreement of 1959, 0.9144 m and
//!   0.45359237 kg; stone, hundredweight and ton as 14, 112 and 2240 pounds (Weights and Measures Act 1985);
//! - UK gallon, pint, fluid ounce: 4.54609 l, an eighth, a 160th of it (Units of Measurement Regulations 1995);
//! - US gallon, pint, fluid ounce, cup: 231 cubic inches, an eighth, a 128th, a 16th of it (NIST Handbook 44);
//! - nautical mile: 1852 m (International Hydrographic Conference 1929); knot: one of them in an hour;
//! - acre: 4840 square yards; hectare: 10,000 m²;
//! - °C; K: 273.15 at 0 °C; °F: 5/9 °C, 32 at 0 °C (SI brochure, 9th edition; NIST SP 811);
//! - teaspoon, dessertspoon, tablespoon: 5, 10 and 15 ml; cup: 250 ml, as cooks in Britain use them today; the
//!   old cup of half a pint beside it;
//! - gas mark: 25 °F a mark from 275 °F at 1, the rule behind the tables on British cookers. Theirs are
//!   rounded, each a little differently.

use super::{Kind, Unit};

const fn linear(kind: Kind, name: &'static str, factor: f64) -> Unit {
    Unit {
        name,
        kind,
        factor,
        zero: 0.0,
        step: None,
        range: None,
    }
}

const fn from_zero(unit: Unit, zero: f64) -> Unit {
    Unit { zero, ..unit }
}

const fn with_step(unit: Unit, step: f64) -> Unit {
    Unit {
        step: Some(step),
        ..unit
    }
}

/// Every unit, kind by kind.
pub static UNITS: &[Unit] = &[
    linear(Kind::Length, "millimetre", 0.001),
    linear(Kind::Length, "centimetre", 0.01),
    linear(Kind::Length, "metre", 1.0),
    linear(Kind::Length, "kilometre", 1000.0),
    linear(Kind::Length, "inch", 0.0254),
    linear(Kind::Length, "foot", 0.3048),
    linear(Kind::Length, "yard", 0.9144),
    linear(Kind::Length, "mile", 1609.344),
    linear(Kind::Length, "nautical-mile", 1852.0),
    linear(Kind::Weight, "gram", 0.001),
    linear(Kind::Weight, "kilogram", 1.0),
    linear(Kind::Weight, "tonne", 1000.0),
    linear(Kind::Weight, "ounce", 0.028_349_523_125),
    linear(Kind::Weight, "pound", 0.453_592_37),
    linear(Kind::Weight, "stone", 6.350_293_18),
    linear(Kind::Weight, "hundredweight", 50.802_345_44),
    linear(Kind::Weight, "ton", 1_016.046_908_8),
    linear(Kind::Volume, "millilitre", 0.001),
    linear(Kind::Volume, "litre", 1.0),
    linear(Kind::Volume, "cubic-metre", 1000.0),
    linear(Kind::Volume, "fluid-ounce", 0.028_413_062_5),
    linear(Kind::Volume, "pint", 0.568_261_25),
    linear(Kind::Volume, "gallon", 4.546_09),
    linear(Kind::Volume, "us-fluid-ounce", 0.029_573_529_562_5),
    linear(Kind::Volume, "us-pint", 0.473_176_473),
    linear(Kind::Volume, "us-gallon", 3.785_411_784),
    linear(Kind::Temperature, "celsius", 1.0),
    from_zero(linear(Kind::Temperature, "fahrenheit", 5.0 / 9.0), 32.0),
    from_zero(linear(Kind::Temperature, "kelvin", 1.0), 273.15),
    linear(Kind::Area, "square-centimetre", 0.0001),
    linear(Kind::Area, "square-metre", 1.0),
    linear(Kind::Area, "hectare", 10_000.0),
    linear(Kind::Area, "square-kilometre", 1_000_000.0),
    linear(Kind::Area, "square-inch", 0.000_645_16),
    linear(Kind::Area, "square-foot", 0.092_903_04),
    linear(Kind::Area, "square-yard", 0.836_127_36),
    linear(Kind::Area, "acre", 4_046.856_422_4),
    linear(Kind::Area, "square-mile", 2_589_988.110_336),
    linear(Kind::Speed, "metre-per-second", 1.0),
    linear(Kind::Speed, "kilometre-per-hour", 5.0 / 18.0),
    linear(Kind::Speed, "mile-per-hour", 0.447_04),
    linear(Kind::Speed, "knot", 463.0 / 900.0),
    linear(Kind::Speed, "foot-per-second", 0.3048),
    linear(Kind::Cooking, "millilitre", 1.0),
    linear(Kind::Cooking, "litre", 1000.0),
    linear(Kind::Cooking, "teaspoon", 5.0),
    linear(Kind::Cooking, "dessertspoon", 10.0),
    linear(Kind::Cooking, "tablespoon", 15.0),
    linear(Kind::Cooking, "cup", 250.0),
    linear(Kind::Cooking, "us-cup", 236.588_236_5),
    linear(Kind::Cooking, "fluid-ounce", 28.413_062_5),
    linear(Kind::Cooking, "half-pint-cup", 284.130_625),
    linear(Kind::Cooking, "pint", 568.261_25),
    with_step(linear(Kind::Oven, "oven-celsius", 1.0), 10.0),
    with_step(
        from_zero(linear(Kind::Oven, "oven-fahrenheit", 5.0 / 9.0), 32.0),
        25.0,
    ),
    Unit {
        range: Some((1.0, 9.0)),
        ..with_step(
            from_zero(linear(Kind::Oven, "gas-mark", 125.0 / 9.0), -8.72),
            1.0,
        )
    },
];
