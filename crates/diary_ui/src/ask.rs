//! One question about an event. It can be answered, not known, or left for later.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::field::TextArea;
use crate::icons::Icon;
use crate::state::{Screen, State};
use diary::{Answer, Behaviour, CivilDate, ClockTime, Happened, Question};

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
#[component]
pub(crate) fn Ask(
    /// State of the screens.
    state: State,
    /// The question.
    question: Question,
) -> impl IntoView {
    let words = &state.words.ask;
    let text = state.words.question(question);
    let earlier = state.draft.get_untracked();
    let fields = RwSignal::new(Fields::of(earlier.answer_to(question)));
    let go_on = move || state.show(question.next().map_or(Screen::Compose, Screen::Ask));
    let answer = move |answer: Answer| {
        state.draft.update(|draft| draft.answer(question, answer));
        go_on();
    };
    let field = match question {
        Question::When => view! { <WhenFields state fields /> }.into_any(),
        Question::Behaviour => view! { <BehaviourFields state fields /> }.into_any(),
        _ => view! { <TextField fields /> }.into_any(),
    };
    view! {
        <h3 class="picks__title" tabindex="-1" data-screen id="form-title">{text.ask}</h3>
        <p class="small" id="form-hint">{text.hint}</p>
        {field}
        <p class="picks__rows">
            <button
                type="button"
                class="button"
                data-form="next"
                on:click=move |_| answer(fields.get_untracked().answer(question))
            >
                {words.next.as_str()}
            </button>
            <button type="button" class="button" on:click=move |_| answer(Answer::NotSure)>
                {words.not_sure.as_str()}
            </button>
            <button type="button" class="button" data-form="skip" on:click=move |_| go_on()>
                {words.not_now.as_str()}
            </button>
            <button
                type="button"
                class="button"
                data-form="back"
                on:click=move |_| state.show(Screen::Compose)
            >
                {words.back.as_str()}
            </button>
        </p>
    }
}

/// The field of most questions.
#[component]
fn TextField(
    /// Values of the fields.
    fields: RwSignal<Fields>,
) -> impl IntoView {
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
                    prop:value=move || fields.get().date
                    on:input=move |event| fields.update(|fields| fields.date = event_target_value(&event))
                />
            </label>
            <label class="field">
                <span class="field__label">{words.time.as_str()}</span>
                <input
                    type="time"
                    class="field__box"
                    autocomplete="off"
                    prop:value=move || fields.get().time
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
