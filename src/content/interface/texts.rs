//! The words, one struct for each table of the file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::matching::ContactMode;
use crate::domain::preferences::{ExitKeys, ReturnView, TextSize};
use crate::domain::service::{Cost, PerpetratorRelation, Trace};

/// The exit's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExitText {
    /// What a screen reader calls its landmark.
    pub landmark: String,
    /// The control itself. Ordinary on any page.
    pub label: String,
    /// The key that does the same.
    pub key: String,
    /// What a screen reader says after two taps of Shift.
    pub once_more: String,
    /// What it does and what it does not do, in one breath; `{host}` is where it leads.
    pub explained: String,
    /// What is different while scripts are off; `{host}`.
    pub without_script: String,
}

/// The words of the harmless page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverText {
    /// The name of the made-up site.
    pub site: String,
    /// Its motto.
    pub motto: String,
    /// The name of the dish, which is also the way back.
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
    /// The way up.
    pub top: String,
}

/// Another dish of the harmless page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DishText {
    /// Its name.
    pub title: String,
    /// How it is made.
    pub text: String,
}

/// The words for moving about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaysText {
    /// What a screen reader calls the list of views.
    pub landmark: String,
    /// The way back to the start.
    pub back: String,
    /// The way to the search.
    pub search: String,
}

/// The words round a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceText {
    /// What pressing a number does.
    pub call: String,
    /// What pressing a text number does.
    pub text: String,
    /// What pressing a relay number does.
    pub relay: String,
    /// What pressing an e-mail address does.
    pub email: String,
    /// Above a place to go to.
    pub visit: String,
    /// What a call, a text and an e-mail leave behind.
    pub leaves: BTreeMap<Trace, String>,
    /// Before the other ways to reach a service; `{ways}`.
    pub other_ways: String,
    /// The other ways, each as part of a sentence.
    pub ways: BTreeMap<ContactMode, String>,
    /// Before numbers whose cards stand elsewhere.
    pub brief: String,
    /// In place of the other ways, where there is none.
    pub no_other_way: String,
    /// What it costs.
    pub cost: BTreeMap<Cost, String>,
    /// What a bill shows, when the service says nothing about it.
    pub bill_unknown: String,
    /// That a call should not show on a bill, as the service says itself; `{source}`.
    pub bill_claimed: String,
    /// The languages of a service; `{languages}`.
    pub speaks: String,
    /// That a caller can ask for an interpreter.
    pub interprets: String,
    /// The heading of what happens when somebody calls.
    pub calling: String,
    /// What opens the rest of what is known about a service; `{name}`.
    pub more: String,
    /// Puts the number where it can be pasted.
    pub copy: String,
    /// What is said once it is there.
    pub copied: String,
    /// What is said when the browser refuses that.
    pub not_copied: String,
    /// Shows a service in large letters.
    pub large: String,
    /// Said on top of a service whose last check was too long ago.
    pub check_first: String,
    /// The heading of the services of other places.
    pub elsewhere: String,
    /// Where it works.
    pub area: String,
    /// Who runs it.
    pub run_by: String,
    /// What a link to another site leaves behind; `{host}` is that site's name.
    pub opens: String,
    /// When the facts were compared, the newest source, when they are due again, and every source;
    /// `{date}`, `{newest}`, `{next}` and `{sources}`.
    pub checked: String,
    /// The date of the newest source; `{date}`.
    pub newest: String,
    /// In its place, where no source has a date.
    pub undated: String,
    /// Status: day and night.
    pub always: String,
    /// Status: nobody says.
    pub not_stated: String,
}

/// The words round guidance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideText {
    /// The line that opens the meaning of a word; `{term}`.
    pub term: String,
    /// When it was compared, the newest source, when it is due again, and every source; `{date}`, `{newest}`,
    /// `{next}` and `{sources}`.
    pub checked: String,
    /// Below guidance of which not every line has a source yet.
    pub advice: String,
    /// The line that opens the version in the fewest words; `{title}`.
    pub easy: String,
    /// The answer that picks everything.
    pub all: String,
    /// What is shown as long as no answer is given.
    pub choose: String,
    /// Leaves out of sight what was not ticked.
    pub only: String,
    /// Prints a piece of guidance alone.
    pub print: String,
    /// Reads a piece of guidance aloud, and that others may hear it.
    pub read: String,
    /// Ends the reading aloud.
    pub hush: String,
    /// Said where the device has no voice of its own.
    pub no_voice: String,
}

