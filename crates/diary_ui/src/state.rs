//! What the screens share.

use leptos::prelude::*;

use browser::clock;
use browser::focus::focus_next;
use diary::text::ScreensText;
use diary::{Account, Answer, Diary, DiaryError, Question, Timestamp};

/// Selector of the heading of a screen, which has the focus when the screen opens.
pub(crate) const TITLE: &str = "[data-screen]";

/// A screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Screen {
    /// Writing an entry.
    Compose,
    /// Answering a question about it.
    Ask(Question),
    /// What has been written.
    Entries,
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
    /// The screen that is shown.
    pub(crate) screen: RwSignal<Screen>,
    /// The message of the live region.
    pub(crate) status: RwSignal<String>,
}

impl State {
    pub(crate) fn new(words: &'static ScreensText) -> Self {
        Self {
            words,
            diary: RwSignal::new(Diary::default()),
            draft: RwSignal::new(Account::default()),
            screen: RwSignal::new(Screen::Compose),
            status: RwSignal::new(String::new()),
        }
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
            .try_update(|diary| diary.write(account, written))
            .unwrap_or(Err(DiaryError::Empty))?;
        self.draft.set(Account::default());
        self.show(Screen::Entries);
        self.announce(&self.words.entries.saved);
        Ok(())
    }

    /// Says something in the live region.
    pub(crate) fn announce(self, message: &str) {
        self.status.set(message.to_owned());
    }

    /// Forgets everything that was written.
    pub(crate) fn reset(self) {
        self.diary.set(Diary::default());
        self.draft.set(Account::default());
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
