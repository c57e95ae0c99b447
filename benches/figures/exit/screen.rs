//! How soon a press hides the site, measured outside the browser: a native button press on an X server,
//! and the colour of one pixel of the screen.

use std::thread::sleep;
use std::time::Duration;

use serde_json::json;
use tokio::time::Instant;
use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{
    BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ConnectionExt as _, ImageFormat, MOTION_NOTIFY_EVENT,
    Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

use super::browser::{Special, chromium};
use super::fixture::{FINGER_DOWN, Fixture, Side, Visit};
use super::row::{Cell, Question, Wants, middle, worst_of_most};
use crate::harness::{Answer, Outcome};

const PRESSES: usize = 20;
/// How long the destination takes, so that it is the exit that hides, not the arrival.
const ANSWERS_AFTER: Duration = Duration::from_millis(300);
const PATIENCE: Duration = Duration::from_secs(3);

/// The questions, in the order of the results.
pub(super) const QUESTIONS: [Question; 2] = [
    question("finger to screen from outside, median of 20"),
    question("the same, p95"),
];

const fn question(what: &'static str) -> Question {
    Question {
        what,
        unit: "ms",
        wants: Wants::Anything,
    }
}

/// The screen and the mouse, with no browser in between.
struct Outside {
    server: RustConnection,
    root: Window,
}

/// A pixel of the screen.
type Place = (i16, i16);

/// Presses the exit 20 times.
pub(super) async fn measure(fixture: &Fixture) -> Outcome<[Cell; 2]> {
    let (browser, display) = chromium(Special {
        profile: None,
        headless: false,
        arguments: &["--window-position=0,0", "--window-size=500,900"],
    })
    .await?;
    let outside = Outside::on(&display.ok_or("the X server did not say its number")?)?;
    let visit = fixture
        .visit_in(browser, Answer::After(ANSWERS_AFTER), None)
        .await?;
    let mut times = Vec::new();
    for _ in 0..PRESSES {
        // The first press after loading is the one that counts.
        visit.arrive().await?;
        times.push(press(&visit, &outside).await?);
    }
    let number = |value: Option<f64>| value.map_or(Cell::DoesNotApply, Cell::Number);
    Ok([number(middle(&times)), number(worst_of_most(&times))])
}

async fn press(visit: &Visit, outside: &Outside) -> Outcome<f64> {
    let corner = corner_of_page(visit, outside).await?;
    let on_screen = |(x, y): (i64, i64)| -> Outcome<Place> {
        Ok((i16::try_from(corner.0 + x)?, i16::try_from(corner.1 + y)?))
    };
    let exit = on_screen(visit.page().middle_of("[data-exit]").await?)?;
    let watched = on_screen(coloured_place(visit).await?)?;
    outside.point_at(exit)?;
    tokio::time::sleep(Duration::from_millis(150)).await;
    let page = outside.colour(watched)?;
    let took = outside.press_until_gone(visit.side, watched, &page)?;
    match visit.side {
        Side::Ours | Side::Bare => {
            outside.point_at((exit.0, exit.1 - 400))?;
            outside.button(false)?;
            if !outside.comes_back(watched, &page)? {
                return Err("the page did not come back after slipping off".into());
            }
        }
        Side::Theirs => {
            let there = visit.destination.page("weather");
            visit.page().until_at(&there).await?;
        }
    }
    Ok(took)
}

/// The origin of the viewport on the screen, from a native mouse event in the page.
async fn corner_of_page(visit: &Visit, outside: &Outside) -> Outcome<(i64, i64)> {
    let listen = "window.corner = null;
        addEventListener('mousemove', (event) => { window.corner = [event.screenX - event.clientX, event.screenY - event.clientY]; }, true)";
    visit.page().exec(listen, vec![]).await?;
    for wobble in 0..40 {
        outside.point_at((250 + wobble % 2, 500))?;
        tokio::time::sleep(Duration::from_millis(25)).await;
        if let Some(corner) = visit.eval("return window.corner").await? {
            return Ok(corner);
        }
    }
    Err("the page does not see the mouse".into())
}

/// A pixel whose colour the cover does not have: our paper at the edge of the page, their header.
async fn coloured_place(visit: &Visit) -> Outcome<(i64, i64)> {
    match visit.side {
        Side::Ours | Side::Bare => {
            visit
                .eval("return [4, Math.round(innerHeight * 0.6)]")
                .await
        }
        Side::Theirs => {
            let script = "const { left, top, height } = document.querySelector(arguments[0]).getBoundingClientRect();
                return [Math.round(left + 6), Math.round(top + height / 2)]";
            visit
                .page()
                .eval(script, vec![json!(".govuk-header")])
                .await
        }
    }
}

impl Outside {
    fn on(display: &str) -> Outcome<Self> {
        let (server, number) = x11rb::connect(Some(display))?;
        let screens = &server.setup().roots;
        let root = screens.get(number).ok_or("there is no screen")?.root;
        Ok(Self { server, root })
    }

    fn point_at(&self, (x, y): Place) -> Outcome {
        self.server
            .xtest_fake_input(MOTION_NOTIFY_EVENT, 0, 0, self.root, x, y, 0)?
            .check()?;
        Ok(())
    }

    fn button(&self, down: bool) -> Outcome {
        let kind = if down {
            BUTTON_PRESS_EVENT
        } else {
            BUTTON_RELEASE_EVENT
        };
        self.server
            .xtest_fake_input(kind, 1, 0, self.root, 0, 0, 0)?
            .check()?;
        Ok(())
    }

    fn colour(&self, (x, y): Place) -> Outcome<Vec<u8>> {
        let image =
            self.server
                .get_image(ImageFormat::Z_PIXMAP, self.root, x, y, 1, 1, u32::MAX)?;
        Ok(image.reply()?.data)
    }

    /// Presses; returns after how many milliseconds a pixel has changed. Ours stays pressed; theirs is
    /// released after the duration of a touch, since it waits for the click.
    fn press_until_gone(&self, side: Side, watched: Place, page: &[u8]) -> Outcome<f64> {
        let began = Instant::now();
        self.button(true)?;
        let mut is_down = true;
        while began.elapsed() < PATIENCE {
            if self.colour(watched)? != page {
                let took = began.elapsed().as_secs_f64() * 1000.0;
                if is_down && side == Side::Theirs {
                    self.button(false)?;
                }
                return Ok(took);
            }
            if is_down && side == Side::Theirs && began.elapsed() >= FINGER_DOWN {
                self.button(false)?;
                is_down = false;
            }
            sleep(Duration::from_micros(500));
        }
        self.button(false)?;
        Err("the colour of the page did not go".into())
    }

    /// Whether a pixel soon has its colour again.
    fn comes_back(&self, watched: Place, page: &[u8]) -> Outcome<bool> {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if self.colour(watched)? == page {
                return Ok(true);
            }
            sleep(Duration::from_millis(2));
        }
        Ok(false)
    }
}
