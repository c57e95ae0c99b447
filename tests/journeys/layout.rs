//! Every view fits its viewport: no horizontal scrolling, every target is large enough, and the exit is
//! fully visible with space around it.
//!
//! At 320 × 256, a laptop at 400 %, the exit's strip is thin on purpose (`style/exit.css`), so the
//! 16 px around it are not tested there.

use domain::view::View;
use serde_json::json;

use crate::harness::{Engine, Outcome, Page, Scheme, Serving, Size};

journeys!(in every engine:
    every_view_fits_every_window,
    the_first_screen_holds_what_matters,
);
cases!(the_first_screen_holds_what_matters:
    on_a_laptop_the_list_and_the_exit_stand_beside_the_words,
    on_a_small_phone_the_first_screen_holds_what_matters,
);

/// Every window in the engines of most phones, the smallest one in each: Firefox's windows for phones are of another
/// kind than those for laptops.
fn windows(engine: Engine) -> &'static [Size] {
    match engine {
        Engine::Chromium | Engine::WebKit => {
            &[Size::SMALL_PHONE, Size::PHONE, Size::ZOOMED, Size::LAPTOP]
        }
        Engine::Firefox => &[Size::SMALL_PHONE],
    }
}
async fn every_view_fits_every_window(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.start(Size::SMALL_PHONE, Scheme::Light).await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let mut problems = Vec::new();
    for size in windows(engine) {
        // Firefox would need another window.
        if engine != Engine::Firefox {
            browser.resize(*size).await?;
        }
        let room = *size != Size::ZOOMED;
        let found: Vec<(u8, Vec<String>)> = page.in_each_view(LOOK, vec![json!(room)]).await?;
        assert_eq!(found.len(), View::ALL.len());
        problems.extend(found.into_iter().flat_map(|(view, found)| {
            let found = found.into_iter();
            found.map(move |problem| format!("view {view} at {size:?}, {problem}"))
        }));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

/// Checks the layout with the default text size and with the largest.
const LOOK: &str = concat!(
    "const look = function () {",
    include_str!("harness/js/layout.js"),
    "};
    return ['usual', 'largest'].flatMap((letters) => look({ letters, room: arguments[0] }).map((problem) => `${letters} letters: ${problem}`));"
);

/// Without scrolling: danger, what to do without a voice, the stalking helpline with its line about now, and the line
/// about a phone that another person checks.
async fn on_a_small_phone_the_first_screen_holds_what_matters(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.start(Size::SMALL_PHONE, Scheme::Light).await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let (numbers, bottom, strip): (Vec<String>, f64, f64) = page.eval(FIRST_SCREEN, vec![]).await?;
    assert_eq!(numbers, ["999", "0808 802 0300"]);
    assert!(
        bottom <= strip,
        "the line about this phone ends at {bottom}, the exit's strip begins at {strip}"
    );
    Ok(())
}

/// The numbers above the note, where the note ends, and where the exit begins.
const FIRST_SCREEN: &str = "const note = document.querySelector('.view--start > .note');
    const numbers = [...document.querySelectorAll('.view--start > .call .call__number')];
    return [
        numbers.filter((it) => it.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING).map((it) => it.textContent),
        note.getBoundingClientRect().bottom,
        document.querySelector('.exit').getBoundingClientRect().top,
    ]";

async fn on_a_laptop_the_list_and_the_exit_stand_beside_the_words(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_laptop().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let edges: Vec<f64> = page.eval(EDGES, vec![]).await?;
    assert!(edges.is_sorted(), "one lies over the other: {edges:?}");
    let top = page.top_of("[data-exit]").await?;
    assert!(
        top < 40.0,
        "the exit is not in the corner but {top} px down"
    );
    Ok(())
}

/// From left to right: the list, the words, the exit.
const EDGES: &str = "return ['.nav', '.main', '[data-exit]'].flatMap((part) => {
    const { left, right } = document.querySelector(part).getBoundingClientRect();
    return [left, right];
})";
