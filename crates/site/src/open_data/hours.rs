//! Opening hours as HSDS schedules, which are iCalendar recurrence rules.

use super::ids;
use super::shape::Schedule;
use domain::opening::{TimeOfDay, Weekday};
use domain::service::{Agreement, Group, Hours, Period, Service};

/// Time zone name. HSDS's `timezone` is a fixed UTC offset, which London changes twice a year.
const TIMEZONE: &str = "Europe/London";

/// HSDS's notation for the end of a day, in place of 24:00.
const LAST_MINUTE: &str = "23:59";

/// Note on all hours.
const LOCAL: &str = "Local time in the United Kingdom, summer time included.";

/// Note on all hours except those of 999.
const CAN_CHANGE: &str = "Hours can change.";

/// Note on hours about which sources disagree.
const DISAGREE: &str = "Sources give different hours. These are only the ones that all of them share: \
                        at other times somebody may answer too.";

/// Builds one schedule for each distinct period of a day, in the order of their first occurrence in the week. Empty
/// if no hours are stated.
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

/// Groups the weekdays by period.
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
    // 999 gets no caveat and no expiry date.
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
