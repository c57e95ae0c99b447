//! Input: mouse, touch and keyboard.
//!
//! During navigation Chromium's driver blocks every command that needs the page. DevTools accept input at
//! any time, so in Chromium input goes through DevTools.

use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::By;
use thirtyfour::common::command::Command;

use super::Outcome;
use super::engine::Engine;
use super::page::Page;

/// The type of pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse.
    Mouse,
    /// A finger.
    Finger,
}

/// A point in the viewport, in CSS pixels.
pub type Point = (i64, i64);

/// A key without a printable character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Leaves.
    Escape,
    /// Goes to the next control.
    Tab,
    /// Presses the control that has the focus.
    Enter,
    /// Leaves when tapped three times: the one on the left.
    ShiftLeft,
    /// The same, on the right.
    ShiftRight,
}

impl Page<'_> {
    /// Clicks an element where the driver finds it interactable. What is below the exit's strip is scrolled
    /// into view first, as a person would.
    pub async fn press(&self, selector: &str) -> Outcome {
        let mut still = 0;
        for _ in 0..40 {
            // Lazy layout: what comes near is laid out only then, and may move again.
            let near = self
                .eval::<bool>(include_str!("js/bring_near.js"), vec![json!(selector)])
                .await?;
            still = if near { still + 1 } else { 0 };
            if still == 2 {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let element = self.browser.driver.find(By::Css(selector)).await?;
        Ok(element
            .click()
            .await
            .map_err(|error| format!("{selector} cannot be pressed: {error}"))?)
    }

    /// The centre of a control in the viewport.
    pub async fn middle_of(&self, selector: &str) -> Outcome<Point> {
        let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
            return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]";
        self.eval(script, vec![json!(selector)]).await
    }

    /// Clicks the exit with a mouse, even if the page navigates meanwhile.
    pub async fn press_exit(&self) -> Outcome {
        let exit = self.middle_of("[data-exit]").await?;
        self.put_down(Pointer::Mouse, exit).await?;
        self.let_go(Pointer::Mouse, exit).await
    }

    /// Presses a mouse button, moves and releases it elsewhere, well within half a second.
    pub async fn slip_off(&self, from: Point, to: Point) -> Outcome {
        const HELD: Duration = Duration::from_millis(120);
        if self.browser.engine == Engine::Chromium {
            self.mouse_event("mousePressed", from).await?;
            tokio::time::sleep(HELD).await;
            self.mouse_event("mouseMoved", to).await?;
            return self.mouse_event("mouseReleased", to).await;
        }
        let to_point =
            |(x, y): Point| json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y });
        let press = |kind: &str| json!({ "type": kind, "button": 0 });
        let steps = json!([
            to_point(from),
            press("pointerDown"),
            { "type": "pause", "duration": HELD.as_millis() },
            to_point(to),
            press("pointerUp")
        ]);
        self.pointer_steps(Pointer::Mouse, steps).await
    }

    /// Pointer down, without up.
    pub async fn put_down(&self, pointer: Pointer, at: Point) -> Outcome {
        let (x, y) = at;
        match (self.browser.engine, pointer) {
            (Engine::Chromium, Pointer::Mouse) => self.mouse_event("mousePressed", at).await,
            (Engine::Chromium, Pointer::Finger) => {
                self.touch_event("touchStart", json!([{ "x": x, "y": y }]))
                    .await
            }
            _ => {
                let steps = json!([{ "type": "pointerMove", "duration": 0, "x": x, "y": y }, { "type": "pointerDown", "button": 0 }]);
                self.pointer_steps(pointer, steps).await
            }
        }
    }

    /// Pointer up.
    pub async fn let_go(&self, pointer: Pointer, at: Point) -> Outcome {
        match (self.browser.engine, pointer) {
            (Engine::Chromium, Pointer::Mouse) => self.mouse_event("mouseReleased", at).await,
            (Engine::Chromium, Pointer::Finger) => self.touch_event("touchEnd", json!([])).await,
            _ => {
                self.pointer_steps(pointer, json!([{ "type": "pointerUp", "button": 0 }]))
                    .await
            }
        }
    }

    /// Presses a key.
    pub async fn key(&self, key: Key) -> Outcome {
        let (name, code, number, spelling, text) = match key {
            Key::Escape => ("Escape", "Escape", 27, "\u{e00c}", ""),
            Key::Tab => ("Tab", "Tab", 9, "\u{e004}", ""),
            Key::Enter => ("Enter", "Enter", 13, "\u{e007}", "\r"),
            Key::ShiftLeft => ("Shift", "ShiftLeft", 16, "\u{e008}", ""),
            Key::ShiftRight => ("Shift", "ShiftRight", 16, "\u{e050}", ""),
        };
        if self.browser.engine == Engine::Chromium {
            for kind in ["keyDown", "keyUp"] {
                let event = json!({ "type": kind, "key": name, "code": code, "windowsVirtualKeyCode": number, "text": text });
                self.browser
                    .driver
                    .cdp()
                    .send_raw("Input.dispatchKeyEvent", event)
                    .await?;
            }
            return Ok(());
        }
        let steps = json!([{ "type": "keyDown", "value": spelling }, { "type": "keyUp", "value": spelling }]);
        self.perform(json!([{ "type": "key", "id": "keys", "actions": steps }]))
            .await
    }

    /// Types letters, one key after the other, into whatever has the focus. `\n` is Enter, `\u{8}` Backspace.
    pub async fn type_keys(&self, letters: &str) -> Outcome {
        let mut steps = Vec::new();
        for letter in letters.chars() {
            let value = match letter {
                '\n' => "\u{e007}".to_owned(),
                '\u{8}' => "\u{e003}".to_owned(),
                letter => letter.to_string(),
            };
            for kind in ["keyDown", "keyUp"] {
                steps.push(json!({ "type": kind, "value": value }));
            }
        }
        self.perform(json!([{ "type": "key", "id": "keys", "actions": steps }]))
            .await
    }

    /// Taps with a touch pointer. WebKit's driver sends mouse events instead.
    pub async fn tap(&self, selector: &str) -> Outcome {
        let middle = self.middle_of(selector).await?;
        self.put_down(Pointer::Finger, middle).await?;
        self.let_go(Pointer::Finger, middle).await
    }

    async fn mouse_event(&self, kind: &str, (x, y): Point) -> Outcome {
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
        self.browser
            .driver
            .cdp()
            .send_raw("Input.dispatchMouseEvent", event)
            .await?;
        Ok(())
    }

    async fn touch_event(&self, kind: &str, points: Value) -> Outcome {
        let event = json!({ "type": kind, "touchPoints": points });
        self.browser
            .driver
            .cdp()
            .send_raw("Input.dispatchTouchEvent", event)
            .await?;
        Ok(())
    }

    async fn pointer_steps(&self, pointer: Pointer, steps: Value) -> Outcome {
        let kind = match pointer {
            Pointer::Mouse => "mouse",
            Pointer::Finger => "touch",
        };
        self.perform(json!([{ "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": steps }])).await
    }

    async fn perform(&self, actions: Value) -> Outcome {
        self.browser
            .driver
            .cmd(Command::PerformActions(actions.into()))
            .await?;
        Ok(())
    }
}
