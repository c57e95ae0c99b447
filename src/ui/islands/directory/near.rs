//! Near me, without anybody's position: a county, a town or a police force is looked up on the phone.

use leptos::prelude::*;

use super::entry::Force;
use super::finding::Finding;
use super::no_corrections;
use crate::domain::finder::Place;
use crate::domain::place::{NameFit, fit};
use crate::domain::search::Index;
use crate::platform::clock;

/// How many forces are offered: a name such as Newport stands in several areas.
const OFFERS: usize = 6;

/// The areas of police forces, and what is looked for among them.
#[derive(Debug, Clone, Copy)]
struct Areas {
    finding: Finding,
    index: StoredValue<Index>,
    is_begun: StoredValue<bool>,
    is_read: RwSignal<bool>,
    meant: Memo<Meant>,
}

/// What somebody may have meant: names of places, each with its area's place in the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Meant {
    places: Vec<(String, usize)>,
    /// Whether the names are only like what was typed.
    is_guess: bool,
}

impl Areas {
    fn new(finding: Finding) -> Self {
        let index = StoredValue::new(Index::default());
        let is_read = RwSignal::new(false);
        let meant = Memo::new(move |_| {
            let typed = finding.near.get();
            let is_read = is_read.get();
            if typed.trim().chars().count() < 2 {
                return Meant::default();
            }
            let mut meant = finding.with(|all| Meant::named(&all.forces, &typed));
            if meant.places.is_empty() && is_read {
                let hits = index.with_value(|index| index.search(&typed));
                let whole = hits.into_iter().filter(|hit| hit.has_every_word);
                meant = finding.with(|all| {
                    let like = whole.filter_map(|hit| {
                        let place = hit.document.place();
                        Some((all.forces.get(place)?.name.clone(), place))
                    });
                    Meant {
                        places: like.collect(),
                        is_guess: true,
                    }
                });
            }
            meant.places.truncate(OFFERS);
            meant
        });
        Self {
            finding,
            index,
            is_begun: StoredValue::new(false),
            is_read,
            meant,
        }
    }

    /// Reads the names of every area, a few in each task, the first time that it is called.
    fn read(self) {
        if self.is_begun.get_value() {
            return;
        }
        self.is_begun.set_value(true);
        let count = self.finding.with(|all| all.forces.len());
        let add = move |place: usize| {
            let names = self
                .finding
                .with(|all| all.forces.get(place).map(|force| force.places.clone()));
            self.index.update_value(|index| {
                index.add("", &names.unwrap_or_default(), "");
            });
        };
        clock::in_steps(count, add, move || self.is_read.set(true));
    }

    /// What stands on an offer, and where it is.
    fn offer(self, row: usize) -> Option<(String, Place)> {
        let (name, place) = self.meant.with(|meant| meant.places.get(row).cloned())?;
        self.finding.with(|all| {
            let force = all.forces.get(place)?;
            let words = all.labels.force.replace("{force}", &force.force);
            let here = Place::Police(u16::try_from(place).ok()?, force.region);
            Some((words.replace("{place}", &name), here))
        })
    }

    /// What is said about what was typed.
    fn said(self) -> String {
        let is_typed = self
            .finding
            .near
            .with(|typed| typed.trim().chars().count() > 2);
        let meant = self.meant.get();
        self.finding.with(|all| {
            let labels = &all.labels;
            let line = match (meant.places.len(), meant.is_guess) {
                (0, _) if is_typed && self.is_read.get() => &labels.near_nothing,
                (0, _) => return String::new(),
                (_, true) => &labels.near_guess,
                (_, false) => &labels.near_found,
            };
            line.replace("{count}", &meant.places.len().to_string())
        })
    }
}

impl Meant {
    /// The places with that name, or, where there is none, those that begin like it.
    fn named(forces: &[Force], typed: &str) -> Self {
        let mut whole = Vec::new();
        let mut beginning = Vec::new();
        for (place, force) in forces.iter().enumerate() {
            let names = [force.name.as_str(), force.force.as_str()].into_iter();
            for name in names.chain(force.places.split(", ")) {
                let found = match fit(name, typed) {
                    Some(NameFit::Whole) => &mut whole,
                    Some(NameFit::Beginning) => &mut beginning,
                    None => continue,
                };
                // The force and its area are one offer.
                let is_own = name == force.force;
                if !(is_own && found.iter().any(|(_, other)| *other == place)) {
                    let name = if is_own { force.name.as_str() } else { name };
                    found.push((name.to_owned(), place));
                }
            }
        }
        let places = if whole.is_empty() { beginning } else { whole };
        Self {
            places,
            is_guess: false,
        }
    }
}

/// The field for a county, town or police force, and the forces it may mean. Whoever typed chooses.
pub(super) fn near(finding: Finding, off: Signal<bool>) -> impl IntoView + use<> {
    let areas = Areas::new(finding);
    let typed = finding.near;
    let label = finding.with(|all| all.labels.near.clone());
    let offers = (0..OFFERS).map(move |row| offer(areas, row)).collect_view();
    view! {
        <div class="near">
            <label class="field">
                <span class="field__label">{label}</span>
                <input
                    type="text"
                    maxlength="60"
                    class="field__box"
                    autocomplete="off"
                    {..no_corrections()}
                    disabled=off
                    prop:value=move || typed.get()
                    on:focus=move |_| areas.read()
                    on:input:target=move |event| {
                        areas.read();
                        typed.set(event.target().value());
                    }
                />
            </label>
            <p class="near__said" role="status">{move || areas.said()}</p>
            <div class="near__offers">{offers}</div>
        </div>
    }
}

/// A force that was perhaps meant.
fn offer(areas: Areas, row: usize) -> impl IntoView {
    let place = move || areas.offer(row).map(|(_, place)| place);
    let is_chosen = move || {
        let chosen = areas.finding.answers.with(|answers| answers.place);
        chosen.is_some() && chosen == place()
    };
    view! {
        <button
            type="button"
            class="button near__offer"
            hidden=move || place().is_none()
            aria-pressed=move || if is_chosen() { "true" } else { "false" }
            on:click=move |_| {
                if let Some(place) = place() {
                    areas.finding.answer_place(place);
                }
            }
        >
            {move || areas.offer(row).map(|(words, _)| words).unwrap_or_default()}
        </button>
    }
}
