//! What a person may choose: for this visit, or kept if she says so.

use leptos::prelude::*;

use super::Given;
use crate::domain::preferences::{Back, Keys, Letters, Preferences, Way};
use crate::platform::preferences;

/// A question with its answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub title: String,
    /// The names of the answers, in the order in which their type lists them.
    pub answers: Vec<String>,
}

/// The words of the choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChoicesWords {
    /// How large the letters are.
    pub letters: Question,
    /// Where the exit leads.
    pub way: Question,
    /// What is shown to whoever comes back to the page.
    pub back: Question,
    /// Which keys leave.
    pub keys: Question,
    /// What keeping them means.
    pub keep: String,
    /// What is said once they are kept.
    pub kept: String,
    /// What is said once they are no longer kept.
    pub forgotten: String,
    /// What is said when the browser keeps nothing.
    pub not_kept: String,
}

impl ChoicesWords {
    /// Every word, one a line: each question with its answers, then the rest, with empty lines between.
    #[must_use]
    pub fn lines(&self) -> String {
        let questions = [&self.letters, &self.way, &self.back, &self.keys];
        let questions = questions.map(|question| {
            let lines = std::iter::once(&question.title).chain(&question.answers);
            lines.cloned().collect::<Vec<_>>().join("\n")
        });
        let rest = [&self.keep, &self.kept, &self.forgotten, &self.not_kept];
        let rest = rest.map(String::as_str).join("\n");
        [questions.join("\n\n"), rest].join("\n\n")
    }

    /// The words from [`Self::lines`]. What is missing is empty.
    #[must_use]
    pub fn read(lines: &str) -> Self {
        let mut parts = lines
            .split("\n\n")
            .map(|part| part.split('\n').map(str::to_owned));
        let mut question = || {
            let mut lines = parts.next().into_iter().flatten();
            Question {
                title: lines.next().unwrap_or_default(),
                answers: lines.collect(),
            }
        };
        let (letters, way) = (question(), question());
        let (back, keys) = (question(), question());
        let mut rest = parts.next().into_iter().flatten();
        let mut next = || rest.next().unwrap_or_default();
        Self {
            letters,
            way,
            back,
            keys,
            keep: next(),
            kept: next(),
            forgotten: next(),
            not_kept: next(),
        }
    }
}

/// Whether the choices outlive the visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keeping {
    /// Only until the page is left: how every visit starts.
    No,
    /// No longer.
    Forgotten,
    /// On this phone.
    Yes,
    /// Asked for, but the browser refused.
    Refused,
}

/// What has been chosen.
#[derive(Debug, Clone, Copy)]
struct Chosen {
    preferences: RwSignal<Preferences>,
    keeping: RwSignal<Keeping>,
}

impl Chosen {
    fn recall(self) {
        if let Some(kept) = preferences::kept() {
            self.preferences.set(kept);
            self.keeping.set(Keeping::Yes);
        }
    }

    fn choose(self, change: impl FnOnce(&mut Preferences)) {
        self.preferences.update(change);
        preferences::apply(self.preferences.get_untracked());
        if self.keeping.get_untracked() == Keeping::Yes {
            self.keep();
        }
    }

    fn keep(self) {
        let kept = preferences::keep(self.preferences.get_untracked());
        self.keeping
            .set(if kept { Keeping::Yes } else { Keeping::Refused });
    }

    fn keep_or_forget(self) {
        if self.keeping.get_untracked() == Keeping::Yes {
            preferences::forget();
            self.keeping.set(Keeping::Forgotten);
        } else {
            self.keep();
        }
    }
}

/// The choices.
#[island]
pub fn Choices() -> impl IntoView {
    let words = ChoicesWords::read(&Given::to("choices"));
    let ready = RwSignal::new(false);
    let chosen = Chosen {
        preferences: RwSignal::new(Preferences::default()),
        keeping: RwSignal::new(Keeping::No),
    };
    Effect::new(move |_| {
        chosen.recall();
        ready.set(true);
    });
    let said = move || match chosen.keeping.get() {
        Keeping::No => String::new(),
        Keeping::Forgotten => words.forgotten.clone(),
        Keeping::Yes => words.kept.clone(),
        Keeping::Refused => words.not_kept.clone(),
    };
    let off = Signal::derive(move || !ready.get());
    let ways = (0..).map(Way);
    let letters = group(words.letters, Letters::ALL, "size", off, chosen, |p| {
        &mut p.letters
    });
    let way = group(words.way, ways, "way", off, chosen, |p| &mut p.way);
    let back = group(words.back, Back::ALL, "back", off, chosen, |p| &mut p.back);
    let keys = group(words.keys, Keys::ALL, "keys", off, chosen, |p| &mut p.keys);
    view! {
        <div class="needs-app">
            {letters}
            {way}
            {back}
            {keys}
            <div class="choices">
                <label class="choice">
                    <input
                        type="checkbox"
                        class="choice__box"
                        disabled=off
                        autocomplete="off"
                        prop:checked=move || chosen.keeping.get() == Keeping::Yes
                        on:change=move |_| chosen.keep_or_forget()
                    />
                    <span>{words.keep}</span>
                </label>
                <p class="choices__said" role="status">{said}</p>
            </div>
        </div>
    }
}

/// One question: an answer is chosen, and shows at once.
fn group<T: Copy + PartialEq + Send + Sync + 'static>(
    question: Question,
    values: impl IntoIterator<Item = T>,
    name: &'static str,
    off: Signal<bool>,
    chosen: Chosen,
    field: fn(&mut Preferences) -> &mut T,
) -> impl IntoView {
    let answer = move |(value, words): (T, String)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    class="choice__box"
                    name=name
                    autocomplete="off"
                    prop:checked=move || *field(&mut chosen.preferences.get()) == value
                    on:change=move |_| chosen.choose(|all| *field(all) = value)
                />
                <span>{words}</span>
            </label>
        }
    };
    let answers = values.into_iter().zip(question.answers);
    view! {
        <fieldset class="choices" disabled=off>
            <legend class="choices__title">{question.title}</legend>
            {answers.map(answer).collect_view()}
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::{ChoicesWords, Question};

    #[test]
    fn words_come_back_from_their_lines() {
        let question = |title: &str, answers: &[&str]| Question {
            title: title.into(),
            answers: answers.iter().map(|answer| (*answer).into()).collect(),
        };
        let words = ChoicesWords {
            letters: question("Size?", &["Small", "Large"]),
            way: question("Where?", &["Weather"]),
            back: question("What?", &["Page", "Recipe"]),
            keys: question("Keys?", &["Both", "One"]),
            keep: "Keep".into(),
            kept: "Kept".into(),
            forgotten: "Gone".into(),
            not_kept: "No".into(),
        };
        assert_eq!(ChoicesWords::read(&words.lines()), words);
    }
}
