//! Builds the props of the islands from the edition.

use std::collections::BTreeMap;

use crate::ui::PageContext;
use content::{Edition, InterfaceText};
use domain::matching::{Candidate, ReasonText};
use domain::opening::Timetable;
use domain::place::{PoliceArea, Region};
use domain::preferences::{ExitKeys, ReturnView, TextSize};
use domain::props::Props as _;
use domain::service::{Agreement, ContactMode, Group, Hours, PerpetratorRelation, Service};
use domain::site::ExitDestination;
use domain::view::View;
use sidedoor::islands::{
    Crisis, DirectoryProps, IslandProps, Labels, NavLabels, PoliceAreaRow, Question, ServiceRow,
    SettingsText,
};

/// Builds the props of every island.
pub(in crate::ui) fn island_props() -> IslandProps {
    let text = PageContext::get().edition.text.clone();
    let ways = NavLabels {
        titles: View::ALL.map(|view| text.view(view).title).to_vec(),
        landmark: text.ways.landmark,
        back: text.ways.back,
        search: text.ways.search,
    };
    IslandProps {
        navigation: ways.to_lines(),
        finder: directory().to_lines(),
        settings: settings_text().to_lines(),
    }
}

/// Builds the props of the directory. The text of the services is in the page already.
fn directory() -> DirectoryProps {
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
        ServiceRow {
            candidate: Candidate::of(service, &edition.places),
            hours: Timetable::of(&service.hours, &service.areas),
            checked: (service.group != Group::Emergency).then_some(dates),
            search: search_keywords(service),
        }
    };
    let force = |area: &std::sync::Arc<PoliceArea>| PoliceAreaRow {
        force: area.force.clone(),
        name: area.name.clone(),
        region: area.region,
        places: place_aliases(area).join(", "),
    };
    let near = edition
        .places
        .iter()
        .position(|area| area.id == site.area.id);
    DirectoryProps {
        labels: labels(text),
        reasons: reason_text(text),
        opening: text.now.clone(),
        regions: Region::ALL
            .iter()
            .filter_map(|region| text.areas.get(region).cloned())
            .collect(),
        months: text.months.clone(),
        almanac: edition.bank_holidays.almanac(built),
        near: near.unwrap_or_default(),
        police_areas: edition.places.iter().map(force).collect(),
        crisis: crisis(&edition),
        services: edition.services.iter().map(entry).collect(),
    }
}

/// Finds the crisis phrases, with the service that lists them and the guide for them.
fn crisis(edition: &Edition) -> Option<Crisis> {
    let mut services = edition.services.iter().enumerate();
    let (service, listed) = services.find(|(_, service)| !service.words.crisis.is_empty())?;
    Some(Crisis {
        phrases: listed.words.crisis.clone(),
        service,
        guide: edition.guides.iter().position(|guide| guide.crisis)?,
    })
}

/// Returns the places of an area that its name does not contain.
fn place_aliases(area: &PoliceArea) -> Vec<&str> {
    let places = area.places.iter().map(String::as_str);
    places
        .filter(|place| *place != area.name && *place != area.force)
        .collect()
}

/// Builds the search keywords that the indexed text of a card lacks: synonyms, areas, and whether the service
/// answers at night.
fn search_keywords(service: &Service) -> String {
    let edition = PageContext::get().edition;
    let shown = format!("{}\n{}", service.name, service.words.eligibility).to_lowercase();
    let search = service.words.search.iter().cloned();
    let mut search_keywords: Vec<String> = search
        .filter(|word| !shown.contains(&word.to_lowercase()))
        .collect();
    search_keywords.extend(service.areas.iter().map(|area| edition.area(area)));
    let never_closes = matches!(&service.hours, Hours::Always { agreement, .. } if *agreement != Agreement::Disagree);
    if never_closes && service.is_staffed() {
        search_keywords.push(edition.text.directory.night.clone());
    }
    search_keywords.join(", ")
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
        no_match: words.no_match,
        waiting: words.waiting,
        again: words.again,
        any: words.any,
        skip: words.skip,
        change: words.change,
        questions: vec![words.place, words.perpetrator, words.talk],
        near: words.near,
        near_found: words.near_found,
        near_guess: words.near_guess,
        near_nothing: words.near_nothing,
        force: words.force,
        first: words.first,
        more: words.more,
        check_first: text.service.check_first.clone(),
        copied: text.service.copied.clone(),
        not_copied: text.service.not_copied.clone(),
        stop: text.guide.stop.clone(),
        no_voice: text.guide.no_voice.clone(),
    }
}

fn reason_text(text: &InterfaceText) -> ReasonText {
    let words = text.directory.clone();
    ReasonText {
        danger: words.reasons.danger,
        local: words.reasons.local,
        works: words.reasons.works,
        signposted: words.reasons.pointed_to,
        unknown: words.reasons.unknown,
        specialism: words.reasons.knows,
        perpetrator_relations: PerpetratorRelation::ALL
            .iter()
            .filter_map(|relation| words.perpetrators.get(relation).cloned())
            .collect(),
        contact_mode_reasons: ContactMode::ALL
            .iter()
            .filter_map(|talk| words.can.get(talk).cloned())
            .collect(),
        contact_modes: ContactMode::ALL
            .iter()
            .filter_map(|talk| words.talks.get(talk).cloned())
            .collect(),
    }
}

fn settings_text() -> SettingsText {
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
    SettingsText {
        letters: Question {
            title: text.letters_title,
            answers: in_order(TextSize::ALL, &text.letters),
        },
        way: Question {
            title: text.way_title,
            answers: destinations,
        },
        back: Question {
            title: text.back_title,
            answers: in_order(ReturnView::ALL, &text.back),
        },
        keys: Question {
            title: text.keys_title,
            answers: in_order(ExitKeys::ALL, &text.keys),
        },
        keep: text.keep,
        kept: text.kept,
        forgotten: text.forgotten,
        not_kept: text.not_kept,
    }
}

/// Returns the labels of the answers, in the order of their enum.
fn in_order<T: Ord>(
    values: impl IntoIterator<Item = T>,
    names: &BTreeMap<T, String>,
) -> Vec<String> {
    let found = values.into_iter().map(|value| names.get(&value).cloned());
    found.map(Option::unwrap_or_default).collect()
}