/// The labels of the pages to print. They name nothing that a finder could learn from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetText {
    /// What stands above each place to write on a whole page.
    pub page: Vec<String>,
    /// The same on a small one.
    pub small: Vec<String>,
}

/// The words of the choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoicesText {
    /// How large the letters are.
    pub letters_title: String,
    /// Where the exit leads. The answers are the charity's (`site.toml`).
    pub way_title: String,
    /// What is shown to whoever comes back to the page.
    pub back_title: String,
    /// Which keys leave.
    pub keys_title: String,
    /// What keeping the choices means.
    pub keep: String,
    /// What is said once they are kept.
    pub kept: String,
    /// What is said once they are no longer kept.
    pub forgotten: String,
    /// What is said when the browser keeps nothing.
    pub not_kept: String,
    /// The sizes.
    pub letters: BTreeMap<TextSize, String>,
    /// The page or the cover.
    pub back: BTreeMap<ReturnView, String>,
    /// Both keys or one.
    pub keys: BTreeMap<ExitKeys, String>,
}

/// A view's name, and one line about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViewText {
    /// Its name.
    pub title: String,
    /// One line about it, below its name. The start has none: nothing opens it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
}

/// The words of the list of services: search, three questions, what comes of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectoryText {
    /// What the field for searching is called.
    pub search: String,
    /// How many were found; `{count}`.
    pub found: String,
    /// The heading over what was found to read.
    pub to_read: String,
    /// How many pieces of guidance were found; `{count}`.
    pub found_to_read: String,
    /// That nothing was found.
    pub nothing: String,
    /// That no question was answered.
    pub unanswered: String,
    /// That everything was taken back.
    pub cleared: String,
    /// The heading of the three questions.
    pub choose: String,
    /// How many fit the answers; `{count}`.
    pub fit: String,
    /// That no service fits all the answers.
    pub nobody: String,
    /// Said until the app runs.
    pub waiting: String,
    /// Words by which people look for whoever answers day and night, with commas between.
    pub night: String,
    /// Takes back every answer and the search.
    pub again: String,
    /// An answer that is not given.
    pub any: String,
    /// Passes over a question.
    pub skip: String,
    /// Goes back to a question.
    pub change: String,
    /// The first question.
    pub place: String,
    /// What the field for a county, town or police force is called.
    pub near: String,
    /// How many places have that name; `{count}`.
    pub near_found: String,
    /// How many places have a name like it; `{count}`.
    pub near_guess: String,
    /// Said of a place that the page does not know.
    pub near_nothing: String,
    /// What a police force is called among the offers; `{place}` and `{force}`.
    pub force: String,
    /// The second question.
    pub perpetrator: String,
    /// The third question.
    pub talk: String,
    /// The heading over what was found.
    pub first: String,
    /// The answers to the second question.
    pub perpetrators: BTreeMap<PerpetratorRelation, String>,
    /// The answers to the third question.
    pub talks: BTreeMap<ContactMode, String>,
    /// That a service can be talked to that way.
    pub can: BTreeMap<ContactMode, String>,
    /// Why a service is there.
    pub reasons: ReasonsText,
}

/// Why a service is among those that fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonsText {
    /// It is a way to reach 999.
    pub danger: String,
    /// It works above all where the person is; `{place}`.
    pub local: String,
    /// It works in the country, or in all of them; `{place}`.
    pub works: String,
    /// Official pages there point to it; `{place}`.
    pub pointed_to: String,
    /// It does not say where it works.
    pub unknown: String,
    /// It knows about the people who do it; `{perpetrator}`.
    pub knows: String,
}

/// The card of five numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardText {
    /// Its heading.
    pub title: String,
    /// What it is for, and which line is which; `{place}` is where the site is for.
    pub explained: String,
    /// The line for danger.
    pub now: String,
    /// The line for danger without speaking.
    pub quiet: String,
    /// What to do on that line; `{number}`.
    pub silent: String,
    /// The main line.
    pub talk: String,
    /// The line of the place that the site is for.
    pub near: String,
    /// A line that answers day and night.
    pub night: String,
    /// Prints the card alone.
    pub print: String,
    /// What printing leaves behind.
    pub by_hand: String,
}
