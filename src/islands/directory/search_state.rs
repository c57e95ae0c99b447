//! The state of search and matching.

use leptos::prelude::*;

use super::props::DirectoryProps;
use browser::services::ResultRow;
use browser::{guides, scheduler, services};
use domain::matching::{Answers, Candidate, Match, Place, matches};
use domain::search::Index;
use domain::service::{ContactMode, PerpetratorRelation};

/// Number of questions.
const QUESTIONS: usize = 3;
/// How many results are shown at first, and how many more at each press of the button below them.
const ROWS: usize = 24;
/// Debounce delay of the announcement of results, in milliseconds.
const ANNOUNCE_DELAY_MS: f64 = 700.0;

/// The query, the answers and the status message.
#[derive(Debug, Clone, Copy)]
pub(super) struct SearchState {
    directory: StoredValue<DirectoryProps>,
    /// Text of the search field.
    pub(super) query: RwSignal<String>,
    /// Text of the place field.
    pub(super) near: RwSignal<String>,
    /// The answers so far.
    pub(super) answers: RwSignal<Answers>,
    /// Index of the current question; 3 once all are answered.
    pub(super) step: RwSignal<usize>,
    /// Message in the live region.
    pub(super) status: RwSignal<String>,
    results: StoredValue<Results>,
    /// How many results are not on the screen.
    pub(super) left: RwSignal<usize>,
    /// Debounce id: only the latest announcement is made.
    generation: StoredValue<u32>,
    index: StoredValue<Index>,
    guides: StoredValue<Index>,
    reading: StoredValue<IndexState>,
}

/// The services found.
#[derive(Debug, Default)]
struct Results {
    /// The best first.
    matches: Vec<Match>,
    /// The contact mode that was chosen.
    contact_mode: Option<ContactMode>,
    /// How many of them are on the screen.
    shown: usize,
}

/// Progress of building the search index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum IndexState {
    NotYet,
    Begun,
    Done,
}

impl SearchState {
    pub(super) fn new(directory: StoredValue<DirectoryProps>) -> Self {
        Self {
            directory,
            query: RwSignal::new(String::new()),
            near: RwSignal::new(String::new()),
            answers: RwSignal::new(Answers::default()),
            step: RwSignal::new(0),
            status: RwSignal::new(String::new()),
            results: StoredValue::new(Results::default()),
            left: RwSignal::new(0),
            generation: StoredValue::new(0_u32),
            index: StoredValue::new(Index::default()),
            guides: StoredValue::new(Index::default()),
            reading: StoredValue::new(IndexState::NotYet),
        }
    }

    /// Whether there is no query and no answer.
    pub(super) fn is_idle(self) -> bool {
        self.answers.get().is_empty() && self.query.with(|query| query.trim().is_empty())
    }

