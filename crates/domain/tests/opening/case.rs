//! Strategies: timetables, holidays and moments, at random and at edge cases.

use domain::opening::{Almanac, Nation, Opening, TimeOfDay, Timetable, Weekday};
use domain::place::Area;
use domain::service::{Agreement, DisputedHours, Hours, OnBankHolidays, Period};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;

/// The default number of cases, but at least these.
pub(crate) fn many() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig {
        cases: usual.cases.max(2000),
        ..usual
    }
}

/// A test case: one service, one page and one moment.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    /// The hours, as content gives them.
    pub(crate) hours: Hours,
    /// Where it works, and what the nations of that are.
    pub(crate) place: (&'static [Area], &'static [Nation]),
    /// The bank holidays that the page knows.
    pub(crate) holidays: Vec<(Date, Nation)>,
    /// The day of the build.
    pub(crate) built: Date,
    /// The last day that the page knows.
    pub(crate) last: Date,
    /// The moment, in seconds since 1970.
    pub(crate) now: i64,
}

impl Case {
    /// The same, but its sources differ.
    pub(crate) fn of_several(mut self) -> Self {
        match &mut self.hours {
            Hours::Always { agreement, .. } => *agreement = Agreement::Disagree,
            Hours::Weekly {
                periods,
                disputed,
                agreement,
                ..
            } => {
                *agreement = Agreement::Disagree;
                if disputed.newest.is_empty() {
                    disputed.newest.clone_from(periods);
                    disputed.any.clone_from(periods);
                }
            }
            Hours::NotStated => {}
        }
        self
    }

    /// The result of the code under test.
    pub(crate) fn says(&self) -> Opening {
        self.timetable().at(&self.almanac(), self.now)
    }

    pub(crate) fn timetable(&self) -> Timetable {
        Timetable::of(&self.hours, self.place.0)
    }

    pub(crate) fn almanac(&self) -> Almanac {
        let days = self.holidays.iter();
        let days = days.map(|(date, nation)| ((*date).into(), *nation));
        Almanac::new(self.built.into(), self.last.into(), days)
    }

    /// The rule for bank holidays, if there are hours.
    pub(crate) fn rule(&self) -> Option<OnBankHolidays> {
        match &self.hours {
            Hours::Always { bank_holidays, .. } | Hours::Weekly { bank_holidays, .. } => {
                Some(*bank_holidays)
            }
            Hours::NotStated => None,
        }
    }

    /// How far sources agree, if there are hours.
    pub(crate) fn agreement(&self) -> Option<Agreement> {
        match &self.hours {
            Hours::Always { agreement, .. } | Hours::Weekly { agreement, .. } => Some(*agreement),
            Hours::NotStated => None,
        }
    }
}

const EW: Nation = Nation::EnglandAndWales;
const SC: Nation = Nation::Scotland;
const NI: Nation = Nation::NorthernIreland;

/// Areas, and the nations that they are in.
const PLACES: [(&[Area], &[Nation]); 8] = [
    (&[], &[EW, SC, NI]),
    (&[Area::UK], &[EW, SC, NI]),
    (&[Area::ENGLAND], &[EW]),
    (&[Area::WALES], &[EW]),
    (&[Area::SCOTLAND], &[SC]),
    (&[Area::NORTHERN_IRELAND], &[NI]),
    (&[Area::ENGLAND, Area::WALES, Area::SCOTLAND], &[EW, SC]),
    (&[Area::SCOTLAND, Area::NORTHERN_IRELAND], &[SC, NI]),
];

fn second_of(day: Date) -> i64 {
    let start = day.to_zoned(TimeZone::UTC).unwrap();
    start.timestamp().as_second()
}

fn days(from: Date, end: Date) -> impl Strategy<Value = Date> {
    let count = from.until(end).unwrap().get_days();
    (0..count).prop_map(move |ahead| from.checked_add(ahead.days()).unwrap())
}

fn time() -> impl Strategy<Value = i64> {
    prop_oneof![
        3 => 0..=24 * 60_i64,
        1 => (0..=48_i64).prop_map(|half| half * 30),
        // The hour that is skipped or repeated when the clocks change, and both ends of the day.
        1 => 55..=125_i64,
        1 => select(vec![0, 24 * 60]),
    ]
}

