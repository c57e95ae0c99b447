//! Text of the user interface: buttons, headings, notes.

mod keep;
mod placeholders;
mod start;
mod texts;

use std::collections::BTreeMap;
use std::path::Path;

pub use keep::KeepText;
pub use start::{OwnerText, StartText};
pub use texts::{
    CardText, ChoicesText, CoverText, DirectoryText, ExitText, GuideText, ServiceText, SheetText,
    ViewText, WaysText, WriteText,
};

use serde::{Deserialize, Serialize};

use placeholders::Placeholder;

use super::error::ContentErrors;
use super::source::SourceFile;
use decoys::Decoy;
use domain::locale::Locale;
use domain::opening::OpeningWords;
use domain::place::Region;
use domain::preferences::{ExitKeys, ReturnView, TextSize};
use domain::service::{
    ContactMode, Cost, Group, LanguageTag, PerpetratorRelation, Service, Trace, WebKind,
};
use domain::view::View;

/// `content/<language>/interface.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterfaceText {
    /// The locale of the text.
    pub locale: Locale,
    /// The twelve months, for dates such as 21 November 2026.
    pub months: Vec<String>,
    /// The exit.
    pub exit: ExitText,
    /// The cover.
    pub cover: CoverText,
    /// The start of the page.
    pub start: StartText,
    /// The navigation.
    pub ways: WaysText,
    /// Labels of a service.
    pub service: ServiceText,
    /// The list of services.
    pub directory: DirectoryText,
    /// The opening status.
    pub now: OpeningWords,
    /// The wallet card.
    pub card: CardText,
    /// Labels of a guide.
    pub guide: GuideText,
    /// The owner of the site.
    pub owner: OwnerText,
    /// The sheets to print.
    pub sheet: SheetText,
    /// The settings.
    pub choices: ChoicesText,
    /// The offline copy.
    pub keep: KeepText,
    /// Writing something down.
    pub write: WriteText,
    /// Name and description of every view.
    pub views: BTreeMap<View, ViewText>,
    /// Heading of every group of services.
    pub groups: BTreeMap<Group, String>,
    /// Name of every region.
    pub areas: BTreeMap<Region, String>,
    /// Names of the languages of services, by tag.
    pub languages: BTreeMap<String, String>,
    /// Name of every kind of web page of a service.
    pub web: BTreeMap<WebKind, String>,
}

impl InterfaceText {
    /// Returns the text of a view. [`read`] rejects a file that lacks one.
    #[must_use]
    pub fn view(&self, view: View) -> ViewText {
        self.views.get(&view).cloned().unwrap_or_else(|| ViewText {
            title: view.name().to_owned(),
            summary: String::new(),
        })
    }

    /// Formats a date in this language.
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
pub(super) fn read(root: &Path, language: &str) -> Result<InterfaceText, ContentErrors> {
    let path = Path::new("content").join(language).join("interface.toml");
    let file = SourceFile::read(root, &path)?;
    let text: InterfaceText = file.toml(&file.text, 0)?;
    let mut problems = ContentErrors::default();
    for (what, complete) in text.tables() {
        if !complete {
            // Views are sub-tables: `[views.start]`.
            let header = file.text.find(&format!("[{what}]"));
            let first = || file.text.find(&format!("[{what}."));
            let offset = header.or_else(first).unwrap_or(0);
            problems
                .push(file.problem_at(offset, format!("[{what}] does not name every one of them")));
        }
    }
    if text.now.weekdays.len() != 7 {
        let offset = file.text.find("weekdays").unwrap_or(0);
        problems.push(file.problem_at(offset, "a week has 7 days"));
    }
    if text.months.len() != 12 {
        let offset = file.text.find("months").unwrap_or(0);
        problems.push(file.problem_at(offset, "a year has 12 months"));
    }
    check_placeholders(&file, &text.placeholders(), &mut problems);
    problems.into_result(text)
}

/// Adds a problem for each text that lacks one of its placeholders.
pub(super) fn check_placeholders(
    file: &SourceFile,
    texts: &[Placeholder<'_>],
    problems: &mut ContentErrors,
) {
    for (table, key, found, places) in texts {
        for place in places.split(' ').filter(|place| !found.contains(place)) {
            // Search for the key: the value may contain escapes.
            let table = file.text.find(&format!("[{table}]")).unwrap_or(0);
            let below = file.text.get(table..).unwrap_or_default();
            let offset = table + below.find(&format!("\n{key} ")).map_or(0, |at| at + 1);
            problems.push(file.problem_at(offset, format!("these words have to hold {place}")));
        }
    }
}

/// Whether a table has every key of `all`.
pub(super) fn names_all<K: Ord, V>(table: &BTreeMap<K, V>, all: &[K]) -> bool {
    all.iter().all(|key| table.contains_key(key))
}

impl InterfaceText {
    /// Lists the tables that need every variant of an enum, and whether they have it.
    fn tables(&self) -> [(&'static str, bool); 15] {
        let choices = &self.choices;
        [
            ("views", names_all(&self.views, &View::ALL)),
            (
                "start.first",
                names_all(&self.start.first, &StartText::FIRST),
            ),
            ("groups", names_all(&self.groups, &Group::ALL)),
            ("areas", names_all(&self.areas, &Region::ALL)),
            ("web", names_all(&self.web, &WebKind::ALL)),
            (
                "service.leaves",
                names_all(&self.service.leaves, &Trace::ALL),
            ),
            (
                "directory.perpetrators",
                names_all(&self.directory.perpetrators, &PerpetratorRelation::ALL),
            ),
            (
                "directory.can",
                names_all(&self.directory.can, &ContactMode::ALL),
            ),
            (
                "directory.talks",
                names_all(&self.directory.talks, &ContactMode::ALL),
            ),
            (
                "service.ways",
                names_all(&self.service.ways, &ContactMode::WITHOUT_A_VOICE),
            ),
            ("service.cost", names_all(&self.service.cost, &Cost::STATED)),
            (
                "choices.letters",
                names_all(&choices.letters, &TextSize::ALL),
            ),
            ("choices.back", names_all(&choices.back, &ReturnView::ALL)),
            ("choices.keys", names_all(&choices.keys, &ExitKeys::ALL)),
            ("keep.looks", names_all(&self.keep.looks, &Decoy::ALL)),
        ]
    }
}

/// Adds a problem for each language of a service that has no name here.
pub(super) fn name_languages(
    root: &Path,
    language: &str,
    text: &InterfaceText,
    services: &[Service],
    problems: &mut ContentErrors,
) {
    let path = Path::new("content").join(language).join("interface.toml");
    let Some(file) = problems.collect(SourceFile::read(root, &path)) else {
        return;
    };
    let mut missing = BTreeMap::new();
    for service in services {
        let tags = service.languages.own.iter().map(LanguageTag::as_str);
        for tag in tags.filter(|tag| !text.languages.contains_key(*tag)) {
            missing.entry(tag).or_insert(&service.id);
        }
    }
    for (tag, id) in missing {
        let offset = file.text.find("[languages]").unwrap_or(0);
        let reason =
            format!("[languages] has no name for “{tag}”, which content/helplines/{id}.toml uses");
        problems.push(file.problem_at(offset, reason));
    }
}
