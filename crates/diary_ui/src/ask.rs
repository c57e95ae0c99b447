//! One question about an event. It can be answered, not known, or left for later.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::block::{buttons, error, hint, small, title};
use crate::button::button;
use crate::field::TextArea;
use crate::icons::Icon;
use crate::state::{Screen, State};
use browser::focus::{exists, focus_next};
use diary::{Answer, Behaviour, CivilDate, ClockTime, Happened, Question};

/// A date or time that is not complete, or no day of the calendar.
const INVALID: &str = "[data-screens] input:invalid";
/// The first and the last date that can be meant: a year of two digits is none.
const EARLIEST: &str = "1900-01-01";
const LATEST: &str = "2999-12-31";

/// The values of the fields of one question.
#[derive(Debug, Clone, Default)]
struct Fields {
    text: String,
    date: String,
    time: String,
    about: bool,
    kinds: BTreeSet<Behaviour>,
}

impl Fields {
    fn of(answer: Option<&Answer>) -> Self {
        let mut fields = Self::default();
        match answer {
            Some(Answer::Text(text)) => fields.text.clone_from(text),
            Some(Answer::Behaviours(kinds)) => fields.kinds.clone_from(kinds),
            Some(Answer::Happened(happened)) => {
                fields.date = happened.date.clone().map(String::from).unwrap_or_default();
                fields.time = happened.time.clone().map(String::from).unwrap_or_default();
                fields.about = happened.about;
            }
            Some(Answer::NotSure) | None => {}
        }
        fields
    }

    fn answer(self, question: Question) -> Answer {
        match question {
            Question::When => Answer::Happened(Happened {
                date: CivilDate::parse(&self.date).ok(),
                time: ClockTime::parse(&self.time).ok(),
                about: self.about,
            }),
            Question::Behaviour => Answer::Behaviours(self.kinds),
            _ => Answer::Text(self.text),
        }
    }
}

/// A question with its field and three ways on.
pub(crate) fn ask(state: State, question: Question) -> AnyView {
    let words = &state.words.ask;
    let text = state.words.question(question);
    let earlier = state.draft.get_untracked();
    let fields = RwSignal::new(Fields::of(earlier.answer_to(question)));
    let message = RwSignal::new(String::new());
    keep_typed(state, question, fields);
    let next = move || question.next().map_or(Screen::Compose, Screen::Ask);
    // What is typed is never lost: each way on saves it.
    let go_on = move |otherwise: Option<Answer>, to: Screen| {
        let typed = fields.get_untracked().answer(question);
        let answer = if typed.is_empty() {
            otherwise
        } else {
            Some(typed)
        };
        if let Some(answer) = answer {
            state.draft.update(|draft| draft.answer(question, answer));
        }
        state.show(to);
    };
    let save = move |clicks: i32| {
        if clicks > 1 {
            return;
        }
        if exists(INVALID) {
            message.set(words.invalid.clone());
            return focus_next(INVALID);
        }
        let answer = fields.get_untracked().answer(question);
        state.draft.update(|draft| draft.answer(question, answer));
        state.show(next());
    };
    // The second click of a double one is for the screen before.
    let leave = move |clicks: i32, otherwise: Option<Answer>| {
        if clicks < 2 {
            go_on(otherwise, next());
        }
    };
    let field = match question {
        Question::When => view! { <WhenFields state fields /> }.into_any(),
        Question::Behaviour => view! { <BehaviourFields state fields /> }.into_any(),
        _ => text_field(fields),
    };
    vec![
        title(&text.ask),
        hint(&text.hint),
        small(state.memory_text()),
        field,
        error(message),
        buttons(vec![
            button(&words.next, "next", save),
            button(&words.not_sure, "", move |clicks| {
                leave(clicks, Some(Answer::NotSure));
            }),
            button(&words.not_now, "skip", move |clicks| leave(clicks, None)),
            button(&words.back, "back", move |_| go_on(None, Screen::Compose)),
        ]),
    ]
    .into_any()
}

/// Puts what is typed into the draft at once: it is saved with it, and a lock does not drop it.
fn keep_typed(state: State, question: Question, fields: RwSignal<Fields>) {
    Effect::new(move |earlier: Option<()>| {
        let typed = fields.get().answer(question);
        if earlier.is_some() && !typed.is_empty() {
            state.draft.update(|draft| draft.answer(question, typed));
        }
    });
}

/// The field of most questions.
fn text_field(fields: RwSignal<Fields>) -> AnyView {
    view! {
        <TextArea
            id="form-answer"
            labelled_by="form-title"
            described_by="form-hint"
            rows=3
            value=Signal::derive(move || fields.get().text)
            on_input=move |text| fields.update(|fields| fields.text = text)
        />
    }
    .into_any()
}

/// Date, time, and whether they are approximate.
#[component]
fn WhenFields(
    /// State of the screens.
    state: State,
    /// Values of the fields.
    fields: RwSignal<Fields>,
) -> impl IntoView {
    let words = &state.words.ask;
    view! {
        <div class="picks__rows" role="group" aria-labelledby="form-title" aria-describedby="form-hint">
            <label class="field">
                <span class="field__label">{words.date.as_str()}</span>
                <input
                    type="date"
                    class="field__box"
                    autocomplete="off"
                    prop:value=fields.get_untracked().date
                    min=EARLIEST
                    max=LATEST
                    on:input=move |event| fields.update(|fields| fields.date = event_target_value(&event))
                />
            </label>
            <label class="field">
                <span class="field__label">{words.time.as_str()}</span>
                <input
                    type="time"
                    class="field__box"
                    autocomplete="off"
                    prop:value=fields.get_untracked().time
                    on:input=move |event| fields.update(|fields| fields.time = event_target_value(&event))
                />
            </label>
        </div>
        <label class="choice">
            <input
                type="checkbox"
                class="choice__box"
                autocomplete="off"
                prop:checked=move || fields.get().about
                on:change=move |event| fields.update(|fields| fields.about = event_target_checked(&event))
            />
            <span>{words.about.as_str()}</span>
        </label>
    }
}

/// The kinds of behaviour, each with a picture.
#[component]
fn BehaviourFields(
    /// State of the screens.
    state: State,
    /// Values of the fields.
    fields: RwSignal<Fields>,
) -> impl IntoView {
    let choice = move |kind: Behaviour| {
        let toggle = move |event| {
            fields.update(|fields| {
                if event_target_checked(&event) {
                    fields.kinds.insert(kind);
                } else {
                    fields.kinds.remove(&kind);
                }
            });
        };
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    class="choice__box"
                    autocomplete="off"
                    prop:checked=move || fields.get().kinds.contains(&kind)
                    on:change=toggle
                />
                <span><Icon kind />" "{state.words.behaviour(kind)}</span>
            </label>
        }
    };
    view! {
        <div role="group" aria-labelledby="form-title" aria-describedby="form-hint">
            {Behaviour::ALL.map(choice).into_iter().collect_view()}
        </div>
    }
}