    /// Builds the index from the cards and guides in the page, in batches, on the first call.
    pub(super) fn build_index(self) {
        if self.reading.get_value() != IndexState::NotYet {
            return;
        }
        self.reading.set_value(IndexState::Begun);
        let count = self.directory.with_value(|all| all.services.len());
        let read = move |place: usize| {
            let search = self.directory.with_value(|all| {
                let entry = all.services.get(place);
                entry.map_or_else(String::new, |entry| entry.search.clone())
            });
            let (name, body) = services::words(place).unwrap_or_default();
            self.index.update_value(|index| {
                index.add(&name, &search, &body);
            });
        };
        let done = move || {
            self.reading.set_value(IndexState::Done);
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
        scheduler::run_in_batches(count, read, move || {
            scheduler::run_in_batches(guides::count(), read_guide, done);
        });
    }

    /// Sets the query and updates the results.
    pub(super) fn set_query(self, query: String) {
        self.query.set(query);
        self.build_index();
        self.show();
    }

    /// Calls `act` with the props.
    pub(super) fn with<T>(self, act: impl FnOnce(&DirectoryProps) -> T) -> T {
        self.directory.with_value(act)
    }

    /// Returns the row of the selected answer. A place from the place field has no row.
    pub(super) fn selected_row(self, question: usize) -> Option<usize> {
        let Answers {
            place,
            perpetrator,
            contact_mode,
        } = self.answers.get();
        match question {
            0 => self.with(|all| all.places().iter().position(|other| Some(*other) == place)),
            1 => perpetrator.map(|perpetrator| perpetrator as usize),
            _ => contact_mode.map(|contact_mode| contact_mode as usize),
        }
    }

    /// Returns the label of the selected answer.
    pub(super) fn answer_label(self, question: usize) -> String {
        let Answers {
            place,
            perpetrator,
            contact_mode,
        } = self.answers.get();
        self.with(|all| {
            let label = match question {
                0 => place.map(|place| all.place(place)),
                1 => perpetrator.and_then(|perpetrator| {
                    all.reasons
                        .perpetrator_relations
                        .get(perpetrator as usize)
                        .cloned()
                }),
                _ => contact_mode.and_then(|contact_mode| {
                    all.reasons
                        .contact_modes
                        .get(contact_mode as usize)
                        .cloned()
                }),
            };
            label.unwrap_or_else(|| all.labels.any.clone())
        })
    }

    /// Answers a question by row, or skips it with `None`, and opens the next one.
    pub(super) fn answer(self, question: usize, row: Option<usize>) {
        let place = row.and_then(|row| self.with(|all| all.places().get(row).copied()));
        self.answers.update(|answers| match question {
            0 => answers.place = place,
            1 => {
                answers.perpetrator =
                    row.and_then(|row| PerpetratorRelation::ALL.get(row).copied());
            }
            _ => answers.contact_mode = row.and_then(|row| ContactMode::ALL.get(row).copied()),
        });
        self.show();
        self.open_question(question + 1);
    }

    /// Answers the first question with a place from the place field.
    pub(super) fn answer_place(self, place: Place) {
        self.answers.update(|answers| answers.place = Some(place));
        self.show();
        self.open_question(1);
    }

    /// Opens a question; after the last one, shows the results.
    pub(super) fn open_question(self, question: usize) {
        self.step.set(question);
        services::focus_question(question);
        if question == QUESTIONS && self.answers.get_untracked().is_empty() {
            self.announce(self.with(|all| all.labels.unanswered.clone()));
        }
    }

    /// Resets query and answers, and announces it.
    pub(super) fn reset(self) {
        self.clear();
        self.announce(self.with(|all| all.labels.cleared.clone()));
        services::focus_search();
    }

    /// Resets query and answers when the page is left, unless they are empty already.
    pub(super) fn reset_on_leave(self) {
        let nothing = untrack(move || self.is_idle()) && self.near.with_untracked(String::is_empty);
        if !nothing {
            self.clear();
        }
    }

    /// Clears query, place and answers.
    fn clear(self) {
        self.query.set(String::new());
        self.near.set(String::new());
        self.answers.set(Answers::default());
        self.step.set(0);
        self.show();
    }

    /// Announces a message, debounced: a screen reader must not talk all the time while a person types.
    fn announce(self, line: String) {
        let generation = self.generation.get_value().wrapping_add(1);
        self.generation.set_value(generation);
        scheduler::set_timeout(ANNOUNCE_DELAY_MS, move || {
            if self.generation.get_value() == generation {
                self.status.set(line);
            }
        });
    }

    /// Focuses the results.
    pub(super) fn focus_results(self) {
        if !self.is_idle() {
            services::focus_question(QUESTIONS);
        }
    }

    /// Shows and announces the results. A query ignores the answers: a name is found whatever was answered.
    fn show(self) {
        let query = self.query.get_untracked();
        let answers = self.answers.get_untracked();
        let asked = query.trim().chars().count() > 1;
        if !asked && answers.is_empty() {
            self.announce(String::new());
            guides::show_results(&[]);
            self.set_results(Vec::new(), None);
            return;
        }
        if asked && self.reading.get_value() != IndexState::Done {
            return; // shown once the index is built
        }
        let results = if asked {
            self.search(&query, answers)
        } else {
            self.matching(answers)
        };
        let to_read = if asked {
            self.guide_results(&query)
        } else {
            Vec::new()
        };
        self.announce(self.with(|all| {
            let labels = &all.labels;
            let line = match (results.is_empty(), asked) {
                (true, true) if !to_read.is_empty() => "",
                (true, true) => &labels.nothing,
                (true, false) => &labels.no_match,
                (false, true) => &labels.found,
                (false, false) => &labels.fit,
            };
            let mut message = line.replace("{count}", &results.len().to_string());
            if !to_read.is_empty() {
                let line = labels
                    .found_to_read
                    .replace("{count}", &to_read.len().to_string());
                message = [line, message].join(" ");
            }
            message
        }));
        guides::show_results(&to_read);
        self.set_results(results, answers.contact_mode);
    }

    /// Shows the first rows, unless the results are the same as before.
    fn set_results(self, matches: Vec<Match>, contact_mode: Option<ContactMode>) {
        let same = self
            .results
            .with_value(|before| before.matches == matches && before.contact_mode == contact_mode);
        if !same {
            self.results.update_value(|all| {
                all.matches = matches;
                all.contact_mode = contact_mode;
            });
            self.show_rows(ROWS);
        }
    }

    /// Shows more rows and focuses the first of them.
    pub(super) fn show_more(self) {
        let shown = self.results.with_value(|all| all.shown);
        self.show_rows(shown + ROWS);
        services::focus_result(shown);
    }

    fn show_rows(self, count: usize) {
        self.results.update_value(|all| {
            let shown = all.matches.get(..count).unwrap_or(&all.matches);
            let seconds = scheduler::seconds();
            let rows = shown
                .iter()
                .map(|found| self.row(found, all.contact_mode, seconds));
            services::show_results(&rows.collect::<Vec<_>>());
            all.shown = shown.len();
            self.left.set(all.matches.len().saturating_sub(count));
        });
    }

    /// Composes the row of a result at a Unix time in seconds.
    fn row(self, found: &Match, contact_mode: Option<ContactMode>, seconds: i64) -> ResultRow {
        self.with(|all| {
            let reasons = found.reasons.iter();
            let reasons =
                reasons.map(|reason| all.reasons.reason(*reason, |place| all.place(place)));
            let row = all.services.get(found.service);
            let row = row.filter(|row| row.candidate.is_staffed() && row.checked.is_some());
            ResultRow {
                service: found.service,
                reason: reasons.collect::<Vec<_>>().join(" "),
                status: row.map(|row| all.open_status(row, seconds)),
                contact_mode,
            }
        })
    }

    /// Searches the guides and returns their indexes, the best first.
    fn guide_results(self, query: &str) -> Vec<usize> {
        self.guides
            .with_value(|index| self.with(|all| all.search_guides(index, query)))
    }

    fn matching(self, answers: Answers) -> Vec<Match> {
        let listed: Vec<Candidate> = self.with(|all| {
            all.services
                .iter()
                .map(|entry| entry.candidate.clone())
                .collect()
        });
        matches(&listed, answers)
    }

    /// Searches the services, the best first. The name of a place finds the services that work there.
    fn search(self, query: &str, answers: Answers) -> Vec<Match> {
        let there = self.with(|all| all.places_named(query));
        if !there.is_empty() {
            let mut found: Vec<Match> = Vec::new();
            for place in there {
                let answers = Answers {
                    place: Some(place),
                    ..answers
                };
                for fit in self.matching(answers) {
                    if !found.iter().any(|other| other.service == fit.service) {
                        found.push(fit);
                    }
                }
            }
            return found;
        }
        let found = self
            .index
            .with_value(|index| self.with(|all| all.search_services(index, query)));
        let fits = if answers.is_empty() {
            Vec::new()
        } else {
            self.matching(answers)
        };
        let found = found.into_iter().map(|service| {
            let fit = fits.iter().find(|fit| fit.service == service).cloned();
            fit.unwrap_or(Match {
                service,
                reasons: Vec::new(),
            })
        });
        found.collect()
    }
}
