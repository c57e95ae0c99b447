//! What the islands are told, from the words and the services of this edition.

use std::collections::BTreeMap;

use crate::content::{Edition, InterfaceText};
use crate::domain::finder::{FinderWords, Listed, Talk};
use crate::domain::opening::Timetable;
use crate::domain::place::{PoliceArea, Region};
use crate::domain::preferences::{Back, Keys, Letters};
use crate::domain::service::{Agreement, Doer, Group, Hours, Service};
use crate::domain::site::ExitDestination;
use crate::domain::view::View;
use crate::ui::PageContext;
use crate::ui::islands::{
    ChoicesWords, Crisis, Directory, Entry, Force, Given, Labels, Question, WaysWords,
};

/// All of it.
pub(in crate::ui) fn given() -> Given {
    let text = PageContext::get().edition.text.clone();
    let ways = WaysWords {
        titles: View::ALL.map(|view| text.view(view).title).to_vec(),
        landmark: text.ways.landmark,
        back: text.ways.back,
        search: text.ways.search,
    };
    Given {
        ways: ways.lines(),
        finder: directory().lines(),
        choices: choices_words().lines(),
    }
}

/// What the app has to know about the services. Their words stand in the page already.
fn directory() -> Directory {
    let PageContext {
        edition,
        site,
        built,
        ..
    } = PageContext::get();
    let text = &edition.text;
    let entry = |service: &Service| {
        let dates = (
            service.assurance.checked.into(),
            service.assurance.next_check.into(),
        );
        Entry {
            listed: Listed::of(service, &edition.places),
            hours: Timetable::of(&service.hours, &service.areas),
            checked: (service.group != Group::Emergency).then_some(dates),
            search: sought(service),
        }
    };
    let force = |area: &std::sync::Arc<PoliceArea>| Force {
        force: area.force.clone(),
        name: area.name.clone(),
        region: area.region,
        places: unnamed(area).join(", "),
    };
    let near = edition
        .places
        .iter()
        .position(|area| area.id == site.area.id);
    Directory {
        labels: labels(text),
        finder: finder_words(text),
        opening: text.now.clone(),
        regions: Region::ALL
            .iter()
            .filter_map(|region| text.areas.get(region).cloned())
            .collect(),
        months: text.months.clone(),
        almanac: edition.bank_holidays.almanac(built),
        near: near
            .and_then(|near| u16::try_from(near).ok())
            .unwrap_or_default(),
        forces: edition.places.iter().map(force).collect(),
        crisis: crisis(&edition),
        entries: edition.services.iter().map(entry).collect(),
    }
}

/// What comes first for words of despair: the service that lists them, and the guide that is for them.
fn crisis(edition: &Edition) -> Option<Crisis> {
    let mut services = edition.services.iter().enumerate();
    let (service, listed) = services.find(|(_, service)| !service.words.crisis.is_empty())?;
    Some(Crisis {
        phrases: listed.words.crisis.clone(),
        service,
        guide: edition.guides.iter().position(|guide| guide.crisis)?,
    })
}

/// The parts of an area that its own name does not name already.
fn unnamed(area: &PoliceArea) -> Vec<&str> {
    let places = area.places.iter().map(String::as_str);
    places
        .filter(|place| *place != area.name && *place != area.force)
        .collect()
}

/// What a service is looked for by and that its card does not show where it is searched: other words,
/// where it works, and whether it answers at night.
fn sought(service: &Service) -> String {
    let edition = PageContext::get().edition;
    let shown = format!("{}\n{}", service.name, service.words.for_whom).to_lowercase();
    let search = service.words.search.iter().cloned();
    let mut sought: Vec<String> = search
        .filter(|word| !shown.contains(&word.to_lowercase()))
        .collect();
    sought.extend(service.areas.iter().map(|area| edition.area(area)));
    let never_closes = matches!(&service.hours, Hours::Always { agreement, .. } if *agreement != Agreement::Disagree);
    if never_closes && service.somebody_answers() {
        sought.push(edition.text.directory.night.clone());
    }
    sought.join(", ")
}

fn labels(text: &InterfaceText) -> Labels {
    let words = text.directory.clone();
    Labels {
        search: words.search,
        found: words.found,
        to_read: words.to_read,
        found_to_read: words.found_to_read,
        nothing: words.nothing,
        unanswered: words.unanswered,
        cleared: words.cleared,
        choose: words.choose,
        fit: words.fit,
        nobody: words.nobody,
        waiting: words.waiting,
        again: words.again,
        any: words.any,
        skip: words.skip,
        change: words.change,
        questions: [words.place, words.doer, words.talk],
        near: words.near,
        near_found: words.near_found,
        near_guess: words.near_guess,
        near_nothing: words.near_nothing,
        force: words.force,
        first: words.first,
        check_first: text.service.check_first.clone(),
        copied: text.service.copied.clone(),
        not_copied: text.service.not_copied.clone(),
        hush: text.guide.hush.clone(),
        no_voice: text.guide.no_voice.clone(),
    }
}

fn finder_words(text: &InterfaceText) -> FinderWords {
    let words = text.directory.clone();
    FinderWords {
        danger: words.reasons.danger,
        local: words.reasons.local,
        works: words.reasons.works,
        pointed_to: words.reasons.pointed_to,
        unknown: words.reasons.unknown,
        knows: words.reasons.knows,
        doers: Doer::ALL
            .iter()
            .filter_map(|doer| words.doers.get(doer).cloned())
            .collect(),
        can: Talk::ALL
            .iter()
            .filter_map(|talk| words.can.get(talk).cloned())
            .collect(),
        talks: Talk::ALL
            .iter()
            .filter_map(|talk| words.talks.get(talk).cloned())
            .collect(),
    }
}

fn choices_words() -> ChoicesWords {
    let PageContext {
        edition,
        site,
        kept,
        ..
    } = PageContext::get();
    let text = edition.text.choices.clone();
    let named = |exit: &ExitDestination| format!("{} ({})", exit.name, exit.address.host());
    let destinations = if kept {
        vec![edition.text.keep.leads_to.clone()]
    } else {
        site.exits.iter().map(named).collect()
    };
    ChoicesWords {
        letters: Question {
            title: text.letters_title,
            answers: in_order(Letters::ALL, &text.letters),
        },
        way: Question {
            title: text.way_title,
            answers: destinations,
        },
        back: Question {
            title: text.back_title,
            answers: in_order(Back::ALL, &text.back),
        },
        keys: Question {
            title: text.keys_title,
            answers: in_order(Keys::ALL, &text.keys),
        },
        keep: text.keep,
        kept: text.kept,
        forgotten: text.forgotten,
        not_kept: text.not_kept,
    }
}

/// The names of the answers, in the order in which their type lists them.
fn in_order<T: Ord>(
    values: impl IntoIterator<Item = T>,
    names: &BTreeMap<T, String>,
) -> Vec<String> {
    let found = values.into_iter().map(|value| names.get(&value).cloned());
    found.map(Option::unwrap_or_default).collect()
}
