//! Finds the right service: opening status, full-text search, and three questions.
//!
//! Nothing that is typed or chosen is stored or sent anywhere. It is reset when the page is left.

mod crisis;
mod labels;
mod near;
mod props;
mod questions;
mod results;
mod search_state;

use leptos::attr::custom::{CustomAttr, custom_attribute};
use leptos::prelude::*;

pub use crisis::Crisis;
pub use labels::Labels;
pub use props::{DirectoryProps, PoliceAreaRow, ServiceRow};

use super::IslandProps;
use browser::{card_actions, leaving, scheduler, services};
use domain::props::Props as _;
use near::near;
use questions::question;
use results::results;
use search_state::SearchState;

/// Interval between refreshes of the opening status, in milliseconds.
const REFRESH_MS: f64 = 20_000.0;

/// The search, the questions and the container of their results.
#[island]
pub fn Finder() -> impl IntoView {
    DirectoryProps::from_lines(&IslandProps::of("finder")).map(finder)
}

fn finder(directory: DirectoryProps) -> impl IntoView {
    let ready = RwSignal::new(false);
    let off = Signal::derive(move || !ready.get());
    let labels = directory.labels.clone();
    let places = directory
        .places()
        .into_iter()
        .map(|place| directory.place(place));
    let rows = [
        places.collect(),
        directory.reasons.perpetrator_relations.clone(),
        directory.reasons.contact_modes.clone(),
    ];
    let directory = StoredValue::new(directory);
    let state = SearchState::new(directory);
    let words = card_actions::ActionLabels {
        copied: labels.copied,
        not_copied: labels.not_copied,
        speech: card_actions::SpeechLabels {
            stop: labels.stop,
            none: labels.no_voice,
        },
    };
    Effect::new(move |_| {
        leaving::on_leaving(move || state.reset_on_leave());
        state.status.set(String::new());
        ready.set(true);
        // Each in a separate task, so that input is handled in between.
        let words = words.clone();
        scheduler::set_timeout(0.0, move || card_actions::bind_actions(words));
        scheduler::set_timeout(0.0, move || {
            watch_the_clock(state);
            services::on_return(move || refresh_open_status(state));
        });
    });
    let status = state.status;
    status.set(labels.waiting);
    view! {
        <div class="finder needs-script">
            {search(labels.search, off, state)}
            {questions(labels.choose, rows, off, state)}
            <p class="finder__status" role="status">{move || status.get()}</p>
            <button
                type="button"
                class="button finder__again"
                hidden=move || state.is_idle()
                on:click=move |_| state.reset()
            >
                {labels.again}
            </button>
            <div class="to-read" data-to-read hidden>
                <h3 class="services__title" tabindex="-1">{labels.to_read}</h3>
            </div>
        </div>
        {results(labels.first, labels.more, state)}
    }
}

/// Renders the search field; results update while a person types.
fn search(label: String, off: Signal<bool>, state: SearchState) -> impl IntoView {
    view! {
        <label class="field">
            <span class="field__label">{label}</span>
            <input
                type="text"
                class="field__box"
                inputmode="search"
                enterkeyhint="search"
                maxlength="100"
                autocomplete="off"
                autocapitalize="off"
                {..no_corrections()}
                disabled=off
                prop:value=move || state.query.get()
                on:focus=move |_| state.build_index()
                on:keydown=move |event| {
                    if event.key() == "Enter" {
                        state.focus_results();
                    }
                }
                on:input:target=move |event| state.set_query(event.target().value())
            />
        </label>
    }
}

/// Renders the three questions, collapsed.
fn questions(
    choose: String,
    rows: [Vec<String>; 3],
    off: Signal<bool>,
    state: SearchState,
) -> impl IntoView {
    let [places, perpetrator_relations, contact_modes] = rows;
    view! {
        <details class="finder__choose">
            <summary class="finder__summary">{choose}</summary>
            <div class="finder__body">
                {question(0, places, off, state)}
                <div hidden=move || state.step.get() != 0>{near(state, off)}</div>
                {question(1, perpetrator_relations, off, state)}
                {question(2, contact_modes, off, state)}
            </div>
        </details>
    }
}

/// Stops a phone's keyboard from learning what is typed (a Safari attribute).
fn no_corrections() -> CustomAttr<&'static str, &'static str> {
    custom_attribute("autocorrect", "off")
}

/// Fills the opening status of every service and refreshes it while the page is open.
fn watch_the_clock(state: SearchState) {
    refresh_open_status(state);
    scheduler::set_timeout(REFRESH_MS, move || watch_the_clock(state));
}

fn refresh_open_status(state: SearchState) {
    let seconds = scheduler::seconds();
    let count = state.with(|all| all.services.len());
    let update = move |place: usize| {
        state.with(|all| {
            if let Some(entry) = all.services.get(place) {
                services::set_open_status(place, &all.open_status(entry, seconds));
            }
        });
    };
    scheduler::run_in_batches(count, update, || {});
}
