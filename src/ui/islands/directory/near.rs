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

/// The field for a county, town or police force, and the forces it may mean. Whoever typed chooses.
pub(super) fn near(finding: Finding, off: Signal<bool>) -> impl IntoView + use<> {
    let index = StoredValue::new(Index::default());
    let read = RwSignal::new(false);
    let begun = StoredValue::new(false);
    let typed = finding.near;
    let begin = move || {
        if !begun.get_value() {
            begun.set_value(true);
            read_areas(finding, index, read);
        }
    };
    let meant = Memo::new(move |_| {
        let query = typed.get();
        if query.trim().chars().count() < 2 || !read.get() {
            return Vec::new();
        }
        let hits = index.with_value(|index| index.search(&query));
        let whole = hits.into_iter().filter(|hit| hit.has_every_word);
        whole
            .take(OFFERS)
            .map(|hit| hit.document.place())
            .collect::<Vec<usize>>()
    });
    let force_at = move |row: usize| {
        let place = meant.with(|meant| meant.get(row).copied())?;
        finding.with(|all| {
            let force = all.forces.get(place)?;
            let words = all
                .labels
                .force
                .replace("{force}", &force.force)
                .replace("{place}", &force.name);
            Some((
                words,
                Place::Police(u16::try_from(place).ok()?, force.region),
            ))
        })
    };
    let offers = (0..OFFERS).map(move |row| {
        let place = move || force_at(row).map(|(_, place)| place);
        view! {
            <button
                type="button"
                class="button near__offer"
                hidden=move || place().is_none()
                aria-pressed=move || {
                    let chosen = finding.answers.with(|answers| answers.place);
                    if chosen.is_some() && chosen == place() { "true" } else { "false" }
                }
                on:click=move |_| {
                    if let Some(place) = place() {
                        finding.answer_place(place);
                    }
                }
            >
                {move || force_at(row).map(|(words, _)| words).unwrap_or_default()}
            </button>
        }
    });
    let (label, nothing) =
        finding.with(|all| (all.labels.near.clone(), all.labels.near_nothing.clone()));
    let said = move || {
        let unknown = typed.with(|typed| typed.trim().chars().count() > 2) && read.get();
        if unknown && meant.with(Vec::is_empty) {
            nothing.clone()
        } else {
            String::new()
        }
    };
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
                    on:focus=move |_| begin()
                    on:input:target=move |event| {
                        begin();
                        typed.set(event.target().value());
                    }
                />
            </label>
            <div class="near__offers">{offers.collect_view()}</div>
            <p class="near__said" role="status">{said}</p>
        </div>
    }
}

/// Reads the names of every area, a few in each task.
fn read_areas(finding: Finding, index: StoredValue<Index>, read: RwSignal<bool>) {
    let count = finding.with(|all| all.forces.len());
    let add = move |place: usize| {
        let area = finding.with(|all| {
            let force = all.forces.get(place);
            force.map(|force| {
                (
                    format!("{} {}", force.name, force.force),
                    force.places.clone(),
                )
            })
        });
        let (name, places) = area.unwrap_or_default();
        index.update_value(|index| {
            index.add(&name, &places, "");
        });
    };
    clock::in_steps(count, AREAS_IN_A_TASK, add, move || read.set(true));
}
