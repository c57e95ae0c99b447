//! The words of the page itself: buttons, headings, notes.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::problem::Problems;
use super::source::SourceFile;
use crate::domain::locale::Locale;
use crate::domain::preferences::{Back, Keys, Letters};
use crate::domain::service::{Area, Group, WebKind};
use crate::domain::view::View;

/// `content/<language>/interface.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterfaceText {
    /// The language these words are in.
    pub locale: Locale,
    /// The twelve months, for dates such as 21 November 2026.
    pub months: Vec<String>,
    /// The exit.
    pub exit: ExitText,
    /// The harmless page that the exit shows.
    pub cover: CoverText,
    /// The start of the page.
    pub start: StartText,
    /// Moving about.
    pub ways: WaysText,
    /// What stands round a service.
    pub service: ServiceText,
    /// What stands round guidance.
    pub guide: GuideText,
    /// What a person may choose.
    pub choices: ChoicesText,
    /// The name of every view, and one line about it.
    pub views: BTreeMap<View, ViewText>,
    /// The heading of every group of services.
    pub groups: BTreeMap<Group, String>,
    /// What to call every area.
    pub areas: BTreeMap<Area, String>,
    /// What to call every kind of page of a service's own.
    pub web: BTreeMap<WebKind, String>,
}

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

/// The words of the start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartText {
    /// Above the number for danger.
    pub danger: String,
    /// What to do when speaking is not safe.
    pub silent: String,
    /// The opening words of the note about traces.
    pub note_title: String,
    /// The note about traces on other devices.
    pub note: String,
    /// When the numbers were checked; `{date}` is the oldest check.
    pub checked: String,
    /// What does not work until the app part is running.
    pub waiting: String,
}

/// The words for moving about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaysText {
    /// What a screen reader calls the list of views.
    pub landmark: String,
    /// The way back to the start.
    pub back: String,
}

/// The words round a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceText {
    /// What pressing a number does.
    pub call: String,
    /// What pressing a text number does.
    pub text: String,
    /// What pressing an e-mail address does.
    pub email: String,
    /// Where it works.
    pub area: String,
    /// Who runs it.
    pub run_by: String,
    /// What a link to another site leaves behind; `{host}` is that site's name.
    pub opens: String,
    /// When the facts were checked, from when a reader has to check them first, and by what;
    /// `{date}`, `{next}` and `{sources}`.
    pub checked: String,
    /// The same for the ways to reach 999, where nobody is asked to check anything first.
    pub checked_danger: String,
    /// Status: day and night.
    pub always: String,
    /// Status: day and night, as far as one source says.
    pub always_single: String,
    /// Status: sources disagree.
    pub disagree: String,
    /// Status: hours from sources that agree, or from one.
    pub weekly: String,
    /// Status: nobody says.
    pub not_stated: String,
}

/// The words round guidance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuideText {
    /// The line that opens the meaning of a word; `{term}`.
    pub term: String,
    /// When it was checked, when again, and by what; `{date}`, `{next}` and `{sources}`.
    pub checked: String,
    /// Below guidance of which not every line has a source yet.
    pub advice: String,
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
    pub letters: BTreeMap<Letters, String>,
    /// The page or the cover.
    pub back: BTreeMap<Back, String>,
    /// Both keys or one.
    pub keys: BTreeMap<Keys, String>,
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

impl InterfaceText {
    /// A view's words. Every view has some: [`read`] refuses a file that leaves one out.
    #[must_use]
    pub fn view(&self, view: View) -> ViewText {
        self.views.get(&view).cloned().unwrap_or_else(|| ViewText {
            title: view.name().to_owned(),
            summary: String::new(),
        })
    }

    /// A date in this language's words.
    #[must_use]
    pub fn date(&self, date: jiff::civil::Date) -> String {
        let month = usize::try_from(date.month() - 1)
            .ok()
            .and_then(|index| self.months.get(index));
        format!(
            "{} {} {}",
            date.day(),
            month.map_or("", String::as_str),
            date.year()
        )
    }
}

/// Reads the interface text of a language.
pub(super) fn read(root: &Path, language: &str) -> Result<InterfaceText, Problems> {
    let path = Path::new("content").join(language).join("interface.toml");
    let file = SourceFile::read(root, &path)?;
    let text: InterfaceText = file.toml(&file.text, 0)?;
    let mut problems = Problems::default();
    for (what, complete) in text.tables() {
        if !complete {
            // Views are tables of their own: `[views.start]`.
            let header = file.text.find(&format!("[{what}]"));
            let first = || file.text.find(&format!("[{what}."));
            let offset = header.or_else(first).unwrap_or(0);
            problems
                .push(file.problem_at(offset, format!("[{what}] does not name every one of them")));
        }
    }
    if text.months.len() != 12 {
        let offset = file.text.find("months").unwrap_or(0);
        problems.push(file.problem_at(offset, "a year has 12 months"));
    }
    for (table, key, found, places) in text.placeholders() {
        for place in places {
            if !found.contains(place) {
                // By its key: the words themselves may be written with escapes.
                let table = file.text.find(&format!("[{table}]")).unwrap_or(0);
                let below = file.text.get(table..).unwrap_or_default();
                let offset = table + below.find(&format!("\n{key} ")).map_or(0, |at| at + 1);
                problems.push(file.problem_at(offset, format!("these words have to hold {place}")));
            }
        }
    }
    problems.into_result(text)
}

/// Whether a table names every one of `all`.
fn names_all<K: Ord, V>(table: &BTreeMap<K, V>, all: &[K]) -> bool {
    all.iter().all(|key| table.contains_key(key))
}

impl InterfaceText {
    /// The tables that have to name every one of a kind, and whether they do.
    fn tables(&self) -> [(&'static str, bool); 7] {
        let choices = &self.choices;
        [
            ("views", names_all(&self.views, &View::ALL)),
            ("groups", names_all(&self.groups, &Group::ALL)),
            ("areas", names_all(&self.areas, &Area::ALL)),
            ("web", names_all(&self.web, &WebKind::ALL)),
            (
                "choices.letters",
                names_all(&choices.letters, &Letters::ALL),
            ),
            ("choices.back", names_all(&choices.back, &Back::ALL)),
            ("choices.keys", names_all(&choices.keys, &Keys::ALL)),
        ]
    }

    /// The words that something is put into, and what they have to hold.
    fn placeholders(&self) -> [(&'static str, &'static str, &str, &'static [&'static str]); 8] {
        [
            ("exit", "explained", &self.exit.explained, &["{host}"]),
            (
                "exit",
                "without_script",
                &self.exit.without_script,
                &["{host}"],
            ),
            ("start", "checked", &self.start.checked, &["{date}"]),
            ("service", "opens", &self.service.opens, &["{host}"]),
            (
                "service",
                "checked",
                &self.service.checked,
                &["{date}", "{next}", "{sources}"],
            ),
            (
                "service",
                "checked_danger",
                &self.service.checked_danger,
                &["{date}", "{next}", "{sources}"],
            ),
            ("guide", "term", &self.guide.term, &["{term}"]),
            (
                "guide",
                "checked",
                &self.guide.checked,
                &["{date}", "{next}", "{sources}"],
            ),
        ]
    }
}
