//! Input and display of the calculator.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, KeyboardEvent};

use crate::page::{on_hidden, one, set_text, submit};
use browser::{document, listen};
use decoys::calculator::{Calculator, Key};
use decoys::number::ArithmeticError;

/// Lengths in characters above which the display uses a smaller size, with the name of that size.
const LONG: [(usize, &str); 2] = [(16, "longer"), (10, "long")];

pub(super) fn wake() {
    let (Some(document), Some(pad)) = (document(), one("[data-pad]")) else {
        return;
    };
    let calculator = Rc::new(RefCell::new(Calculator::default()));
    let typed = Rc::clone(&calculator);
    // What was typed may have been a passcode.
    on_hidden(move || {
        if let Ok(mut calculator) = typed.try_borrow_mut() {
            *calculator = Calculator::default();
            show(&calculator);
        }
    });
    let press = move |key: Key| {
        // Nothing that runs inside re-enters this closure; if it did, the key would be ignored.
        let Ok(mut calculator) = calculator.try_borrow_mut() else {
            return;
        };
        if let Some(code) = calculator.press(key) {
            submit(&code);
        }
        show(&calculator);
    };
    let by_hand = press.clone();
    listen(&pad, "click", move |event| {
        if let Some(key) = key_pressed(event) {
            by_hand(key);
        }
    });
    // A pressed button does not take the focus, so that Enter still means “equals”.
    listen(&pad, "mousedown", Event::prevent_default);
    listen(&document, "keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let other = event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing();
        let on_a_button = event.key() == "Enter" && button_of(event).is_some();
        if other || on_a_button {
            return;
        }
        if let Some(key) = Key::from_keyboard(&event.key()) {
            // Firefox opens its search on “/”, and Backspace used to navigate back.
            event.prevent_default();
            press(key);
        }
    });
}

fn button_of(event: &Event) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-key]").ok().flatten()
}

fn key_pressed(event: &Event) -> Option<Key> {
    let name = button_of(event)?.get_attribute("data-key")?;
    Key::from_name(name.chars().next()?)
}

fn show(calculator: &Calculator) {
    let (Some(line), Some(number)) = (one("[data-line]"), one("[data-number]")) else {
        return;
    };
    let display = calculator.display();
    set_text(&line, &display.line);
    let text = display.number.unwrap_or_else(|fault| {
        let name = match fault {
            ArithmeticError::DivisionByZero => "data-zero",
            ArithmeticError::OutOfRange => "data-range",
        };
        number.get_attribute(name).unwrap_or_default()
    });
    let length = text.chars().count();
    let size = LONG.iter().find(|(limit, _)| length > *limit);
    number
        .set_attribute("data-size", size.map_or("usual", |(_, size)| size))
        .ok();
    set_text(&number, &text);
}
