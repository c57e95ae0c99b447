//! Compact encoding of a service's opening hours.

use serde::{Deserialize, Serialize};

use super::almanac::{DecodeError, Nations};
use super::calendar::{MINUTES_OF_DAY, TimeOfDay, Weekday};
use crate::place::Area;
use crate::service::{Agreement, Hours, OnBankHolidays, Period};

const MINUTES_OF_WEEK: i64 = 7 * MINUTES_OF_DAY;
/// Separator between two weeks in the list of numbers.
const END_OF_WEEK: i64 = -1;

/// The weekly hours of a service, as the island receives them.
///
/// Encoded as one list of numbers: corroboration and bank holiday rule in one number, then alternating opening
/// and closing minutes of the week. Where sources disagree, [`END_OF_WEEK`] follows, the minutes of the newest
/// source, [`END_OF_WEEK`] again, and the minutes of the union of all sources. The list is empty if no hours are
/// stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Vec<i64>", try_from = "Vec<i64>")]
pub struct Timetable(pub(super) Option<Stated>);

/// Hours that a source states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stated {
    /// Periods in which every source has it open.
    pub(super) week: Week,
    /// The longer weeks of single sources, where they disagree.
    pub(super) disputed: Option<Disputed>,
    pub(super) agreement: Agreement,
    pub(super) bank_holidays: OnBankHolidays,
    pub(super) nations: Nations,
}

/// Weeks that only some sources state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Disputed {
    /// Periods in which the newest source has it open.
    pub(super) newest: Week,
    /// Periods in which at least one source has it open.
    pub(super) any: Week,
}

/// Alternating opening and closing times, as minutes since Monday 00:00.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Week(Vec<i64>);

impl Timetable {
    /// Encodes the hours of a service that works in these areas.
    #[must_use]
    pub fn of(hours: &Hours, areas: &[Area]) -> Self {
        let (weeks, agreement, bank_holidays) = match hours {
            Hours::Always {
                agreement,
                bank_holidays,
            } => (Week::always(*agreement), *agreement, *bank_holidays),
            Hours::Weekly {
                periods,
                disputed,
                agreement,
                bank_holidays,
            } => {
                let weeks = [periods, &disputed.newest, &disputed.any];
                let weeks = weeks.map(|periods| Week::of(periods));
                (weeks, *agreement, *bank_holidays)
            }
            Hours::NotStated => return Self(None),
        };
        Self(Stated::new(
            weeks,
            agreement,
            bank_holidays,
            Nations::of(areas),
        ))
    }
}

impl Stated {
    /// Hours without a period count as not stated, unless sources disagree and have no period in common.
    fn new(
        [week, newest, any]: [Week; 3],
        agreement: Agreement,
        bank_holidays: OnBankHolidays,
        nations: Nations,
    ) -> Option<Self> {
        let differ = agreement == Agreement::Disagree;
        (differ || !week.is_empty()).then_some(Self {
            week,
            disputed: differ.then_some(Disputed { newest, any }),
            agreement,
            bank_holidays,
            nations,
        })
    }
}

impl Week {
    /// Returns the weeks of all sources, the newest source and any source, for a service that is open day and night.
    fn always(agreement: Agreement) -> [Self; 3] {
        let (never, always) = (Self(Vec::new()), Self(vec![0, MINUTES_OF_WEEK]));
        match agreement {
            Agreement::Confirmed | Agreement::Single => [always, never.clone(), never],
            // One source has it open day and night, another does not, and the data does not record which one is newer.
            Agreement::Disagree => [never.clone(), never, always],
        }
    }

    /// Merges periods that touch or overlap, so that a period across midnight is not split.
    fn of(periods: &[Period]) -> Self {
        let mut spans: Vec<(i64, i64)> = periods
            .iter()
            .map(|period| {
                let day = period.day.days_after_monday() * MINUTES_OF_DAY;
                (day + period.opens.minutes(), day + period.closes.minutes())
            })
            .filter(|(opens, closes)| opens < closes)
            .collect();
        spans.sort_unstable();
        let mut edges: Vec<i64> = Vec::new();
        for (opens, closes) in spans {
            match edges.last_mut() {
                Some(last) if *last >= opens => *last = closes.max(*last),
                _ => edges.extend([opens, closes]),
            }
        }
        Self(edges)
    }

    fn from_numbers(edges: Vec<i64>) -> Option<Self> {
        let in_order = edges.is_sorted_by(|edge, next| edge < next);
        let in_week =
            |edge: Option<&i64>| edge.is_none_or(|edge| (0..=MINUTES_OF_WEEK).contains(edge));
        let fine = in_order && in_week(edges.first()) && in_week(edges.last());
        (fine && edges.len().is_multiple_of(2)).then_some(Self(edges))
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn is_open(&self, day: Weekday, time: TimeOfDay) -> bool {
        let minute = day.days_after_monday() * MINUTES_OF_DAY + time.minutes();
        self.0.iter().filter(|edge| **edge <= minute).count() % 2 == 1
    }

    /// Returns the opening and closing minutes of a day, except its first minute.
    pub(super) fn edges(&self, day: Weekday) -> impl Iterator<Item = i64> {
        let start = day.days_after_monday() * MINUTES_OF_DAY;
        let minutes = self.0.iter().map(move |edge| edge - start);
        minutes.filter(|minute| (1..MINUTES_OF_DAY).contains(minute))
    }
}

const AGREEMENTS: [Agreement; 3] = [Agreement::Confirmed, Agreement::Single, Agreement::Disagree];
const RULES: [OnBankHolidays; 3] = [
    OnBankHolidays::Open,
    OnBankHolidays::Closed,
    OnBankHolidays::Unknown,
];

impl From<Timetable> for Vec<i64> {
    fn from(timetable: Timetable) -> Self {
        let Some(stated) = timetable.0 else {
            return Self::new();
        };
        let place = stated.agreement as i64 + 3 * (stated.bank_holidays as i64);
        let mut numbers = vec![place + 9 * stated.nations.number()];
        numbers.extend(stated.week.0);
        for week in stated
            .disputed
            .into_iter()
            .flat_map(|it| [it.newest, it.any])
        {
            numbers.push(END_OF_WEEK);
            numbers.extend(week.0);
        }
        numbers
    }
}

impl TryFrom<Vec<i64>> for Timetable {
    type Error = DecodeError;

    fn try_from(mut numbers: Vec<i64>) -> Result<Self, DecodeError> {
        if numbers.is_empty() {
            return Ok(Self(None));
        }
        let terms = numbers.remove(0);
        let third = |number: i64| usize::try_from(number.rem_euclid(3)).unwrap_or_default();
        let agreement = AGREEMENTS.get(third(terms)).copied();
        let rule = RULES.get(third(terms.div_euclid(3))).copied();
        let nations = Nations::from_number(terms.div_euclid(9));
        let ((Some(agreement), Some(rule)), Some(nations)) = ((agreement, rule), nations) else {
            return Err(DecodeError);
        };
        let weeks = numbers.split(|number| *number == END_OF_WEEK);
        let weeks: Option<Vec<Week>> = weeks
            .map(|edges| Week::from_numbers(edges.to_vec()))
            .collect();
        let mut weeks = weeks.ok_or(DecodeError)?;
        if agreement != Agreement::Disagree {
            weeks.extend([Week(Vec::new()), Week(Vec::new())]);
        }
        let weeks = <[Week; 3]>::try_from(weeks).map_err(|_| DecodeError)?;
        let stated = Stated::new(weeks, agreement, rule, nations).ok_or(DecodeError)?;
        Ok(Self(Some(stated)))
    }
}