fn written(minutes: i64) -> TimeOfDay {
    TimeOfDay::parse(&format!("{:02}:{:02}", minutes / 60, minutes % 60)).unwrap()
}

fn period() -> impl Strategy<Value = Period> {
    let times = (time(), time()).prop_filter("not empty", |(one, other)| one != other);
    (select(Weekday::ALL.to_vec()), times).prop_map(|(day, (one, other))| Period {
        day,
        opens: written(one.min(other)),
        closes: written(one.max(other)),
    })
}

fn weeks() -> impl Strategy<Value = Vec<Period>> {
    let all_day = |day| Period {
        day,
        opens: TimeOfDay::START,
        closes: TimeOfDay::END,
    };
    prop_oneof![
        6 => vec(period(), 1..=14),
        1 => vec(select(Weekday::ALL.to_vec()).prop_map(all_day), 1..=14),
        1 => Just(Weekday::ALL.map(all_day).to_vec()),
    ]
}

fn hours() -> impl Strategy<Value = Hours> {
    let agreement = select(vec![
        Agreement::Confirmed,
        Agreement::Single,
        Agreement::Disagree,
    ]);
    let rule = select(vec![
        OnBankHolidays::Open,
        OnBankHolidays::Closed,
        OnBankHolidays::Unknown,
    ]);
    let longer = || vec(period(), 0..=6);
    (agreement, rule, weeks(), longer(), longer(), 0..20).prop_map(
        |(agreement, bank_holidays, periods, newest, any, kind)| match kind {
            0 => Hours::NotStated,
            1..=3 => Hours::Always {
                agreement,
                bank_holidays,
            },
            _ => {
                let newest = [periods.clone(), newest].concat();
                let any = [newest.clone(), any].concat();
                let disputed = DisputedHours { newest, any };
                Hours::Weekly {
                    disputed: match agreement {
                        Agreement::Disagree => disputed,
                        Agreement::Confirmed | Agreement::Single => DisputedHours::default(),
                    },
                    periods,
                    agreement,
                    bank_holidays,
                }
            }
        },
    )
}

/// Moments in the lifetime of a page: any, near a change of the clocks, near a festival, at its ends.
fn moments(built: Date, last: Date) -> impl Strategy<Value = i64> {
    let (first, end) = (second_of(built), second_of(last) + 24 * 3600);
    let years = built.year()..=last.year();
    let month_ends = years.clone().flat_map(|year| {
        let day = |month, day| second_of(date(year, month, day));
        [(day(3, 28), 4.0), (day(10, 28), 4.0), (day(12, 28), 6.0)]
    });
    let near = |middle: i64, days: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "a few days")]
        let reach = (days * 86_400.0) as i64;
        middle - reach..middle + reach
    };
    let special = month_ends.map(|(middle, days)| near(middle, days).boxed());
    prop_oneof![
        4 => first..end,
        5 => Union::new(special),
        1 => near(first, 3.0),
        1 => near(end, 20.0),
    ]
}

/// Everything at random.
pub(crate) fn cases() -> impl Strategy<Value = Case> {
    let life = (days(date(2025, 1, 1), date(2029, 1, 1)), 0..=6_i16);
    life.prop_flat_map(|(built, years)| {
        let last = date(built.year() + years, 12, 31);
        (Just((built, last)), moments(built, last))
    })
    .prop_flat_map(|((built, last), now)| {
        let today = jiff::Timestamp::from_second(now).unwrap();
        let today = today.to_zoned(TimeZone::UTC).date();
        let nearby = days(
            today.checked_sub(3.days()).unwrap(),
            today.checked_add(25.days()).unwrap(),
        );
        let holidays = vec((nearby, select(Nation::ALL.to_vec())), 0..=12);
        (hours(), select(PLACES.to_vec()), holidays).prop_map(move |(hours, place, holidays)| {
            Case {
                hours,
                place,
                holidays,
                built,
                last,
                now,
            }
        })
    })
}
