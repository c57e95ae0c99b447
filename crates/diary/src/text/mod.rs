//! Words of the screens, in one language: `content/<language>/writing.toml`. The build checks them and writes them as
//! props, which are fetched with the screens.

mod keeping;

use std::collections::BTreeMap;
use std::str::Split;

use domain::props;
use domain::props::Props;
use serde::{Deserialize, Serialize};

use super::account::{Behaviour, Question};

pub use keeping::{
    BeforeText, ChainText, DAMAGE, FAULTS, KeptText, OBSTACLES, PassphraseText, UnlockText,
    WEAKNESSES, text_of,
};

/// All words of the screens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScreensText {
    /// Writing an entry.
    pub compose: ComposeText,
    /// Answering a question.
    pub ask: AskText,
    /// The entries.
    pub entries: EntriesText,
    /// Before a diary is kept.
    pub before: BeforeText,
    /// The passphrase of a new diary.
    pub passphrase: PassphraseText,
    /// Opening what is kept.
    pub unlock: UnlockText,
    /// A diary that is open.
    pub kept: KeptText,
    /// The chain of the entries.
    pub chain: ChainText,
    /// The questions.
    pub questions: BTreeMap<Question, QuestionText>,
    /// Names of the kinds of behaviour.
    pub behaviours: BTreeMap<Behaviour, String>,
}

props! {
    /// `[compose]`.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct ComposeText {
        /// Heading, and label of the field.
        pub title: String,
        /// Hint of the field.
        pub hint: String,
        /// Ground rules, shown once: before the first entry.
        pub rules: Vec<String>,
        /// Where the text is, and who is told.
        pub memory: String,
        /// Button: save.
        pub save: String,
        /// Button: ask the main questions.
        pub details: String,
        /// Heading of the answers given.
        pub answers: String,
        /// Button: answer anew; `{question}` is the question.
        pub change: String,
        /// Summary of the list of further questions.
        pub more: String,
        /// Error: nothing is written.
        pub empty: String,
        /// Button: back to the entries without writing.
        pub cancel: String,
    }
}

props! {
    /// `[ask]`.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct AskText {
        /// Button: keep the answer.
        pub next: String,
        /// Button, and the answer: the person does not know.
        pub not_sure: String,
        /// Button: leave the question out.
        pub not_now: String,
        /// Button: back to the account.
        pub back: String,
        /// Label of the date field.
        pub date: String,
        /// Label of the time field.
        pub time: String,
        /// Checkbox: date and time are approximate.
        pub about: String,
        /// An approximate date or time, as an entry shows it; `{when}`.
        pub about_when: String,
        /// The clock of the language: an `hourCycle` of ECMA-402, such as `h12` or `h23`.
        pub clock: String,
        /// Error: a date or time is not complete.
        pub invalid: String,
        /// A date with a time; `{date}` and `{time}`.
        pub date_and_time: String,
    }
}

props! {
    /// `[entries]`.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct EntriesText {
        /// Heading.
        pub title: String,
        /// That nothing is kept, in short.
        pub memory: String,
        /// Status: saved for this visit.
        pub saved: String,
        /// Heading of an entry; `{number}`.
        pub entry: String,
        /// Label: when it was written.
        pub written: String,
        /// Label of an addition; `{when}`.
        pub added: String,
        /// What is left of an entry that was removed; `{when}`.
        pub removed: String,
        /// Button: write another entry.
        pub another: String,
        /// Button: add to an entry.
        pub add: String,
        /// Label of the field for an addition.
        pub add_label: String,
        /// Button: save an addition.
        pub add_save: String,
        /// Button: show in large letters.
        pub large: String,
        /// Button: print.
        pub print: String,
        /// Button: remove an entry.
        pub remove: String,
        /// Question before it is removed.
        pub remove_sure: String,
        /// Button: remove it.
        pub remove_yes: String,
        /// Button: keep it.
        pub remove_no: String,
        /// Status: an addition was saved.
        pub add_saved: String,
        /// Status: removed.
        pub remove_done: String,
    }
}

props! {
    /// A question.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
    #[serde(deny_unknown_fields)]
    pub struct QuestionText {
        /// As it is asked.
        pub ask: String,
        /// Hint.
        pub hint: String,
        /// Label in an entry.
        pub label: String,
    }
}

impl Props for ScreensText {
    fn write(&self, lines: &mut Vec<String>) {
        self.compose.write(lines);
        self.ask.write(lines);
        self.entries.write(lines);
        self.before.write(lines);
        self.passphrase.write(lines);
        self.unlock.write(lines);
        self.kept.write(lines);
        self.chain.write(lines);
        for question in self.questions.values() {
            question.write(lines);
        }
        for behaviour in self.behaviours.values() {
            behaviour.write(lines);
        }
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        Some(Self {
            compose: Props::read(lines)?,
            ask: Props::read(lines)?,
            entries: Props::read(lines)?,
            before: Props::read(lines)?,
            passphrase: Props::read(lines)?,
            unlock: Props::read(lines)?,
            kept: Props::read(lines)?,
            chain: Props::read(lines)?,
            questions: by_name(&Question::ALL, lines)?,
            behaviours: by_name(&Behaviour::ALL, lines)?,
        })
    }
}

/// Reads one value for each name.
fn by_name<N: Copy + Ord, T: Props>(
    names: &[N],
    lines: &mut Split<'_, char>,
) -> Option<BTreeMap<N, T>> {
    // Collecting would sort, which is 3 kB of the WASM.
    let mut values = BTreeMap::new();
    for name in names {
        values.insert(*name, T::read(lines)?);
    }
    Some(values)
}

impl ScreensText {
    /// Words of a question; the build has checked that there are some for each.
    #[must_use]
    pub fn question(&self, question: Question) -> QuestionText {
        self.questions
            .get(&question)
            .cloned()
            .unwrap_or(QuestionText {
                ask: String::new(),
                hint: String::new(),
                label: String::new(),
            })
    }

    /// Name of a kind of behaviour.
    #[must_use]
    pub fn behaviour(&self, kind: Behaviour) -> String {
        self.behaviours.get(&kind).cloned().unwrap_or_default()
    }

    /// Texts with their required placeholders: table, key, text, placeholders separated by spaces.
    #[must_use]
    pub fn placeholders(&self) -> [(&'static str, &'static str, &str, &'static str); 9] {
        let (ask, entries) = (&self.ask, &self.entries);
        [
            ("compose", "change", &self.compose.change, "{question}"),
            ("ask", "about_when", &ask.about_when, "{when}"),
            ("ask", "date_and_time", &ask.date_and_time, "{date} {time}"),
            ("entries", "entry", &entries.entry, "{number}"),
            ("entries", "added", &entries.added, "{when}"),
            ("entries", "removed", &entries.removed, "{when}"),
            ("chain", "intact", &self.chain.intact, "{head}"),
            ("chain", "changed", &self.chain.changed, "{number}"),
            ("kept", "not_saved", &self.kept.not_saved, "{reason}"),
        ]
    }
}
