//! What the screens share.

mod keeping;

use leptos::prelude::*;

use browser::clock;
use browser::focus::focus_next;
use browser::random::salt;
use browser::vault::Vault;
use diary::text::ScreensText;
use diary::{Account, Answer, Diary, DiaryError, Question, Timestamp};

/// Selector of the heading of a screen, which has the focus when the screen opens.
pub(crate) const TITLE: &str = "[data-screen]";

/// Selector of the live region.
pub(crate) const STATUS: &str = "[data-screens] [role=status]";

/// A screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Screen {
    /// Writing an entry.
    Compose,
    /// Answering a question about it.
    Ask(Question),
    /// What has been written.
    Entries,
    /// What to know before it is kept.
    Before,
    /// The passphrase of a new diary.
    Passphrase,
    /// Opening what is kept.
    Unlock,
}

/// What is asked about an entry in place: one thing at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// What to add to the entry with this number.
    Add(u32),
    /// Whether to remove it.
    Remove(u32),
    /// Whether to remove the whole diary from the phone.
    Forget,
}

/// State of the screens.
#[derive(Debug, Clone, Copy)]
pub(crate) struct State {
    /// The words.
    pub(crate) words: &'static ScreensText,
    /// What has been written.
    pub(crate) diary: RwSignal<Diary>,
    /// What is being written.
    pub(crate) draft: RwSignal<Account>,
    /// Additions that are not saved yet, by the number of their entry.
    pub(crate) additions: RwSignal<Vec<(u32, String)>>,
    /// What is asked about an entry.
    pub(crate) asked: RwSignal<Option<Asked>>,
    /// The screen that is shown.
    pub(crate) screen: RwSignal<Screen>,
    /// The message of the live region.
    pub(crate) status: RwSignal<String>,
    /// Whether what is written is kept on the phone, and open.
    pub(crate) is_open: RwSignal<bool>,
    /// Whether a save failed, and its words are on the screen only.
    pub(crate) is_unsaved: RwSignal<bool>,
    /// Whether the page is hidden. Then the screens are too, so that a list of apps does not show what is open.
    pub(crate) is_hidden: RwSignal<bool>,
    /// Whether a key is being derived.
    pub(crate) is_busy: RwSignal<bool>,
    /// What was saved or opened last.
    saved: StoredValue<Vec<u8>>,
    /// Whether something was removed and the save before it is still in the file.
    is_to_erase: StoredValue<bool>,
    /// Seconds since a draft changed and was not saved.
    unsaved_for: StoredValue<Option<u32>>,
    vault: StoredValue<Vault, LocalStorage>,
}

impl State {
    pub(crate) fn new(words: &'static ScreensText, vault: Vault) -> Self {
        let state = Self {
            words,
            diary: RwSignal::new(Diary::default()),
            draft: RwSignal::new(Account::default()),
            additions: RwSignal::new(Vec::new()),
            asked: RwSignal::new(None),
            screen: RwSignal::new(Screen::Compose),
            status: RwSignal::new(String::new()),
            is_open: RwSignal::new(false),
            is_unsaved: RwSignal::new(false),
            is_hidden: RwSignal::new(false),
            is_busy: RwSignal::new(false),
            saved: StoredValue::new(Vec::new()),
            is_to_erase: StoredValue::new(false),
            unsaved_for: StoredValue::new(None),
            vault: StoredValue::new_local(vault),
        };
        Effect::new(move || {
            state.draft.track();
            state.additions.track();
            state.unsaved_for.set_value(Some(0));
        });
        state
    }

    /// The worker of what is kept.
    pub(crate) fn vault(self) -> Vault {
        self.vault.get_value()
    }

    /// Shows a screen, with the focus on its heading.
    pub(crate) fn show(self, screen: Screen) {
        self.status.set(String::new());
        self.screen.set(screen);
        focus_next(TITLE);
    }

    /// Saves the draft as an entry and shows it.
    pub(crate) fn save(self) -> Result<(), DiaryError> {
        let account = self.draft.get_untracked();
        let written = now();
        self.diary
            .try_update(|diary| diary.write(account, written, salt()))
            .unwrap_or(Err(DiaryError::Empty))?;
        self.draft.set(Account::default());
        self.show(Screen::Entries);
        self.changed(&self.words.entries.saved, false);
        Ok(())
    }

