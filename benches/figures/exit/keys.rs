//! Whether keys leave, whatever has the focus.

use std::time::Duration;

use serde_json::json;

use super::fixture::{Fixture, Visit};
use super::row::{Cell, Question, Wants};
use crate::harness::Outcome;

/// Selectors of what may have the focus when the key is pressed; empty is the page itself.
const PLACES: [&str; 5] = [
    "",
    "[name=trial-line]",
    "[name=trial-text]",
    "[name=trial-choice]",
    "[contenteditable]",
];

/// A key goes down (`true`) or comes up.
type Stroke = (Key, bool);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Escape,
    LeftShift,
    RightShift,
}

const ESCAPE: &[Stroke] = &[(Key::Escape, true), (Key::Escape, false)];
const SHIFT_THREE_TIMES: &[Stroke] = &[
    (Key::LeftShift, true),
    (Key::LeftShift, false),
    (Key::LeftShift, true),
    (Key::LeftShift, false),
    (Key::LeftShift, true),
    (Key::LeftShift, false),
];
const IN_TURN: &[Stroke] = &[
    (Key::LeftShift, true),
    (Key::LeftShift, false),
    (Key::RightShift, true),
    (Key::RightShift, false),
    (Key::LeftShift, true),
    (Key::LeftShift, false),
];
const OVERLAPPING: &[Stroke] = &[
    (Key::LeftShift, true),
    (Key::RightShift, true),
    (Key::LeftShift, false),
    (Key::RightShift, false),
    (Key::LeftShift, true),
    (Key::LeftShift, false),
];

const fn question(what: &'static str, of: f64) -> Question {
    Question {
        what,
        unit: "",
        wants: Wants::AtLeast(of),
    }
}

/// The questions, in the order of the results.
pub(super) const QUESTIONS: [Question; 3] = [
    question(
        "Escape leaves: page, input, textarea, select, contenteditable",
        5.0,
    ),
    question("Shift three times leaves: in the same five", 5.0),
    question(
        "left and right Shift mixed leave: in turn, overlapping",
        2.0,
    ),
];

/// Presses the keys with each focus.
pub(super) async fn measure(fixture: &Fixture) -> Outcome<[Cell; 3]> {
    let visit = fixture.visit().await?;
    let mut answers = [0_u32; 3];
    for place in PLACES {
        for (answer, strokes) in answers.iter_mut().zip([ESCAPE, SHIFT_THREE_TIMES]) {
            *answer += u32::from(leaves(&visit, place, strokes).await?);
        }
    }
    let [.., mixed] = &mut answers;
    for strokes in [IN_TURN, OVERLAPPING] {
        *mixed += u32::from(leaves(&visit, "", strokes).await?);
    }
    Ok(answers.map(|answer| Cell::Number(f64::from(answer))))
}

async fn leaves(visit: &Visit, place: &str, strokes: &[Stroke]) -> Outcome<bool> {
    visit.arrive().await?;
    if !place.is_empty() {
        let focus = "document.querySelector(arguments[0]).focus();
            return document.activeElement.matches(arguments[0])";
        let is_there: bool = visit.page().eval(focus, vec![json!(place)]).await?;
        if !is_there {
            return Err(format!("{place} takes no focus").into());
        }
    }
    let before = visit.destination.requests().len();
    let mut down = Vec::new();
    for stroke in strokes {
        press(visit, *stroke, &mut down).await?;
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
    Ok(visit.left(before, Duration::from_millis(800)).await)
}

async fn press(visit: &Visit, (key, goes_down): Stroke, down: &mut Vec<Key>) -> Outcome {
    down.retain(|held| *held != key);
    if goes_down {
        down.push(key);
    }
    let shift = down.iter().any(|held| *held != Key::Escape);
    let (name, code, number, location) = match key {
        Key::Escape => ("Escape", "Escape", 27, 0),
        Key::LeftShift => ("Shift", "ShiftLeft", 16, 1),
        Key::RightShift => ("Shift", "ShiftRight", 16, 2),
    };
    let event = json!({
        "type": if goes_down { "rawKeyDown" } else { "keyUp" },
        "key": name,
        "code": code,
        "windowsVirtualKeyCode": number,
        "location": location,
        "modifiers": if shift { 8 } else { 0 },
    });
    visit.tools("Input.dispatchKeyEvent", event).await?;
    Ok(())
}
