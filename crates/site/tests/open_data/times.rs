//! Hours, dates and sources are equal to the edition's. Hours that are not stated are absent.

use domain::opening::{TimeOfDay, Weekday};
use domain::service::{
    Agreement, Bill, Confidence, DisputedHours, Group, Hours, OnBankHolidays, Period, Service,
};
use serde_json::Value;

use crate::scene::{Scene, attributes, list, text};

const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// Every span of a week: the index of its day, opening and closing time.
fn week(service: &Service) -> Vec<(usize, String, String)> {
    let place = |day| Weekday::ALL.iter().position(|other| *other == day).unwrap();
    match &service.hours {
        Hours::NotStated => Vec::new(),
        Hours::Always { .. } => (0..7)
            .map(|day| (day, "00:00".into(), "24:00".into()))
            .collect(),
        Hours::Weekly { periods, .. } => {
            let stretch =
                |it: &Period| (place(it.day), it.opens.to_string(), it.closes.to_string());
            periods.iter().map(stretch).collect()
        }
    }
}

/// The same, parsed from the file.
fn written_week(written: &Value) -> Vec<(usize, String, String)> {
    let mut found = Vec::new();
    for schedule in list(written, "schedules") {
        assert_eq!(schedule["freq"], "WEEKLY");
        let (opens, closes) = (text(schedule, "opens_at"), text(schedule, "x_closes_at"));
        let in_format = if closes == "24:00" { "23:59" } else { closes };
        assert_eq!(text(schedule, "closes_at"), in_format);
        for day in text(schedule, "byday").split(',') {
            let day = DAYS.iter().position(|other| *other == day).unwrap();
            found.push((day, opens.to_owned(), closes.to_owned()));
        }
    }
    found.sort();
    found
}

#[test]
fn every_hour_is_there_and_none_where_none_is_stated() {
    let scene = Scene::full();
    let mut kinds = [0; 3];
    for (service, written) in scene.each() {
        assert_eq!(written_week(written), week(service), "{}", service.id);
        let (kind, place) = match service.hours {
            Hours::Always { .. } => ("always", 0),
            Hours::Weekly { .. } => ("weekly", 1),
            Hours::NotStated => ("not-stated", 2),
        };
        assert_eq!(attributes(written, "hours"), [kind]);
        assert_eq!(
            written.get("schedules").is_some(),
            place != 2,
            "{}",
            service.id
        );
        let words = written.get("x_hours_description").and_then(Value::as_str);
        assert_eq!(words, service.words.hours.as_deref());
        kinds[place] += 1;
    }
    assert!(kinds.iter().all(|count| *count > 1), "{kinds:?}");
}

#[test]
fn a_week_with_two_stretches_a_day_and_one_to_midnight_comes_back_as_it_was() {
    let mut edition = Scene::full().edition;
    let periods: Vec<Period> = Weekday::ALL
        .into_iter()
        .flat_map(|day| {
            let at = |text| TimeOfDay::parse(text).unwrap();
            let late = if day == Weekday::Friday {
                "24:00"
            } else {
                "23:30"
            };
            [("00:00", "01:30"), ("18:00", late)].map(|(opens, closes)| Period {
                day,
                opens: at(opens),
                closes: at(closes),
            })
        })
        .collect();
    let example = edition.services.iter_mut().find(|it| it.id == "example");
    example.unwrap().hours = Hours::Weekly {
        periods,
        disputed: DisputedHours::default(),
        agreement: Agreement::Single,
        bank_holidays: OnBankHolidays::Closed,
    };
    let scene = Scene::of(edition);
    let written = scene.one("example");
    assert_eq!(
        written_week(written),
        week(scene.edition.service("example").unwrap())
    );
    let days = list(written, "schedules")
        .iter()
        .map(|it| text(it, "byday"));
    assert_eq!(
        days.collect::<Vec<_>>(),
        [DAYS.join(","), "MO,TU,WE,TH,SA,SU".into(), "FR".into()]
    );
    assert_eq!(attributes(written, "bank-holidays"), ["closed"]);
}

