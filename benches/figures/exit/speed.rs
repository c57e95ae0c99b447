//! How soon a press hides the site, measured in the page.

use std::time::Duration;

use domain::view::View;
use serde_json::json;

use super::fixture::{Fixture, Side, Visit};
use super::row::{Cell, Question, Wants, middle, worst_of_most};
use crate::harness::{Answer, Outcome, Pointer};

/// How often our exit is pressed at each speed.
const PRESSES: usize = 70;
/// How often theirs is: each press leaves, and needs the page to be loaded again.
const THEIR_PRESSES: usize = 10;
const SLOWED: u32 = 6;
/// After each loading: five presses in each view, and twice five while typing.
const PRESSES_IN_A_PLACE: usize = 5;
const VIEWS: usize = View::ALL.len();
/// The least time that a person takes from opening a view to leaving, and after loading.
const UNTIL_SETTLED: Duration = Duration::from_millis(300);
/// How long the destination takes, so that it is the exit that hides, not the arrival.
const ANSWERS_AFTER: Duration = Duration::from_millis(500);
/// The questions, in the order of the results.
pub(super) const QUESTIONS: [Question; 5] = [
    question(
        "press to painted frame without the site, p95, full speed",
        Wants::AtMost(34.0),
    ),
    question("the same, CPU slowed down by 6", Wants::AtMost(68.0)),
    question(
        "of these, the first presses after loading, median",
        Wants::Anything,
    ),
    question(
        "press to screen (Event Timing, in steps of 8), p95, full speed",
        Wants::Anything,
    ),
    question("the same, CPU slowed down by 6", Wants::Anything),
];

const fn question(what: &'static str, wants: Wants) -> Question {
    Question {
        what,
        unit: "ms",
        wants,
    }
}

/// The questions about the bare page. Our exit may take 1.3 times as long.
pub(super) const FLOOR: [Question; 4] = [
    question(
        "the least: a bare page, one button and one box, full speed",
        Wants::Anything,
    ),
    question("the same, CPU slowed down by 6", Wants::Anything),
    Question {
        what: "our press to painted frame, as a multiple of the least, full speed",
        unit: "",
        wants: Wants::AtMost(1.3),
    },
    Question {
        what: "the same, CPU slowed down by 6",
        unit: "",
        wants: Wants::AtMost(1.3),
    },
];

/// The timings of the presses at one speed.
struct Speed {
    painted: Cell,
    first_painted: Cell,
    on_screen: Cell,
}

/// Presses the exit repeatedly at both speeds.
pub(super) async fn measure(fixture: &Fixture) -> Outcome<[Cell; 5]> {
    let full = at_speed(fixture, 1).await?;
    let slow = at_speed(fixture, SLOWED).await?;
    Ok([
        full.painted,
        slow.painted,
        slow.first_painted,
        full.on_screen,
        slow.on_screen,
    ])
}

/// Presses the bare page's button, and compares with ours: `ours` are the results of [`measure`].
pub(super) async fn floor(bare: &Fixture, ours: [&Cell; 2]) -> Outcome<[Cell; 4]> {
    let full = at_speed(bare, 1).await?.painted;
    let slow = at_speed(bare, SLOWED).await?.painted;
    let [at_full, at_slow] = [(ours[0], &full), (ours[1], &slow)].map(|pair| match pair {
        (Cell::Number(ours), Cell::Number(least)) => {
            Cell::Number((ours / least * 100.0).round() / 100.0)
        }
        _ => Cell::NotMeasured("one of the two is missing".into()),
    });
    Ok([full, slow, at_full, at_slow])
}

async fn at_speed(fixture: &Fixture, rate: u32) -> Outcome<Speed> {
    let answer = match fixture.side() {
        Side::Ours | Side::Bare => Answer::AtOnce,
        Side::Theirs => Answer::After(ANSWERS_AFTER),
    };
    let visit = fixture.visit_with(answer, None).await?;
    visit.watch(include_str!("js/frames.js")).await?;
    let (presses, in_one_loading, on_screen) = match fixture.side() {
        Side::Ours => {
            press_repeatedly(&visit, rate).await?;
            // The browser tells about events when it has nothing else to do. It leaves out what took less than 16 ms, so this is no lower than it should be.
            let on_screen = worst_of_most(&visit.numbers("screen"));
            let nothing = || Cell::NotMeasured("the browser told nothing about any press".into());
            let on_screen = on_screen.map_or_else(nothing, Cell::Number);
            (PRESSES, PRESSES_IN_A_PLACE, on_screen)
        }
        Side::Bare => {
            press_repeatedly(&visit, rate).await?;
            (PRESSES, PRESSES_IN_A_PLACE, Cell::DoesNotApply)
        }
        Side::Theirs => {
            for _ in 0..THEIR_PRESSES {
                press_theirs(&visit, rate).await?;
            }
            // It hides on the click, so what the press itself took says nothing.
            (THEIR_PRESSES, 1, Cell::DoesNotApply)
        }
    };
    let times = visit.numbers("hidden");
    let first: Vec<f64> = times.iter().copied().step_by(in_one_loading).collect();
    Ok(Speed {
        painted: most_of(&times, presses),
        first_painted: middle(&first).map_or(Cell::DoesNotApply, Cell::Number),
        on_screen,
    })
}

