//! What is looked for, and what comes of it.

use leptos::prelude::*;

use super::entry::{Directory, Force};
use crate::domain::finder::{Answers, Fit, Listed, Place, Talk, find};
use crate::domain::place::{NameFit, fit};
use crate::domain::search::Index;
use crate::domain::service::Doer;
use crate::platform::{clock, guides, services};

/// How many questions there are.
const QUESTIONS: usize = 3;
/// How long nothing has to be typed before the result is said aloud, in milliseconds.
const SAID_AFTER: f64 = 700.0;

/// The search and the answers, and the line that says what came of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Finding {
    directory: StoredValue<Directory>,
    /// What is typed into the search.
    pub(super) query: RwSignal<String>,
    /// What is typed into the field for a place.
    pub(super) near: RwSignal<String>,
    /// What was answered.
    pub(super) answers: RwSignal<Answers>,
    /// Which question is asked; 3 when all of them are answered.
    pub(super) step: RwSignal<usize>,
    /// What is said about the result.
    pub(super) said: RwSignal<String>,
    /// Which line is the last one to be said.
    turn: StoredValue<u32>,
    index: StoredValue<Index>,
    guides: StoredValue<Index>,
    reading: StoredValue<Reading>,
}

/// How far the page has been read for the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    NotYet,
    Begun,
    Done,
}

impl Finding {
    pub(super) fn new(directory: StoredValue<Directory>) -> Self {
        Self {
            directory,
            query: RwSignal::new(String::new()),
            near: RwSignal::new(String::new()),
            answers: RwSignal::new(Answers::default()),
            step: RwSignal::new(0),
            said: RwSignal::new(String::new()),
            turn: StoredValue::new(0_u32),
            index: StoredValue::new(Index::default()),
            guides: StoredValue::new(Index::default()),
            reading: StoredValue::new(Reading::NotYet),
        }
    }

    /// Whether nothing is looked for.
    pub(super) fn is_idle(self) -> bool {
        self.answers.get().is_empty() && self.query.with(|query| query.trim().is_empty())
    }

    /// Reads the cards and the guidance for the search, a little in each task, the first time that it is
    /// called.
    pub(super) fn read_the_page(self) {
        if self.reading.get_value() != Reading::NotYet {
            return;
        }
        self.reading.set_value(Reading::Begun);
        let count = self.directory.with_value(|all| all.entries.len());
        let read = move |place: usize| {
            let search = self.directory.with_value(|all| {
                let entry = all.entries.get(place);
                entry.map_or_else(String::new, |entry| entry.search.clone())
            });
            let (name, body) = services::words(place).unwrap_or_default();
            self.index.update_value(|index| {
                index.add(&name, &search, &body);
            });
        };
        let done = move || {
            self.reading.set_value(Reading::Done);
            if !self.query.with_untracked(String::is_empty) {
                self.show();
            }
        };
        let read_guide = move |place: usize| {
            let [title, search, body] = guides::words(place).unwrap_or_default();
            self.guides.update_value(|index| {
                index.add(&title, &search, &body);
            });
        };
        clock::in_steps(count, read, move || {
            clock::in_steps(guides::count(), read_guide, done);
        });
    }

    /// Looks for what was typed.
    pub(super) fn look_for(self, query: String) {
        self.query.set(query);
        self.read_the_page();
        self.show();
    }

    /// Calls `act` with what the app knows.
    pub(super) fn with<T>(self, act: impl FnOnce(&Directory) -> T) -> T {
        self.directory.with_value(act)
    }

    /// The answer to a question, by its row. A place that was looked up stands in no row.
    pub(super) fn given(self, question: usize) -> Option<usize> {
        let Answers { place, doer, talk } = self.answers.get();
        match question {
            0 => self.with(|all| all.places().iter().position(|other| Some(*other) == place)),
            1 => doer.map(|doer| doer as usize),
            _ => talk.map(|talk| talk as usize),
        }
    }

    /// The answer to a question, in words.
    pub(super) fn said_of(self, question: usize) -> String {
        let Answers { place, doer, talk } = self.answers.get();
        self.with(|all| {
            let said = match question {
                0 => place.map(|place| all.place(place)),
                1 => doer.and_then(|doer| all.finder.doers.get(doer as usize).cloned()),
                _ => talk.and_then(|talk| all.finder.talks.get(talk as usize).cloned()),
            };
            said.unwrap_or_else(|| all.labels.any.clone())
        })
    }

    /// Answers a question by a row, or skips it, and goes on to the next one.
    pub(super) fn answer(self, question: usize, row: Option<usize>) {
        let place = row.and_then(|row| self.with(|all| all.places().get(row).copied()));
        self.answers.update(|answers| match question {
            0 => answers.place = place,
            1 => answers.doer = row.and_then(|row| Doer::ALL.get(row).copied()),
            _ => answers.talk = row.and_then(|row| Talk::ALL.get(row).copied()),
        });
        self.show();
        self.ask(question + 1);
    }

    /// Answers where, with a place that was looked up.
    pub(super) fn answer_place(self, place: Place) {
        self.answers.update(|answers| answers.place = Some(place));
        self.show();
        self.ask(1);
    }

