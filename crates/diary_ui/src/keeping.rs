//! Where the entries are, and what can be done about it: keeping, locking, saving again, removing.

use leptos::prelude::*;

use crate::block::{buttons, small};
use crate::button::button;
use crate::state::{Asked, Screen, State};
use browser::focus::focus_next;

/// Where the entries are, and what can be done about it.
pub(crate) fn keeping(state: State) -> AnyView {
    let words = &state.words.kept;
    if !state.is_open.get() {
        let ways = vec![
            button(&state.words.before.offer, "keep", move |_| {
                state.show(Screen::Before);
            }),
            button(&state.words.unlock.offer, "open", move |_| {
                state.show(Screen::Unlock);
            }),
        ];
        return vec![small(&state.words.entries.memory), buttons(ways)].into_any();
    }
    if state.is_unsaved.get() {
        let retry = button(&words.retry, "retry", move |_| state.persist(false, true));
        return buttons(vec![retry]);
    }
    let lock = button(&words.lock, "lock", move |_| state.lock());
    if state.asked.get() == Some(Asked::Forget) {
        let leave = button(&words.forget_no, "leave", move |_| {
            state.asked.set(None);
            focus_next("[data-form=forget]");
        });
        let forget = button(&words.forget_yes, "forget-yes", move |_| state.forget());
        return vec![small(&words.forget_sure), buttons(vec![leave, forget])].into_any();
    }
    let forget = button(&words.forget, "forget", move |_| {
        state.ask_about(Asked::Forget, "[data-form=leave]");
    });
    vec![small(&words.memory), buttons(vec![lock, forget])].into_any()
}