fn most_of(times: &[f64], wanted: usize) -> Cell {
    match worst_of_most(times) {
        Some(most) if times.len() == wanted => Cell::Number(most),
        _ => Cell::NotMeasured(format!("{} of {wanted} presses were told", times.len())),
    }
}

/// Presses in every view of ours and while typing, or on the bare page.
async fn press_repeatedly(visit: &Visit, rate: u32) -> Outcome {
    for press in 0..PRESSES {
        let place = press / PRESSES_IN_A_PLACE;
        if press % PRESSES_IN_A_PLACE == 0 {
            throttle(visit, 1).await?;
            visit.arrive().await?;
            throttle(visit, rate).await?;
            if visit.side == Side::Ours {
                visit.choose(u8::try_from(place % VIEWS + 1)?).await?;
            }
            tokio::time::sleep(UNTIL_SETTLED).await;
        }
        // Presses fall anywhere between two frames.
        let pause = 100 + press * 7 % 17;
        tokio::time::sleep(Duration::from_millis(u64::try_from(pause)?)).await;
        if place >= VIEWS && visit.side == Side::Ours {
            type_a_letter(visit).await?;
        }
        let pointer = if press % 2 == 0 {
            Pointer::Finger
        } else {
            Pointer::Mouse
        };
        press_and_slip_off(visit, pointer).await?;
    }
    Ok(())
}

/// Presses, waits for the report, and releases far away before it counts as a long press.
async fn press_and_slip_off(visit: &Visit, pointer: Pointer) -> Outcome {
    let page = visit.page();
    let told = visit.told("hidden").len();
    let left = visit.destination.requests().len();
    let exit = page.middle_of("[data-exit]").await?;
    let away = (exit.0, 200);
    page.put_down(pointer, exit).await?;
    visit
        .more_told("hidden", told, Duration::from_millis(300))
        .await;
    slip(visit, pointer, away).await?;
    page.let_go(pointer, away).await?;
    if visit.left(left, Duration::from_millis(20)).await {
        return Err("slipping off took half a second, and the page was left".into());
    }
    if visit
        .more_told("hidden", told, Duration::from_secs(2))
        .await
    {
        return Ok(());
    }
    Err("a press hid nothing".into())
}

async fn slip(visit: &Visit, pointer: Pointer, (x, y): (i64, i64)) -> Outcome {
    match pointer {
        Pointer::Finger => {
            let event = json!({ "type": "touchMove", "touchPoints": [{ "x": x, "y": y }] });
            visit.tools("Input.dispatchTouchEvent", event).await?;
        }
        Pointer::Mouse => {
            let event = json!({ "type": "mouseMoved", "x": x, "y": y, "button": "left" });
            visit.tools("Input.dispatchMouseEvent", event).await?;
        }
    }
    Ok(())
}

async fn type_a_letter(visit: &Visit) -> Outcome {
    let focus = "document.querySelector('[name=trial-text]').focus()";
    visit.page().exec(focus, vec![]).await?;
    for kind in ["keyDown", "keyUp"] {
        let text = if kind == "keyDown" { "a" } else { "" };
        let event = json!({ "type": kind, "key": "a", "code": "KeyA", "windowsVirtualKeyCode": 65, "text": text });
        visit.tools("Input.dispatchKeyEvent", event).await?;
    }
    Ok(())
}

async fn press_theirs(visit: &Visit, rate: u32) -> Outcome {
    throttle(visit, 1).await?;
    visit.arrive().await?;
    throttle(visit, rate).await?;
    tokio::time::sleep(UNTIL_SETTLED).await;
    visit.leave().await
}

async fn throttle(visit: &Visit, rate: u32) -> Outcome {
    let parameters = json!({ "rate": rate });
    visit
        .tools("Emulation.setCPUThrottlingRate", parameters)
        .await?;
    Ok(())
}
