//! One struct for each table of `interface.toml`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use domain::preferences::{ExitKeys, ReturnView, TextSize};
use domain::service::{ContactMode, Cost, PerpetratorRelation, Trace};

/// Text of the exit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExitText {
    /// Accessible name of its landmark.
    pub landmark: String,
    /// Label of the control. Unremarkable on any page.
    pub label: String,
    /// Keyboard shortcut.
    pub key: String,
    /// Announcement after two taps of Shift.
    pub once_more: String,
    /// What it does and does not do, in a sentence; `{host}` is the destination.
    pub explained: String,
    /// What differs while scripts are off; `{host}`.
    pub without_script: String,
}

/// Text of the cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverText {
    /// Name of the fictional site.
    pub site: String,
    /// Its motto.
    pub motto: String,
    /// Name of the dish, also the way back.
    pub title: String,
    /// One line about it.
    pub intro: String,
    /// Facts such as how many it serves.
    pub facts: Vec<String>,
    /// The heading of the ingredients.
    pub needs_title: String,
    /// The ingredients.
    pub needs: Vec<String>,
    /// The heading of the method.
    pub method_title: String,
    /// The steps.
    pub method: Vec<String>,
    /// A last line.
    pub tip: String,
    /// The heading of the other dishes.
    pub more_title: String,
    /// The other dishes.
    pub more: Vec<DishText>,
    /// Label of the link to the top.
    pub top: String,
}

/// Another dish on the cover.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DishText {
    /// Its name.
    pub title: String,
    /// How it is made.
    pub text: String,
}

/// Text of the navigation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaysText {
    /// Accessible name of the landmark.
    pub landmark: String,
    /// Label of the button back to the start.
    pub back: String,
    /// Label of the button to the search.
    pub search: String,
}

/// Labels of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceText {
    /// Action of a phone number.
    pub call: String,
    /// Action of a text number.
    pub text: String,
    /// Action of a relay number.
    pub relay: String,
    /// Action of an e-mail address.
    pub email: String,
    /// Label of an address to visit.
    pub visit: String,
    /// Traces of a call, a text and an e-mail.
    pub leaves: BTreeMap<Trace, String>,
    /// Sentence with the other contact modes; `{ways}`.
    pub other_ways: String,
    /// The other contact modes, each as part of that sentence.
    pub ways: BTreeMap<ContactMode, String>,
    /// Lead-in of numbers whose cards are elsewhere.
    pub brief: String,
    /// Used if there is no other contact mode.
    pub no_other_way: String,
    /// What it costs.
    pub cost: BTreeMap<Cost, String>,
    /// What a bill shows if the service does not state it.
    pub bill_unknown: String,
    /// The service's own claim that a call does not show on a bill; `{source}`.
    pub bill_claimed: String,
    /// The languages of a service; `{languages}`.
    pub speaks: String,
    /// That a caller can ask for an interpreter.
    pub interprets: String,
    /// Heading of what happens on a call.
    pub calling: String,
    /// Summary of the collapsed details; `{name}`.
    pub more: String,
    /// Label of the button that copies the number.
    pub copy: String,
    /// Status: the number was copied.
    pub copied: String,
    /// Status: the number was not copied.
    pub not_copied: String,
    /// Label of the button that shows a service in large text.
    pub large: String,
    /// Notice on a service whose check is overdue.
    pub check_first: String,
    /// The heading of the services of other places.
    pub elsewhere: String,
    /// Where it works.
    pub area: String,
    /// Who runs it.
    pub run_by: String,
    /// Traces of a link to another site; `{host}` is its name.
    pub opens: String,
    /// Date of the check, newest source, date of the next check, and every source; `{date}`, `{newest}`, `{next}` and
    /// `{sources}`.
    pub checked: String,
    /// Date of the newest source; `{date}`.
    pub newest: String,
    /// Used if no source has a date.
    pub undated: String,
    /// Status: day and night.
    pub always: String,
    /// Status: hours not stated.
    pub not_stated: String,
}

/// Labels of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideText {
    /// Summary of a term's definition; `{term}`.
    pub term: String,
    /// Date of the check, newest source, date of the next check, and every source; `{date}`, `{newest}`, `{next}` and
    /// `{sources}`.
    pub checked: String,
    /// Note on a guide in which not every line has a source yet.
    pub advice: String,
    /// Summary of the Easy Read version; `{title}`.
    pub easy: String,
    /// Answer that selects everything.
    pub all: String,
    /// Hint while no answer is selected.
    pub choose: String,
    /// Label of the checkbox that hides unticked items.
    pub only: String,
    /// Label of the button that prints only this guide.
    pub print: String,
    /// Label of the button that reads a guide aloud, with a warning that others may hear it.
    pub read: String,
    /// Label that stops reading aloud.
    pub stop: String,
    /// Message that the device has no voice.
    pub no_voice: String,
}

