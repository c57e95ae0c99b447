//! Property tests: the claims for random timetables, holidays and moments against the oracle in `walk.rs`.

use domain::opening::{Almanac, Corroboration, Disagreement, Opening, RelativeDay, Timetable};
use domain::service::Agreement;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

use crate::case::{Case, cases, many};
use crate::walk::{Claim, Known, Walk};

/// Each kind of result, and the least number of times that 10,000 cases give it.
const ANSWERS: [(&str, usize); 11] = [
    ("AlwaysOpen", 100),
    ("OpenNow", 500),
    ("OpensAt", 500),
    ("SourcesDiffer(OpenUntil", 300),
    ("SourcesDiffer(MayBeOpen(Some", 100),
    ("SourcesDiffer(MayBeClosed", 100),
    ("SourcesDiffer(Closed(Some", 300),
    ("SourcesDiffer(Closed(None", 50),
    ("HolidayUnknown", 500),
    ("NotStated", 100),
    ("ClockWrong", 500),
];

#[test]
fn the_cases_ask_for_every_answer() {
    let mut runner = TestRunner::deterministic();
    let strategy = cases();
    let says: Vec<String> = (0..10_000)
        .map(|_| strategy.new_tree(&mut runner).unwrap().current())
        .map(|case| format!("{:?}", case.says()))
        .collect();
    for (answer, least) in ANSWERS {
        let given = says.iter().filter(|says| says.starts_with(answer)).count();
        assert!(given >= least, "{answer}: {given}");
    }
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn it_says_what_a_walk_from_minute_to_minute_finds(case in cases()) {
        prop_assert_eq!(case.says(), Walk::new(&case).finds());
    }

    #[test]
    fn open_lasts_until_the_first_minute_that_is_not_known_to_be_open(case in cases()) {
        let walk = Walk::new(&case);
        let (Opening::OpenNow { until, .. } | Opening::SourcesDiffer(Disagreement::OpenUntil(until))) =
            case.says() else { return Ok(()) };
        let mut minute = walk.now;
        while walk.known(minute) == Known::Open {
            minute += 1;
        }
        prop_assert!(minute > walk.now);
        prop_assert_eq!(until, walk.ending(minute));
    }

    #[test]
    fn it_opens_at_the_first_open_minute_and_nothing_before_it_is_unknown(case in cases()) {
        let walk = Walk::new(&case);
        let (Opening::OpensAt { moment, .. }
        | Opening::SourcesDiffer(
            Disagreement::MayBeClosed(Some(moment)) | Disagreement::Closed(Some(moment)),
        )) = case.says() else { return Ok(()) };
        let mut minute = walk.now;
        while walk.known(minute) == Known::Closed {
            minute += 1;
        }
        prop_assert!(minute > walk.now);
        prop_assert_eq!(walk.known(minute), Known::Open);
        prop_assert_eq!(moment, walk.starting(minute));
    }

    #[test]
    fn nothing_is_open_outside_every_period(case in cases()) {
        let open = matches!(
            case.says(),
            Opening::AlwaysOpen(_)
                | Opening::OpenNow { .. }
                | Opening::SourcesDiffer(Disagreement::OpenUntil(_))
        );
        let walk = Walk::new(&case);
        prop_assert!(!open || walk.is_in_a_period(Claim::Shared, walk.now));
    }

    #[test]
    fn sources_that_differ_make_it_closed_only_where_none_has_it_open(
        case in cases().prop_map(Case::of_several),
    ) {
        let says = case.says();
        let claims = matches!(says, Opening::OpenNow { .. } | Opening::OpensAt { .. });
        prop_assert!(!claims, "{:?}", says);
        let walk = Walk::new(&case);
        match says {
            Opening::SourcesDiffer(Disagreement::Closed(_)) => {
                for claim in [Claim::Shared, Claim::Newest, Claim::Any] {
                    prop_assert!(walk.known_of(claim, walk.now) != Known::Open, "{:?}", claim);
                }
            }
            Opening::SourcesDiffer(Disagreement::MayBeOpen(_)) => {
                prop_assert!(walk.is_in_a_period(Claim::Newest, walk.now));
            }
            Opening::SourcesDiffer(Disagreement::MayBeClosed(_)) => {
                prop_assert!(walk.is_in_a_period(Claim::Any, walk.now));
                prop_assert!(!walk.is_in_a_period(Claim::Newest, walk.now));
            }
            _ => {}
        }
        // A holiday ahead would imply that nothing before it is open.
        if let Opening::HolidayUnknown(day) = says {
            prop_assert_eq!(day, RelativeDay::Today);
        }
    }

    #[test]
    fn one_source_is_never_passed_off_as_several(case in cases()) {
        let (Opening::AlwaysOpen(backing)
        | Opening::OpenNow { backing, .. }
        | Opening::OpensAt { backing, .. }) = case.says() else { return Ok(()) };
        let single = case.agreement() == Some(Agreement::Single);
        prop_assert_eq!(backing == Corroboration::OneSource, single);
    }

    #[test]
    fn a_clock_that_is_wrong_makes_it_say_nothing(case in cases()) {
        let wrong = !Walk::new(&case).is_known_day();
        if wrong {
            prop_assert_eq!(case.says(), Opening::ClockWrong);
        }
        let (mut early, mut late) = (case.clone(), case);
        early.now = early.built.to_zoned(crate::london()).unwrap().timestamp().as_second() - 1;
        prop_assert_eq!(early.says(), Opening::ClockWrong);
        early.now /= 2;
        prop_assert_eq!(early.says(), Opening::ClockWrong);
        let end = late.last.tomorrow().unwrap().to_zoned(crate::london()).unwrap();
        late.now = end.timestamp().as_second();
        prop_assert_eq!(late.says(), Opening::ClockWrong);
    }

    #[test]
    fn a_holiday_with_unknown_hours_is_called_so(case in cases()) {
        let walk = Walk::new(&case);
        if case.rule().is_none() || !walk.is_known_day() {
            return Ok(());
        }
        prop_assert_eq!(
            case.says() == Opening::HolidayUnknown(RelativeDay::Today),
            walk.known(walk.now) == Known::Holiday
        );
    }

    #[test]
    fn what_the_page_holds_says_what_the_build_says(case in cases()) {
        let (timetable, almanac) = (case.timetable(), case.almanac());
        let json = serde_json::to_string(&timetable).unwrap();
        let read: Timetable = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&read, &timetable);
        let json = serde_json::to_string(&almanac).unwrap();
        let known: Almanac = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&known, &almanac);
        prop_assert_eq!(read.at(&known, case.now), case.says());
    }

    #[test]
    fn numbers_that_are_not_ours_are_refused_or_answered(
        case in cases(),
        terms in -20..100_i64,
        edges in proptest::collection::btree_set(-100..11_000_i64, 0..6),
        now in any::<i64>(),
    ) {
        let numbers: Vec<i64> = [terms].into_iter().chain(edges).collect();
        if let Ok(timetable) = Timetable::try_from(numbers.clone()) {
            let early = timetable.at(&case.almanac(), now.min(0));
            prop_assert_eq!(early, Opening::ClockWrong);
            prop_assert_ne!(timetable.at(&case.almanac(), now), Opening::NotStated);
            prop_assert_ne!(timetable.at(&case.almanac(), case.now), Opening::NotStated);
            prop_assert_eq!(Vec::<i64>::from(timetable), numbers);
        }
    }
}

#[test]
fn numbers_that_no_build_writes_are_refused() {
    // A line of England and Wales, confirmed, open on Mondays from 01:00 to 02:00.
    let terms = 9;
    let fine = Timetable::try_from(vec![terms, 60, 120]);
    assert!(fine.is_ok());
    for numbers in [
        vec![terms],
        vec![terms, 60],
        vec![terms, 120, 60],
        vec![terms, 60, 60],
        vec![terms, 60, 120, 100, 180],
        // Longer hours are for sources that differ, which have two further weeks.
        vec![terms, 60, 120, -1, 60, 180, -1, 60, 180],
        vec![terms + 2, 60, 120],
        vec![terms + 2, 60, 120, -1, 60, 180],
        vec![terms, -60, 120],
        vec![terms, 60, 7 * 24 * 60 + 1],
        vec![-1, 60, 120],
        vec![9 * 8, 60, 120],
    ] {
        let read = Timetable::try_from(numbers.clone());
        assert!(read.is_err(), "{numbers:?}");
    }
    for numbers in [vec![], vec![20_000]] {
        assert!(Almanac::try_from(numbers).is_err());
    }
}
