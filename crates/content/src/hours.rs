//! Parser of `[hours]` of a service.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::error::ContentErrors;
use super::source::SourceFile;
use domain::opening::{TimeOfDay, Weekday};
use domain::service::{Agreement, DisputedHours, Hours, OnBankHolidays, Period};

/// Periods such as `09:30-16:00`, by weekday, `mon` to `sun`.
type WeekFile = BTreeMap<String, Vec<String>>;

/// The unvalidated hours. [`Hours`] documents the fields.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum HoursFile {
    Always {
        agreement: Agreement,
        #[serde(default)]
        bank_holidays: OnBankHolidays,
    },
    Weekly {
        agreement: Agreement,
        #[serde(default)]
        bank_holidays: OnBankHolidays,
        week: WeekFile,
        newest: Option<WeekFile>,
        any: Option<WeekFile>,
    },
    // A struct variant, because serde accepts unknown fields for a unit variant.
    NotStated {},
}

const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

pub(super) fn read(
    file: &SourceFile,
    offset: usize,
    hours: HoursFile,
) -> Result<Hours, ContentErrors> {
    let problem = |reason: String| ContentErrors::from(file.problem_at(offset, reason));
    match hours {
        HoursFile::Always {
            bank_holidays: OnBankHolidays::Closed,
            ..
        } => Err(problem(
            "a line that is closed on bank holidays is not open always: write its week".into(),
        )),
        HoursFile::Always {
            agreement: Agreement::Disagree,
            ..
        } => Err(problem(
            "sources that disagree do not share every hour: write the week that they share".into(),
        )),
        HoursFile::Always {
            agreement,
            bank_holidays,
        } => Ok(Hours::Always {
            agreement,
            bank_holidays,
        }),
        HoursFile::NotStated {} => Ok(Hours::NotStated),
        HoursFile::Weekly {
            agreement,
            bank_holidays,
            week,
            newest,
            any,
        } => {
            let periods = read_week(&week).map_err(problem)?;
            let disputed = read_disputed(&periods, agreement, newest.as_ref(), any.as_ref());
            Ok(Hours::Weekly {
                disputed: disputed.map_err(problem)?,
                periods,
                agreement,
                bank_holidays,
            })
        }
    }
}

/// Parses the longer hours that only some sources state. `newest` defaults to the shared hours, `any` to
/// `newest`.
fn read_disputed(
    shared: &[Period],
    agreement: Agreement,
    newest: Option<&WeekFile>,
    any: Option<&WeekFile>,
) -> Result<DisputedHours, String> {
    let differ = agreement == Agreement::Disagree;
    match (newest, any) {
        (None, None) if differ => {
            return Err(
                "sources that disagree give longer hours than they share: write [hours.newest], [hours.any] or both"
                    .into(),
            );
        }
        (None, None) => return Ok(DisputedHours::default()),
        _ if !differ => {
            return Err("[hours.newest] and [hours.any] are for sources that disagree".into());
        }
        _ => {}
    }
    let newest = newest.map_or_else(|| Ok(shared.to_vec()), read_week)?;
    let any = any.map_or_else(|| Ok(newest.clone()), read_week)?;
    for (name, longer, shorter) in [("newest", &newest, shared), ("any", &any, &newest)] {
        let holds = |period: &Period| {
            let is_within = |other: &Period| {
                other.day == period.day
                    && other.opens <= period.opens
                    && period.closes <= other.closes
            };
            longer.iter().any(is_within)
        };
        if !shorter.iter().all(holds) {
            return Err(format!(
                "[hours.{name}] has to hold all the hours that more sources share"
            ));
        }
    }
    if any == shared {
        return Err("sources that disagree give longer hours than they share".into());
    }
    Ok(DisputedHours { newest, any })
}

/// Parses the periods of a week, or returns the reason why they are invalid.
fn read_week(week: &WeekFile) -> Result<Vec<Period>, String> {
    let is_day = |day: &String| DAYS.iter().any(|(name, _)| name == day);
    if let Some(day) = week.keys().find(|day| !is_day(day)) {
        return Err(format!(
            "“{day}” is not a day: they are mon, tue, wed, thu, fri, sat, sun"
        ));
    }
    let mut periods = Vec::new();
    for (name, day) in DAYS {
        let mut free_from = TimeOfDay::START;
        for text in week.get(name).into_iter().flatten() {
            let period = read_period(day, text)
                .ok_or_else(|| format!("“{text}” is not a time like 09:30-16:00"))?;
            if period.opens < free_from {
                return Err(format!("“{text}” overlaps the time before it"));
            }
            free_from = period.closes;
            periods.push(period);
        }
    }
    if periods.is_empty() {
        return Err("a timetable without a time: use kind = \"not-stated\"".into());
    }
    Ok(periods)
}

fn read_period(day: Weekday, text: &str) -> Option<Period> {
    let (opens, closes) = text.split_once('-')?;
    let opens = TimeOfDay::parse(opens)?;
    let closes = TimeOfDay::parse(closes)?;
    (opens < closes).then_some(Period { day, opens, closes })
}
