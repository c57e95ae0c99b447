//! The phone's clock and calendar: now, and dates and times in the words of the page's language.

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::root;
use super::scheduler::seconds;

const MILLISECONDS: f64 = 1000.0;

/// Unix time in seconds, and the offset of the phone's time zone from UTC in minutes, positive to the east.
#[must_use]
pub fn now() -> (i64, i32) {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "an offset is less than a day"
    )]
    let offset = -Date::new_0().get_timezone_offset() as i32;
    (seconds(), offset)
}

/// A date (`2026-11-03`) as a reader says it. What is no date is returned as it is.
#[must_use]
pub fn show_date(date: &str) -> String {
    show(&Date::new(&format!("{date}T00:00Z").into()), &DATE, date)
}

/// A time of day (`17:40`) as a reader says it, with this `hourCycle` (ECMA-402). What is no time is returned as it is.
#[must_use]
pub fn show_time(time: &str, cycle: &str) -> String {
    show(
        &Date::new(&format!("2000-01-01T{time}Z").into()),
        &time_with(cycle),
        time,
    )
}

/// A moment, given as by [`now`], with its date and the time of day in its own time zone.
#[must_use]
pub fn show_moment(seconds: i64, offset: i32, cycle: &str) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a clock far from year 1 is wrong anyway"
    )]
    let local = (seconds as f64 + f64::from(offset) * 60.0) * MILLISECONDS;
    let date = Date::new(&local.into());
    format!(
        "{}, {}",
        show(&date, &DATE, ""),
        show(&date, &time_with(cycle), "")
    )
}

/// Options of `Intl.DateTimeFormat` (ECMA-402).
type Options<'a> = [(&'static str, &'a str)];

const DATE: [(&str, &str); 4] = [
    ("weekday", "long"),
    ("day", "numeric"),
    ("month", "long"),
    ("year", "numeric"),
];

fn time_with(cycle: &str) -> [(&'static str, &str); 3] {
    [
        ("hour", "numeric"),
        ("minute", "2-digit"),
        ("hourCycle", cycle),
    ]
}

/// Formats a date in the page's language, or returns `otherwise` if it is none.
fn show(date: &Date, options: &Options<'_>, otherwise: &str) -> String {
    if date.get_time().is_nan() {
        return otherwise.to_owned();
    }
    let all = Object::new();
    for (name, value) in [("timeZone", "UTC")].iter().chain(options) {
        // Setting a property on a new plain object cannot fail.
        Reflect::set(&all, &(*name).into(), &JsValue::from_str(value)).ok();
    }
    let language = root().and_then(|root| root.get_attribute("lang"));
    let language = language.filter(|language| !language.is_empty());
    date.to_locale_string(language.as_deref().unwrap_or("en"), &all)
        .into()
}