/// Labels of the sheets to print. They reveal nothing if a sheet is found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetText {
    /// Label of each field on a full-size sheet.
    pub page: Vec<String>,
    /// Label of each field on a small sheet.
    pub small: Vec<String>,
}

/// Text of the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoicesText {
    /// Title of the text size.
    pub letters_title: String,
    /// Title of the exit destination. The options are in `site.toml`.
    pub way_title: String,
    /// Title of what is shown on return to the page.
    pub back_title: String,
    /// Title of the exit keys.
    pub keys_title: String,
    /// What saving the settings means.
    pub keep: String,
    /// Status: saved.
    pub kept: String,
    /// Status: deleted.
    pub forgotten: String,
    /// Status: the browser refused to save.
    pub not_kept: String,
    /// The sizes.
    pub letters: BTreeMap<TextSize, String>,
    /// The page or the cover.
    pub back: BTreeMap<ReturnView, String>,
    /// Both keys or one.
    pub keys: BTreeMap<ExitKeys, String>,
}

/// Name and description of a view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViewText {
    /// Its name.
    pub title: String,
    /// Description in one line. The start has none, because it is always open.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
}

/// Text of the directory: search, three questions, results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectoryText {
    /// Label of the search field.
    pub search: String,
    /// Status: number of services found; `{count}`.
    pub found: String,
    /// Heading of the guides found.
    pub to_read: String,
    /// Status: number of guides found; `{count}`.
    pub found_to_read: String,
    /// Status: no results.
    pub nothing: String,
    /// Status: no question was answered.
    pub unanswered: String,
    /// Status: search and answers were reset.
    pub cleared: String,
    /// Heading of the three questions.
    pub choose: String,
    /// Status: number of services that match the answers; `{count}`.
    pub fit: String,
    /// Status: no service matches all the answers.
    pub no_match: String,
    /// Notice until the app runs.
    pub waiting: String,
    /// Search keywords for services that answer day and night, separated by commas.
    pub night: String,
    /// Label of the button that resets search and answers.
    pub again: String,
    /// Label of a skipped question's answer.
    pub any: String,
    /// Label of the button that skips a question.
    pub skip: String,
    /// Label of the button that reopens a question.
    pub change: String,
    /// The first question.
    pub place: String,
    /// Label of the field for a county, town or police force.
    pub near: String,
    /// Status: number of places with that name; `{count}`.
    pub near_found: String,
    /// Status: number of places with a similar name; `{count}`.
    pub near_guess: String,
    /// Status: the place is not known.
    pub near_nothing: String,
    /// Label of a police force among the suggestions; `{place}` and `{force}`.
    pub force: String,
    /// The second question.
    pub perpetrator: String,
    /// The third question.
    pub talk: String,
    /// Heading of the services found.
    pub first: String,
    /// Label of the button that shows more of the services found; `{count}` is how many are left.
    pub more: String,
    /// The answers to the second question.
    pub perpetrators: BTreeMap<PerpetratorRelation, String>,
    /// The answers to the third question.
    pub talks: BTreeMap<ContactMode, String>,
    /// Reason: the service offers this contact mode.
    pub can: BTreeMap<ContactMode, String>,
    /// Match reasons.
    pub reasons: ReasonsText,
}

/// Templates of the match reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonsText {
    /// It is a route to 999.
    pub danger: String,
    /// It works mainly where the person is; `{place}`.
    pub local: String,
    /// It works in the country, or in the whole United Kingdom; `{place}`.
    pub works: String,
    /// Official pages there signpost to it; `{place}`.
    pub pointed_to: String,
    /// It does not state where it works.
    pub unknown: String,
    /// It specialises in this kind of perpetrator; `{perpetrator}`.
    pub knows: String,
}

/// Text of the wallet card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardText {
    /// Its heading.
    pub title: String,
    /// Its purpose and the meaning of each line; `{place}` is the site's area.
    pub explained: String,
    /// Line for 999.
    pub now: String,
    /// Line for a silent call to 999.
    pub quiet: String,
    /// What to do on a silent call; `{number}`.
    pub silent: String,
    /// Line for the main helpline.
    pub talk: String,
    /// Line for the local service.
    pub near: String,
    /// Line for a service that answers day and night.
    pub night: String,
    /// Label of the button that prints only the card.
    pub print: String,
    /// Traces of printing.
    pub by_hand: String,
}

/// `[write]`: how a person begins to write something down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WriteText {
    /// What it is for.
    pub lead: String,
    /// Button.
    pub open: String,
    /// Status: the screens are loading.
    pub loading: String,
    /// Status: they did not load.
    pub failed: String,
}