    /// Asks a question. After the last one what was found is shown.
    pub(super) fn ask(self, question: usize) {
        self.step.set(question);
        services::go_to(question);
        if question == QUESTIONS && self.answers.get_untracked().is_empty() {
            self.say(self.with(|all| all.labels.unanswered.clone()));
        }
    }

    /// Takes everything back, and says so to whoever asked for it.
    pub(super) fn start_again(self) {
        self.clear();
        self.say(self.with(|all| all.labels.cleared.clone()));
        services::go_back_to_search();
    }

    /// Takes everything back when the page is left, if there is anything.
    pub(super) fn forget(self) {
        let nothing = untrack(move || self.is_idle()) && self.near.with_untracked(String::is_empty);
        if !nothing {
            self.clear();
        }
    }

    /// Takes everything back.
    fn clear(self) {
        self.query.set(String::new());
        self.near.set(String::new());
        self.answers.set(Answers::default());
        self.step.set(0);
        self.show();
    }

    /// Says something once nothing has changed for a while: a screen reader is not to talk all the time
    /// while somebody types.
    fn say(self, line: String) {
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        clock::later(SAID_AFTER, move || {
            if self.turn.get_value() == turn {
                self.said.set(line);
            }
        });
    }

    /// Puts the keyboard where the services are that were found.
    pub(super) fn go_to_first(self) {
        if !self.is_idle() {
            services::go_to(QUESTIONS);
        }
    }

    /// Orders the list by what is looked for, and says so. What is searched for is searched everywhere:
    /// a name is found whatever was answered.
    fn show(self) {
        let query = self.query.get_untracked();
        let answers = self.answers.get_untracked();
        let asked = query.trim().chars().count() > 1;
        if !asked && answers.is_empty() {
            self.say(String::new());
            guides::offer(&[]);
            services::arrange(Vec::new());
            return;
        }
        if asked && self.reading.get_value() != Reading::Done {
            return; // it is shown as soon as the page is read
        }
        let fits = if asked {
            self.search(&query, answers)
        } else {
            self.fitting(answers)
        };
        let order: Vec<(usize, String)> = self.with(|all| {
            let worded = fits.into_iter().map(|fit| {
                let reasons = fit.reasons.into_iter();
                let words =
                    reasons.map(|reason| all.finder.reason(reason, |place| all.place(place)));
                (fit.service, words.collect::<Vec<_>>().join(" "))
            });
            worded.collect()
        });
        let to_read = if asked {
            self.to_read(&query)
        } else {
            Vec::new()
        };
        self.say(self.with(|all| {
            let labels = &all.labels;
            let line = match (order.is_empty(), asked) {
                (true, true) if !to_read.is_empty() => "",
                (true, true) => &labels.nothing,
                (true, false) => &labels.nobody,
                (false, true) => &labels.found,
                (false, false) => &labels.fit,
            };
            let mut said = line.replace("{count}", &order.len().to_string());
            if !to_read.is_empty() {
                let line = labels
                    .found_to_read
                    .replace("{count}", &to_read.len().to_string());
                said = [line, said].join(" ");
            }
            said
        }));
        guides::offer(&to_read);
        services::arrange(order);
    }

    /// The guidance that a search finds, the best first.
    fn to_read(self, query: &str) -> Vec<usize> {
        self.guides
            .with_value(|index| self.with(|all| all.found_to_read(index, query)))
    }

    fn fitting(self, answers: Answers) -> Vec<Fit> {
        let listed: Vec<Listed> = self.with(|all| {
            all.entries
                .iter()
                .map(|entry| entry.listed.clone())
                .collect()
        });
        find(&listed, answers)
    }

    /// What a search finds, the best first. The name of a place finds the services that work there.
    fn search(self, query: &str, answers: Answers) -> Vec<Fit> {
        let there = self.with(|all| places_called(&all.forces, query));
        if !there.is_empty() {
            let mut found: Vec<Fit> = Vec::new();
            for place in there {
                let answers = Answers {
                    place: Some(place),
                    ..answers
                };
                for fit in self.fitting(answers) {
                    if !found.iter().any(|other| other.service == fit.service) {
                        found.push(fit);
                    }
                }
            }
            return found;
        }
        let found = self
            .index
            .with_value(|index| self.with(|all| all.found(index, query)));
        let fits = if answers.is_empty() {
            Vec::new()
        } else {
            self.fitting(answers)
        };
        let found = found.into_iter().map(|service| {
            let fit = fits.iter().find(|fit| fit.service == service).cloned();
            fit.unwrap_or(Fit {
                service,
                reasons: Vec::new(),
            })
        });
        found.collect()
    }
}

/// The areas in which a place of exactly that name lies.
fn places_called(forces: &[Force], query: &str) -> Vec<Place> {
    let mut there = Vec::new();
    for (place, force) in forces.iter().enumerate() {
        let mut names = force.places.split(", ").chain([force.name.as_str()]);
        if names.any(|name| fit(name, query) == Some(NameFit::Whole)) {
            there.extend(u16::try_from(place).map(|place| Place::Police(place, force.region)));
        }
    }
    there
}
