//! Finding the right service: what is open now, a search, and three questions.
//!
//! Nothing that is typed or chosen is kept, or sent anywhere. It lasts until the page is left.

mod crisis;
mod entry;
mod finding;
mod labels;
mod near;
mod questions;

use leptos::attr::custom::{CustomAttr, custom_attribute};
use leptos::prelude::*;

pub use crisis::Crisis;
pub use entry::{Directory, Entry, Force};
pub use labels::Labels;

use super::Given;
use crate::platform::{clock, pieces, services, tools};
use finding::Finding;
use near::near;
use questions::question;

/// How often a line about opening hours is looked at again, in milliseconds.
const LOOK_AGAIN: f64 = 20_000.0;

/// The search and the questions, and where what they find stands.
#[island]
pub fn Finder() -> impl IntoView {
    Directory::read(&Given::to("finder")).map(finder)
}

fn finder(directory: Directory) -> impl IntoView {
    let ready = RwSignal::new(false);
    let off = Signal::derive(move || !ready.get());
    let labels = directory.labels.clone();
    let places = directory
        .places()
        .into_iter()
        .map(|place| directory.place(place));
    let rows = [
        places.collect(),
        directory.finder.doers.clone(),
        directory.finder.talks.clone(),
    ];
    let directory = StoredValue::new(directory);
    let finding = Finding::new(directory);
    let words = tools::ToolWords {
        copied: labels.copied,
        not_copied: labels.not_copied,
        voice: tools::VoiceWords {
            hush: labels.hush,
            none: labels.no_voice,
        },
    };
    Effect::new(move |_| {
        pieces::lay_out_when_opened();
        services::on_leaving(move || finding.forget());
        finding.said.set(String::new());
        ready.set(true);
        // Each in a task of its own: a finger can come between them.
        let words = words.clone();
        clock::later(0.0, move || tools::wake_tools(words));
        clock::later(0.0, move || {
            watch_the_clock(directory);
            services::on_return(move || say_what_is_open(directory));
        });
    });
    let said = finding.said;
    said.set(labels.waiting);
    view! {
        <div class="finder needs-script">
            {search(labels.search, off, finding)}
            {questions(labels.choose, rows, off, finding)}
            <p class="finder__said" role="status">{move || said.get()}</p>
            <button
                type="button"
                class="button finder__again"
                hidden=move || finding.is_idle()
                on:click=move |_| finding.start_again()
            >
                {labels.again}
            </button>
            <div class="to-read" data-to-read hidden>
                <h3 class="services__title" tabindex="-1">{labels.to_read}</h3>
            </div>
        </div>
        <section class="services services--found" data-found hidden>
            <h3 class="services__title" tabindex="-1">{labels.first}</h3>
        </section>
    }
}

/// The search, which answers while somebody types.
fn search(label: String, off: Signal<bool>, finding: Finding) -> impl IntoView {
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
                prop:value=move || finding.query.get()
                on:focus=move |_| finding.read_the_page()
                on:keydown=move |event| {
                    if event.key() == "Enter" {
                        finding.go_to_first();
                    }
                }
                on:input:target=move |event| finding.look_for(event.target().value())
            />
        </label>
    }
}

/// The three questions, folded away.
fn questions(
    choose: String,
    rows: [Vec<String>; 3],
    off: Signal<bool>,
    finding: Finding,
) -> impl IntoView {
    let [places, doers, talks] = rows;
    view! {
        <details class="finder__choose">
            <summary class="finder__summary">{choose}</summary>
            <div class="finder__body">
                {question(0, places, off, finding)}
                <div hidden=move || finding.step.get() != 0>{near(finding, off)}</div>
                {question(1, doers, off, finding)}
                {question(2, talks, off, finding)}
            </div>
        </details>
    }
}

/// Keeps a phone's keyboard from learning what is typed (Safari's own attribute).
fn no_corrections() -> CustomAttr<&'static str, &'static str> {
    custom_attribute("autocorrect", "off")
}

/// Fills the lines about opening hours, and looks again while the page is open.
fn watch_the_clock(directory: StoredValue<Directory>) {
    say_what_is_open(directory);
    clock::later(LOOK_AGAIN, move || watch_the_clock(directory));
}

fn say_what_is_open(directory: StoredValue<Directory>) {
    let seconds = clock::seconds();
    let count = directory.with_value(|directory| directory.entries.len());
    let say = move |place: usize| {
        directory.with_value(|directory| {
            if let Some(entry) = directory.entries.get(place) {
                services::say_now(place, &directory.now(entry, seconds));
            }
        });
    };
    clock::in_steps(count, say, || {});
}
