//! Local services without geolocation: looks up a county, town or police force on the phone.

use leptos::prelude::*;

use super::no_corrections;
use super::props::PoliceAreaRow;
use super::search_state::SearchState;
use browser::scheduler;
use domain::matching::Place;
use domain::place::{NameMatch, fit};
use domain::search::Index;

/// Maximum number of suggestions: a name such as Newport occurs in several areas.
const MAX_SUGGESTIONS: usize = 6;

/// The police areas and the suggestions for the typed name.
#[derive(Debug, Clone, Copy)]
struct Areas {
    state: SearchState,
    index: StoredValue<Index>,
    is_begun: StoredValue<bool>,
    is_read: RwSignal<bool>,
    meant: Memo<PlaceSuggestions>,
}

/// Suggestions for a typed name: places, each with the index of its area.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct PlaceSuggestions {
    places: Vec<(String, usize)>,
    /// Whether the names are only similar to the input.
    is_guess: bool,
}

impl Areas {
    fn new(state: SearchState) -> Self {
        let index = StoredValue::new(Index::default());
        let is_read = RwSignal::new(false);
        let meant = Memo::new(move |_| {
            let typed = state.near.get();
            let is_read = is_read.get();
            if typed.trim().chars().count() < 2 {
                return PlaceSuggestions::default();
            }
            let mut meant = state.with(|all| PlaceSuggestions::named(&all.police_areas, &typed));
            if meant.places.is_empty() && is_read {
                let hits = index.with_value(|index| index.search(&typed));
                let whole = hits.into_iter().filter(|hit| hit.has_every_word);
                meant = state.with(|all| {
                    let like = whole.filter_map(|hit| {
                        let place = hit.document.place();
                        Some((all.police_areas.get(place)?.name.clone(), place))
                    });
                    PlaceSuggestions {
                        places: like.collect(),
                        is_guess: true,
                    }
                });
            }
            meant.places.truncate(MAX_SUGGESTIONS);
            meant
        });
        Self {
            state,
            index,
            is_begun: StoredValue::new(false),
            is_read,
            meant,
        }
    }

    /// Builds the index of area names in batches, on the first call.
    fn read(self) {
        if self.is_begun.get_value() {
            return;
        }
        self.is_begun.set_value(true);
        let count = self.state.with(|all| all.police_areas.len());
        let add = move |place: usize| {
            let names = self.state.with(|all| {
                all.police_areas
                    .get(place)
                    .map(|force| force.places.clone())
            });
            self.index.update_value(|index| {
                index.add("", &names.unwrap_or_default(), "");
            });
        };
        scheduler::run_in_batches(count, add, move || self.is_read.set(true));
    }

    /// Returns the label and the place of a suggestion.
    fn offer(self, row: usize) -> Option<(String, Place)> {
        let (name, place) = self.meant.with(|meant| meant.places.get(row).cloned())?;
        self.state.with(|all| {
            let force = all.police_areas.get(place)?;
            let words = all.labels.force.replace("{force}", &force.force);
            let here = Place::Police(u16::try_from(place).ok()?, force.region);
            Some((words.replace("{place}", &name), here))
        })
    }

    /// Returns the status message for the input.
    fn status(self) -> String {
        let is_typed = self
            .state
            .near
            .with(|typed| typed.trim().chars().count() > 2);
        let meant = self.meant.get();
        self.state.with(|all| {
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

impl PlaceSuggestions {
    /// Finds the places with that name; if there are none, those with that prefix.
    fn named(police_areas: &[PoliceAreaRow], typed: &str) -> Self {
        let mut whole = Vec::new();
        let mut beginning = Vec::new();
        for (place, force) in police_areas.iter().enumerate() {
            let names = [force.name.as_str(), force.force.as_str()].into_iter();
            for name in names.chain(force.places.split(", ")) {
                let found = match fit(name, typed) {
                    Some(NameMatch::Whole) => &mut whole,
                    Some(NameMatch::Beginning) => &mut beginning,
                    None => continue,
                };
                // A force and its area are one suggestion.
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

/// Renders the field for a county, town or police force, and its suggestions, of which the person picks one.
pub(super) fn near(state: SearchState, off: Signal<bool>) -> impl IntoView + use<> {
    let areas = Areas::new(state);
    let typed = state.near;
    let label = state.with(|all| all.labels.near.clone());
    let offers = (0..MAX_SUGGESTIONS)
        .map(move |row| offer(areas, row))
        .collect_view();
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
            <p class="near__status" role="status">{move || areas.status()}</p>
            <div class="near__offers">{offers}</div>
        </div>
    }
}

/// Renders one suggestion.
fn offer(areas: Areas, row: usize) -> impl IntoView {
    let place = move || areas.offer(row).map(|(_, place)| place);
    let is_chosen = move || {
        let chosen = areas.state.answers.with(|answers| answers.place);
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
                    areas.state.answer_place(place);
                }
            }
        >
            {move || areas.offer(row).map(|(words, _)| words).unwrap_or_default()}
        </button>
    }
}
