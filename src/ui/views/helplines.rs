//! Every service: first what fits most people, then a way to find others, then all of them.

use leptos::prelude::*;

use crate::content::InterfaceText;
use crate::domain::finder::{FinderWords, Listed, Talk};
use crate::domain::opening::Timetable;
use crate::domain::place::{Area, PoliceArea, Region};
use crate::domain::service::{Agreement, Doer, Group, Hours, Service};
use crate::ui::PageContext;
use crate::ui::components::lifeline::{near, near_label, specialist};
use crate::ui::components::{CallLook, CallRow, FoldCard, Lifeline, ServiceCard};
use crate::ui::islands::{Directory, Entry, Finder, Force, Labels};

/// The list of services.
#[component]
pub fn Helplines() -> impl IntoView {
    let PageContext { edition, site, .. } = PageContext::get();
    let text = &edition.text;
    let danger = edition
        .services_in(Group::Emergency)
        .find_map(|service| service.call().cloned());
    let groups = Group::ALL.map(|group| {
        let title = text.groups.get(&group).cloned().unwrap_or_default();
        let services = edition.services_in(group).cloned();
        if group != Group::Local {
            return section(title, services.collect()).into_any();
        }
        let here = Area::Police(site.area.clone());
        let (near, far): (Vec<_>, Vec<_>) =
            services.partition(|service| service.areas.contains(&here));
        view! {
            {section(title.replace("{place}", &site.area.name), near)}
            {section(text.service.elsewhere.clone(), far)}
        }
        .into_any()
    });
    let directory = directory();
    view! {
        <div class="lifelines">
            {danger.map(|number| view! {
                <CallRow label=text.start.danger.clone() number look=CallLook::Line />
            })}
            <p class="small">{text.service.brief.clone()}</p>
            {specialist().map(|service| view! { <Lifeline label=service.name.clone() service brief=true /> })}
            {near().map(|service| view! { <Lifeline label=near_label(&service) service brief=true /> })}
        </div>
        <Finder lines=directory.lines() numbers=directory.numbers() />
        {groups.collect_view()}
        <FoldCard />
    }
}

fn section(title: String, services: Vec<Service>) -> impl IntoView {
    (!services.is_empty()).then(|| {
        let cards = services
            .into_iter()
            .map(|service| view! { <ServiceCard service /> });
        view! {
            <section class="services">
                <h3 class="services__title">{title}</h3>
                {cards.collect_view()}
            </section>
        }
    })
}

/// What the app has to know about the services. Their words stand in the page already.
fn directory() -> Directory {
    let PageContext {
        edition,
        site,
        built,
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
        entries: edition.services.iter().map(entry).collect(),
    }
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
    }
}

fn finder_words(text: &InterfaceText) -> FinderWords {
    let words = text.directory.clone();
    FinderWords {
        danger: text
            .groups
            .get(&Group::Emergency)
            .cloned()
            .unwrap_or_default(),
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
