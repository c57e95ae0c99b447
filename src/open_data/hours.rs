//! Hours as HSDS's schedules, which are rules of iCalendar.

use super::ids;
use super::shape::Schedule;
use crate::domain::opening::{TimeOfDay, Weekday};
use crate::domain::service::{Agreement, Group, Hours, Period, Service};

/// HSDS's `timezone` is one distance from universal time, which London changes twice a year.
const TIMEZONE: &str = "Europe/London";

/// What HSDS asks for at the end of a day, in place of 24:00.
const LAST_MINUTE: &str = "23:59";

/// Said beside all hours.
const LOCAL: &str = "Local time in the United Kingdom, summer time included.";

/// Said beside all hours but those of 999.
const CAN_CHANGE: &str = "Hours can change.";

/// Said beside hours that not every source gives.
const DISAGREE: &str = "Sources give different hours. These are only the ones that all of them share: \
                        at other times somebody may answer too.";

/// One schedule for each stretch of a day, in the order in which they first come in a week. There is
/// none where hours are not stated.
pub(super) fn write(service: &Service) -> Vec<Schedule> {
    let (stretches, agreement) = match &service.hours {
        Hours::NotStated => return Vec::new(),
        Hours::Always { agreement, .. } => {
            let all_day = (TimeOfDay::START, TimeOfDay::END, Weekday::ALL.to_vec());
            (vec![all_day], *agreement)
        }
        Hours::Weekly {
            periods, agreement, ..
        } => (stretches(periods), *agreement),
    };
    let written = stretches
        .into_iter()
        .map(|(opens, closes, days)| schedule(service, opens, closes, &days, agreement));
    written.collect()
}

/// The days that have a stretch, stretch by stretch.
fn stretches(periods: &[Period]) -> Vec<(TimeOfDay, TimeOfDay, Vec<Weekday>)> {
    let mut found: Vec<(TimeOfDay, TimeOfDay, Vec<Weekday>)> = Vec::new();
    for period in periods {
        let same = found
            .iter_mut()
            .find(|(opens, closes, _)| (*opens, *closes) == (period.opens, period.closes));
        match same {
            Some((_, _, days)) => days.push(period.day),
            None => found.push((period.opens, period.closes, vec![period.day])),
        }
    }
    found
}

fn schedule(
    service: &Service,
    opens: TimeOfDay,
    closes: TimeOfDay,
    days: &[Weekday],
    agreement: Agreement,
) -> Schedule {
    let days: Vec<&str> = days.iter().map(|day| of_icalendar(*day)).collect();
    let byday = days.join(",");
    // Nobody is told to doubt 999, or that its hours have run out.
    let lasts = service.group == Group::Emergency;
    let notes = [
        (agreement == Agreement::Disagree).then_some(DISAGREE),
        Some(LOCAL),
        (!lasts).then_some(CAN_CHANGE),
    ];
    let notes: Vec<&str> = notes.into_iter().flatten().collect();
    Schedule {
        id: ids::part(
            &service.id,
            "schedule",
            &format!("{byday} {opens} {closes}"),
        ),
        valid_from: service.assurance.checked.to_string(),
        valid_to: (!lasts).then(|| service.assurance.next_check.to_string()),
        freq: "WEEKLY",
        byday,
        opens_at: opens.to_string(),
        closes_at: if closes == TimeOfDay::END {
            LAST_MINUTE.to_owned()
        } else {
            closes.to_string()
        },
        x_closes_at: closes.to_string(),
        x_timezone: TIMEZONE,
        description: service.words.hours.clone(),
        notes: notes.join(" "),
    }
}

const fn of_icalendar(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}
