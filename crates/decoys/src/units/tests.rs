//! Units against figures that are printed elsewhere, and there and back.

use std::collections::BTreeSet;

use super::{ConvertError, Kind, UNITS};
use crate::number::parse;
use proptest::prelude::*;

#[track_caller]
fn answer(amount: &str, kind: Kind, from: &str, to: &str) -> Result<String, ConvertError> {
    let (from, to) = (kind.unit(from).unwrap(), kind.unit(to).unwrap());
    let converted = from.convert(parse(amount).unwrap(), to)?;
    let shown = converted.shown();
    let sign = if shown.exact { "=" } else { "≈" };
    Ok(format!("{sign} {}", shown.text))
}

#[test]
fn units_are_what_is_agreed() {
    use Kind::{Area, Cooking, Length, Speed, Temperature, Volume, Weight};
    for (amount, kind, from, to, expected) in [
        ("1", Length, "inch", "centimetre", "= 2.54"),
        ("1", Length, "mile", "kilometre", "= 1.609344"),
        ("6", Length, "foot", "metre", "= 1.8288"),
        ("1", Length, "mile", "yard", "= 1,760"),
        ("1", Length, "metre", "inch", "≈ 39.370079"),
        ("1", Length, "nautical-mile", "metre", "= 1,852"),
        ("1", Weight, "pound", "gram", "= 453.59237"),
        ("1", Weight, "stone", "pound", "= 14"),
        ("1", Weight, "ton", "hundredweight", "= 20"),
        ("16", Weight, "ounce", "pound", "= 1"),
        ("100", Weight, "gram", "ounce", "≈ 3.5273962"),
        ("1", Volume, "gallon", "litre", "= 4.54609"),
        ("1", Volume, "pint", "millilitre", "= 568.26125"),
        ("20", Volume, "fluid-ounce", "pint", "= 1"),
        ("1", Volume, "us-gallon", "litre", "≈ 3.7854118"),
        ("100", Temperature, "celsius", "fahrenheit", "= 212"),
        ("-40", Temperature, "fahrenheit", "celsius", "= −40"),
        ("98.6", Temperature, "fahrenheit", "celsius", "= 37"),
        ("0", Temperature, "celsius", "kelvin", "= 273.15"),
        ("1", Area, "acre", "square-metre", "≈ 4,046.8564"),
        ("1", Area, "square-mile", "acre", "= 640"),
        ("1", Area, "hectare", "acre", "≈ 2.4710538"),
        (
            "70",
            Speed,
            "mile-per-hour",
            "kilometre-per-hour",
            "= 112.65408",
        ),
        ("1", Speed, "knot", "kilometre-per-hour", "= 1.852"),
        ("1", Cooking, "tablespoon", "teaspoon", "= 3"),
        ("1", Cooking, "cup", "millilitre", "= 250"),
        ("1", Cooking, "us-cup", "millilitre", "≈ 236.58824"),
        ("1 1/2", Cooking, "cup", "tablespoon", "= 25"),
    ] {
        assert_eq!(
            answer(amount, kind, from, to).as_deref(),
            Ok(expected),
            "{amount} {from}"
        );
    }
}

#[test]
fn an_oven_is_set_to_what_stands_on_its_dial() {
    for (mark, fahrenheit, celsius) in [
        ("1", "275", "140"),
        ("2", "300", "150"),
        ("3", "325", "160"),
        ("4", "350", "180"),
        ("5", "375", "190"),
        ("6", "400", "200"),
        ("7", "425", "220"),
        ("8", "450", "230"),
        ("9", "475", "250"),
    ] {
        let to = |from: &str, amount: &str, to: &str| {
            answer(amount, Kind::Oven, from, to)
                .map(|answer| answer.split(' ').nth(1).unwrap().to_owned())
        };
        assert_eq!(
            to("gas-mark", mark, "oven-fahrenheit").as_deref(),
            Ok(fahrenheit)
        );
        assert_eq!(to("gas-mark", mark, "oven-celsius").as_deref(), Ok(celsius));
        assert_eq!(to("oven-celsius", celsius, "gas-mark").as_deref(), Ok(mark));
        assert_eq!(
            to("oven-fahrenheit", fahrenheit, "gas-mark").as_deref(),
            Ok(mark)
        );
    }
    assert_eq!(
        answer("180", Kind::Oven, "oven-celsius", "gas-mark").as_deref(),
        Ok("≈ 4")
    );
    assert_eq!(
        answer("4", Kind::Oven, "gas-mark", "oven-fahrenheit").as_deref(),
        Ok("= 350")
    );
}

#[test]
fn what_cannot_be_is_refused() {
    use Kind::{Oven, Temperature};
    for (amount, kind, from, to) in [
        ("-300", Temperature, "celsius", "fahrenheit"),
        ("-1", Temperature, "kelvin", "celsius"),
        ("12", Oven, "gas-mark", "oven-celsius"),
        ("0", Oven, "gas-mark", "oven-celsius"),
        ("500", Oven, "oven-celsius", "gas-mark"),
        ("20", Oven, "oven-celsius", "gas-mark"),
    ] {
        assert_eq!(
            answer(amount, kind, from, to),
            Err(ConvertError::NoSuch),
            "{amount} {from}"
        );
    }
    let (inch, pound) = (
        Kind::Length.unit("inch").unwrap(),
        Kind::Weight.unit("pound").unwrap(),
    );
    assert_eq!(inch.convert(1.0, pound), Err(ConvertError::Unlike));
}

#[test]
fn every_kind_has_units_with_names_of_their_own() {
    for kind in Kind::ALL {
        let names: BTreeSet<_> = kind.units().map(|unit| unit.name).collect();
        assert_eq!(names.len(), kind.units().count());
        assert!(names.len() >= 3, "{kind:?}");
        assert_eq!(Kind::from_name(kind.name()), Some(kind));
    }
    assert!(UNITS.iter().all(|unit| unit.factor > 0.0));
}

/// Whether two amounts are the same to 11 digits, those of a temperature as seen from absolute zero.
fn same(one: f64, two: f64) -> bool {
    (one - two).abs() <= 1e-11 * (one.abs() + 273.15)
}

proptest! {
    #[test]
    fn there_and_back_is_where_it_began(numerator in 1_u32..1_000_000_000, denominator in 1_u32..1000, one in 0_usize..100, two in 0_usize..100) {
        let amount = f64::from(numerator) / f64::from(denominator);
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Oven) {
            let units: Vec<_> = kind.units().collect();
            let (from, to) = (units[one % units.len()], units[two % units.len()]);
            let there = from.convert(amount, to).unwrap();
            prop_assert!(!there.rounded);
            let back = to.convert(there.number, from).unwrap().number;
            prop_assert!(same(back, amount), "{amount} {} is {back}", from.name);
        }
    }

    #[test]
    fn by_way_of_a_third_unit_it_is_the_same(numerator in 1_u32..1_000_000, one in 0_usize..100, two in 0_usize..100, three in 0_usize..100) {
        let amount = f64::from(numerator) / 7.0;
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Oven) {
            let units: Vec<_> = kind.units().collect();
            let [a, b, c] = [one, two, three].map(|place| units[place % units.len()]);
            let round = b.convert(a.convert(amount, b).unwrap().number, c).unwrap().number;
            let direct = a.convert(amount, c).unwrap().number;
            prop_assert!(same(round, direct), "{round} {direct} {}", c.name);
        }
    }
}
