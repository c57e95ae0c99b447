//! Near me, without anybody's position: a county, a town or a police force is looked up on the phone.

use leptos::prelude::*;

use super::finding::Finding;
use super::no_corrections;
use crate::domain::finder::Place;
use crate::domain::search::Index;
use crate::platform::clock;

/// How many forces are offered: a name such as Newport stands in several areas.
const OFFERS: usize = 5;
/// How many areas are read in one task.
const AREAS_IN_A_TASK: usize = 4;

/// The areas of police forces, and what is looked for among them.
#[derive(Debug, Clone, Copy)]
struct Areas {
    finding: Finding,
    index: StoredValue<Index>,
    is_begun: StoredValue<bool>,
    is_read: RwSignal<bool>,
    /// The areas that may be meant, by their places in the list.
    meant: Memo<Vec<usize>>,
}

impl Areas {
    fn new(finding: Finding) -> Self {
        let index = StoredValue::new(Index::default());
        let is_read = RwSignal::new(false);
        let meant = Memo::new(move |_| {
            let query = finding.near.get();
            if query.trim().chars().count() < 2 || !is_read.get() {
                return Vec::new();
            }
            let hits = index.with_value(|index| index.search(&query));
            let whole = hits.into_iter().filter(|hit| hit.has_every_word);
            whole.take(OFFERS).map(|hit| hit.document.place()).collect()
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
            let area = self.finding.with(|all| {
                let force = all.forces.get(place);
                force.map(|force| {
                    (
                        format!("{}, {}", force.name, force.force),
                        force.places.clone(),
                    )
                })
            });
            let (name, places) = area.unwrap_or_default();
            self.index.update_value(|index| {
                index.add(&name, &places, "");
            });
        };
        clock::in_steps(count, AREAS_IN_A_TASK, add, move || self.is_read.set(true));
    }

    /// What stands on an offer, and where it is.
    fn offer(self, row: usize) -> Option<(String, Place)> {
        let place = self.meant.with(|meant| meant.get(row).copied())?;
        self.finding.with(|all| {
            let force = all.forces.get(place)?;
            let words = all.labels.force.replace("{force}", &force.force);
            let words = words.replace("{place}", &force.name);
            Some((
                words,
                Place::Police(u16::try_from(place).ok()?, force.region),
            ))
        })
    }

    /// Whether something was typed that is no name of a place.
    fn knows_nothing(self) -> bool {
        let is_typed = self
            .finding
            .near
            .with(|typed| typed.trim().chars().count() > 2);
        is_typed && self.is_read.get() && self.meant.with(Vec::is_empty)
    }
}

/// The field for a county, town or police force, and the forces it may mean. Whoever typed chooses.
pub(super) fn near(finding: Finding, off: Signal<bool>) -> impl IntoView + use<> {
    let areas = Areas::new(finding);
    let typed = finding.near;
    let (label, nothing) =
        finding.with(|all| (all.labels.near.clone(), all.labels.near_nothing.clone()));
    let said = move || {
        if areas.knows_nothing() {
            nothing.clone()
        } else {
            String::new()
        }
    };
    let offers = (0..OFFERS).map(move |row| offer(areas, row)).collect_view();
    view! {
        <div class="near">
            <label class="field">
                <span class="field__label">{label}</span>
                <input
                    type="text"
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
            <div class="near__offers">{offers}</div>
            <p class="near__said" role="status">{said}</p>
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
