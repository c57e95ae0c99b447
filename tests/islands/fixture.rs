//! Fixture: the props of a small directory, and its cards as the build would write them.

use domain::matching::{Candidate, ReasonText};
use domain::opening::{Almanac, Day, OpeningWords, Timetable};
use domain::place::Region;
use domain::service::{Agreement, ContactMode, Group, Hours, OnBankHolidays, PerpetratorRelation};
use sidedoor::islands::{DirectoryProps, Labels, PoliceAreaRow, ServiceRow};

/// A service: its name, its group, the countries and police areas it works in, relations and contact modes.
struct Example {
    name: &'static str,
    group: Group,
    regions: &'static [Region],
    areas: &'static [i64],
    relations: &'static [PerpetratorRelation],
    modes: &'static [ContactMode],
}

const EXAMPLES: [Example; 4] = [
    Example {
        name: "Emergency",
        group: Group::Emergency,
        regions: &[Region::Uk],
        areas: &[],
        relations: &[],
        modes: &[ContactMode::Aloud],
    },
    Example {
        name: "Stalking Helpline",
        group: Group::Stalking,
        regions: &[Region::England],
        areas: &[],
        relations: &[],
        modes: &[ContactMode::Aloud, ContactMode::Typing],
    },
    Example {
        name: "Local Helpline",
        group: Group::Local,
        regions: &[],
        areas: &[0],
        relations: &[PerpetratorRelation::Partner],
        modes: &[ContactMode::Aloud],
    },
    Example {
        name: "Text Line",
        group: Group::Support,
        regions: &[Region::Uk],
        areas: &[],
        relations: &[],
        modes: &[ContactMode::Text],
    },
];

/// A bit for each value (the format of [`Candidate::from_numbers`]).
fn bits(values: impl Iterator<Item = i64>) -> i64 {
    values.fold(0, |all, value| all | (1 << value))
}

fn candidate(example: &Example) -> Candidate {
    const STAFFED: i64 = 2;
    let mut numbers = vec![
        example.group as i64 * 4 + STAFFED,
        bits(example.regions.iter().map(|region| *region as i64)),
        bits(example.relations.iter().map(|relation| *relation as i64)),
        bits(example.modes.iter().map(|mode| *mode as i64)),
    ];
    numbers.extend(example.areas);
    Candidate::from_numbers(&numbers).unwrap()
}

fn row(example: &Example) -> ServiceRow {
    let hours = Hours::Always {
        agreement: Agreement::Confirmed,
        bank_holidays: OnBankHolidays::Open,
    };
    ServiceRow {
        candidate: candidate(example),
        hours: Timetable::of(&hours, &[]),
        checked: (example.group != Group::Emergency).then_some((DAYS[0], DAYS[1])),
        search: String::new(),
    }
}

/// 1 January 1970, and a day in the year 2133.
const DAYS: [Day; 2] = [Day::from_number(0), Day::from_number(59_700)];

fn area(name: &str, region: Region, places: &str) -> PoliceAreaRow {
    PoliceAreaRow {
        force: format!("{name} Police"),
        name: name.into(),
        region,
        places: places.into(),
    }
}

/// The props of the finder, with the example of a text line as often as it takes to have `services` services.
pub(crate) fn props(services: usize) -> DirectoryProps {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let examples = EXAMPLES.iter().chain(std::iter::repeat(&EXAMPLES[3]));
    DirectoryProps {
        near: 0,
        almanac: Almanac::new(DAYS[0], DAYS[1], []),
        labels: labels(),
        reasons: ReasonText {
            danger: "danger".into(),
            local: "near {place}".into(),
            works: "covers {place}".into(),
            signposted: "listed in {place}".into(),
            unknown: "anywhere".into(),
            specialism: "helps with {perpetrator}".into(),
            perpetrator_relations: PerpetratorRelation::ALL
                .map(|relation| format!("{relation:?}"))
                .into(),
            contact_mode_reasons: ContactMode::ALL.map(|mode| format!("by {mode:?}")).into(),
            contact_modes: ContactMode::ALL.map(|mode| format!("{mode:?}")).into(),
        },
        opening: opening(),
        regions: Region::ALL.map(|region| format!("{region:?}")).into(),
        months: texts(&["month"; 12]),
        police_areas: vec![
            area("Anyshire", Region::England, "Anytown, Newbridge"),
            area("Cambria", Region::Wales, "Newbridge"),
        ],
        crisis: None,
        services: examples.take(services).map(row).collect(),
    }
}

fn labels() -> Labels {
    Labels {
        search: "Search".into(),
        found: "{count} found".into(),
        to_read: "To read".into(),
        found_to_read: "{count} to read".into(),
        nothing: "nothing found".into(),
        unanswered: "no question answered".into(),
        cleared: "cleared".into(),
        choose: "Choose".into(),
        fit: "{count} fit".into(),
        no_match: "none fits".into(),
        waiting: "waiting".into(),
        again: "Again".into(),
        any: "not said".into(),
        skip: "Skip".into(),
        change: "Change".into(),
        questions: vec!["Where?".into(), "Who?".into(), "How?".into()],
        near: "Place".into(),
        near_found: "{count} places".into(),
        near_guess: "{count} like it".into(),
        near_nothing: "no such place".into(),
        force: "{place} ({force})".into(),
        first: "Found".into(),
        more: "{count} more".into(),
        check_first: "check first, {date}".into(),
        ..Labels::default()
    }
}

fn opening() -> OpeningWords {
    let word = |word: &str| word.to_owned();
    OpeningWords {
        always: word("open"),
        always_single: word("probably open"),
        open: word("open until {when}"),
        open_single: word("probably open until {when}"),
        closed: word("closed until {when}"),
        closed_single: word("probably closed until {when}"),
        differ_open: word("open at least until {when}"),
        may_be_open: word("may be open until {when}"),
        may_be_closed: word("may be closed until {when}"),
        differ_closed: word("closed until {when}"),
        may_be_open_now: word("may be open"),
        may_be_closed_now: word("may be closed"),
        closed_now: word("closed"),
        holiday_today: word("holiday"),
        holiday: word("holiday {day}"),
        other_day: word("{day} {time}"),
        morning: word("{time}am"),
        afternoon: word("{time}pm"),
        midday: word("midday"),
        midnight: word("midnight"),
        tomorrow: word("tomorrow"),
        weekdays: vec![word("day"); 7],
    }
}

/// The view of the services: the finder's place, then a card for each.
pub(crate) fn html(props: &DirectoryProps) -> String {
    let names = EXAMPLES.iter().map(|example| example.name.to_owned());
    let others = (EXAMPLES.len()..).map(|index| format!("Text Line {index}"));
    let cards = names.chain(others).take(props.services.len());
    let cards = cards.enumerate().map(|(index, name)| {
        format!(
            "<article class=service id=s{index}>
                <h4 class=service__name>{name}</h4>
                <p class=service__for>Anyone</p>
                <p class=now></p>
                <div class=service__contacts><a class=call href='tel:{index}'><bdi>{index}</bdi></a></div>
            </article>"
        )
    });
    format!(
        "<div data-view=2><div data-for=finder></div><div id=cards>{}</div></div>",
        cards.collect::<String>()
    )
}