#[test]
fn hours_say_whose_clock_they_are_by_and_never_that_it_is_greenwich_s() {
    for (service, written) in Scene::full().each() {
        for schedule in list(written, "schedules") {
            assert_eq!(schedule["x_timezone"], "Europe/London");
            // A UTC offset would be wrong for half of the year.
            assert!(schedule.get("timezone").is_none());
            let notes = text(schedule, "notes");
            let local = notes.contains("Local time in the United Kingdom");
            assert!(local, "{notes}");
            // No reader is told to doubt 999.
            let doubts = notes.contains("Hours can change.");
            assert_eq!(doubts, service.group != Group::Emergency, "{notes}");
        }
    }
}

#[test]
fn hours_on_which_sources_differ_say_so_and_no_others_do() {
    let mut disagree = 0;
    for (service, written) in Scene::full().each() {
        let (agreement, holidays) = match &service.hours {
            Hours::Always {
                agreement,
                bank_holidays,
            }
            | Hours::Weekly {
                agreement,
                bank_holidays,
                ..
            } => (*agreement, *bank_holidays),
            Hours::NotStated => {
                assert!(attributes(written, "hours-agreement").is_empty());
                assert!(attributes(written, "bank-holidays").is_empty());
                continue;
            }
        };
        let code = match agreement {
            Agreement::Confirmed => "confirmed",
            Agreement::Single => "single",
            Agreement::Disagree => "disagree",
        };
        assert_eq!(attributes(written, "hours-agreement"), [code]);
        let rule = match holidays {
            OnBankHolidays::Open => "open",
            OnBankHolidays::Closed => "closed",
            OnBankHolidays::Unknown => "unknown",
        };
        assert_eq!(attributes(written, "bank-holidays"), [rule]);
        for schedule in list(written, "schedules") {
            let says_so = text(schedule, "notes").contains("Sources give different hours");
            assert_eq!(says_so, agreement == Agreement::Disagree, "{}", service.id);
        }
        disagree += usize::from(agreement == Agreement::Disagree);
    }
    assert!(disagree > 1, "{disagree}");
}

#[test]
fn every_date_and_every_source_is_there() {
    for (service, written) in Scene::full().each() {
        let assurance = &service.assurance;
        assert_eq!(text(written, "assured_date"), assurance.checked.to_string());
        assert_eq!(
            text(written, "x_next_check"),
            assurance.next_check.to_string()
        );
        let sources = list(written, "x_sources").iter();
        let sources: Vec<_> = sources
            .map(|it| (text(it, "name"), text(it, "date")))
            .collect();
        let expected = assurance.sources.iter();
        let expected: Vec<_> = expected
            .map(|it| (it.name.as_str(), it.date.as_str()))
            .collect();
        assert_eq!(sources, expected, "{}", service.id);
        let confidence = match assurance.confidence {
            Confidence::Confirmed => "confirmed",
            Confidence::Single => "single",
            Confidence::Advice => "advice",
        };
        assert_eq!(attributes(written, "confidence"), [confidence]);
    }
}

#[test]
fn hours_hold_until_the_next_check_but_those_of_999_never_run_out() {
    let mut emergencies = 0;
    for (service, written) in Scene::full().each() {
        let next = service.assurance.next_check.to_string();
        let emergency = service.group == Group::Emergency;
        for schedule in list(written, "schedules") {
            assert_eq!(schedule["valid_from"], written["assured_date"]);
            let until = schedule.get("valid_to").and_then(Value::as_str);
            assert_eq!(
                until,
                (!emergency).then_some(next.as_str()),
                "{}",
                service.id
            );
        }
        emergencies += usize::from(emergency);
    }
    assert!(emergencies > 3, "{emergencies}");
}

#[test]
fn what_is_said_about_bills_is_beside_who_says_it() {
    let mut claims = 0;
    for (service, written) in Scene::full().each() {
        match &service.bill {
            Bill::NotStated => assert!(written.get("x_bill").is_none(), "{}", service.id),
            Bill::ShouldNotShow(source) => {
                let bill = &written["x_bill"];
                assert_eq!(bill["claim"], "should-not-show");
                assert_eq!(text(&bill["source"], "name"), source.name);
                assert_eq!(text(&bill["source"], "date"), source.date);
                claims += 1;
            }
        }
    }
    assert!(claims > 1, "{claims}");
}