    /// Checks the chain of the entries, and says what it shows.
    pub(crate) fn check(self) {
        let words = &self.words.chain;
        let checked = self.diary.with_untracked(Diary::check);
        self.announce(&match checked {
            Ok(head) => words.intact.replace("{head}", &head.to_string()),
            Err(error) => {
                let number = error.entry.unwrap_or_default().to_string();
                words.changed.replace("{number}", &number)
            }
        });
    }

    /// Where what is written is, in short.
    pub(crate) fn memory_text(self) -> &'static str {
        if self.is_open.get_untracked() {
            &self.words.kept.memory
        } else {
            &self.words.entries.memory
        }
    }

    /// Asks about an entry in place, with the focus on `selector`.
    pub(crate) fn ask_about(self, asked: Asked, selector: &'static str) {
        self.status.set(String::new());
        if self.asked.get_untracked() != Some(asked) {
            self.asked.set(Some(asked));
        }
        focus_next(selector);
    }

    /// Asks nothing any more, with the focus on the entry.
    pub(crate) fn close_question(self, number: u32) {
        self.asked.set(None);
        focus_next(format!("#form-entry-{number}"));
    }

    /// What was typed as an addition to an entry and is not saved.
    pub(crate) fn addition(self, number: u32) -> String {
        let all = self.additions.get();
        let found = all.into_iter().find(|(of, _)| *of == number);
        found.map(|(_, text)| text).unwrap_or_default()
    }

    /// Keeps what is typed as an addition to an entry.
    pub(crate) fn set_addition(self, number: u32, text: String) {
        self.additions.update(|all| {
            all.retain(|(of, _)| *of != number);
            all.push((number, text));
        });
    }

    /// Saves what was typed as an addition to an entry. Without text it says so.
    pub(crate) fn add(self, number: u32) {
        let text = self.addition(number);
        let written = now();
        let added = self
            .diary
            .try_update(|diary| diary.add(number, &text, written, salt()));
        if matches!(added, Some(Ok(()))) {
            self.set_addition(number, String::new());
            self.close_question(number);
            self.changed(&self.words.entries.add_saved, false);
        } else {
            self.announce(&self.words.compose.empty);
            focus_next("#form-addition");
        }
    }

    /// Says something in the live region.
    pub(crate) fn announce(self, message: &str) {
        self.status.set(message.to_owned());
    }

    /// Forgets everything that was written.
    pub(crate) fn reset(self) {
        self.is_open.set(false);
        self.is_unsaved.set(false);
        self.is_to_erase.set_value(false);
        self.saved.set_value(Vec::new());
        self.diary.set(Diary::default());
        self.draft.set(Account::default());
        self.additions.set(Vec::new());
        self.asked.set(None);
        self.status.set(String::new());
        self.screen.set(Screen::Compose);
    }

    /// A moment, as an entry shows it.
    pub(crate) fn moment_text(self, moment: Timestamp) -> String {
        clock::show_moment(moment.seconds, moment.offset, &self.words.ask.clock)
    }

    /// The text of an answer, as an entry shows it.
    pub(crate) fn answer_text(self, answer: &Answer) -> String {
        let ask = &self.words.ask;
        match answer {
            Answer::NotSure => ask.not_sure.clone(),
            Answer::Text(text) => text.clone(),
            Answer::Behaviours(kinds) => {
                let names = kinds.iter().map(|kind| self.words.behaviour(*kind));
                names.collect::<Vec<_>>().join("; ")
            }
            Answer::Happened(happened) => {
                let date = happened
                    .date
                    .as_ref()
                    .map(|date| clock::show_date(date.as_str()));
                let time = happened
                    .time
                    .as_ref()
                    .map(|time| clock::show_time(time.as_str(), &ask.clock));
                let when = match (date, time) {
                    (Some(date), Some(time)) => ask
                        .date_and_time
                        .replace("{date}", &date)
                        .replace("{time}", &time),
                    (date, time) => date.or(time).unwrap_or_default(),
                };
                if happened.about {
                    ask.about_when.replace("{when}", &when)
                } else {
                    when
                }
            }
        }
    }
}

/// The moment of the phone's clock.
pub(crate) fn now() -> Timestamp {
    let (seconds, offset) = clock::now();
    Timestamp { seconds, offset }
}
