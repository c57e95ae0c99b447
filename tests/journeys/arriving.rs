//! Hydration must not shift the layout: the app starts while a person is reading.
//!
//! In all three engines the journeys compare the position of every element in the viewport before and
//! after. Chromium also reports layout shifts itself, and reports none, except for a view that the address
//! opened: there it reports the frames round the words (`main`, `details`), whose tops change when the
//! start above them is hidden. The words themselves stay, so there only the words are compared.

use std::time::Duration;

use domain::view::View;
use serde_json::json;

use crate::harness::page::{Screen, Shown, part};
use crate::harness::{Browser, Engine, Fault, Outcome, Page, Scheme, Serving, Size};

journeys!(in every engine:
    on_a_phone_and_on_a_laptop_the_app_moves_nothing,
    what_was_opened_in_place_stays_open_and_in_place,
    a_view_that_the_address_opened_stays_where_it_was,
);
// The other engines load no page in advance.
journeys!(in chromium: what_is_loaded_in_advance_waits_until_it_is_opened);

async fn on_a_phone_and_on_a_laptop_the_app_moves_nothing(engine: Engine) -> Outcome {
    the_app_moves_nothing(engine.on_a_phone().await?).await?;
    the_app_moves_nothing(engine.on_a_laptop().await?).await
}

async fn the_app_moves_nothing(browser: Browser) -> Outcome {
    let site = Serving::dist().with(Fault::WasmHeldBack).start().await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    page.exec(REMEMBER, vec![json!(".page *, .exit *")]).await?;
    the_app_arrives(&page).await?;
    assert_eq!(page.shown().await?, Shown::the_start());
    assert_eq!(page.eval::<Vec<String>>(MOVED, vec![]).await?, [""; 0]);
    no_shifts_are_counted(&page).await
}

async fn what_was_opened_in_place_stays_open_and_in_place(engine: Engine) -> Outcome {
    let site = Serving::dist().with(Fault::WasmHeldBack).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    page.choose(View::Phone).await?;
    page.until_shown(&Shown::in_place(View::Phone)).await?;
    page.press(&format!("{} .block > summary", part(View::Phone)))
        .await?;
    page.exec(
        "document.querySelector('[data-view=\"5\"] .block[open]').scrollIntoView()",
        vec![],
    )
    .await?;
    let scrolled = page.scrolled().await?;
    assert!(
        scrolled > 0.0,
        "there is nothing to scroll: this journey shows nothing"
    );

    page.exec(REMEMBER, vec![json!(".page *, .exit *")]).await?;
    the_app_arrives(&page).await?;
    assert_eq!(page.shown().await?, Shown::in_place(View::Phone));
    let open: u32 = page
        .eval(
            "return document.querySelectorAll('[data-view=\"5\"] .block[open]').length",
            vec![],
        )
        .await?;
    assert_eq!(open, 1, "what was opened inside the view is closed");
    assert!(
        (page.scrolled().await? - scrolled).abs() < 1.0,
        "the page was scrolled"
    );
    assert_eq!(page.eval::<Vec<String>>(MOVED, vec![]).await?, [""; 0]);
    no_shifts_are_counted(&page).await
}

async fn a_view_that_the_address_opened_stays_where_it_was(engine: Engine) -> Outcome {
    for size in [Size::PHONE, Size::LAPTOP] {
        let site = Serving::dist().with(Fault::WasmHeldBack).start().await?;
        let browser = engine.start(size, Scheme::Light).await?;
        let page = Page::of(&browser, &site);
        page.open_at("#3").await?;
        page.until_shown(&Shown::in_place(View::Diary)).await?;
        page.exec(
            REMEMBER,
            vec![json!("[data-view=\"3\"] .view__body *, .exit *")],
        )
        .await?;
        the_app_arrives(&page).await?;
        page.until_shown(&Shown::only(View::Diary)).await?;
        assert_eq!(page.eval::<Vec<String>>(MOVED, vec![]).await?, [""; 0]);
    }
    Ok(())
}

async fn the_app_arrives(page: &Page<'_>) -> Outcome {
    page.exec("window.arrivingFrom = performance.now()", vec![])
        .await?;
    page.site.release();
    page.until_ready().await?;
    // Two frames, so that all changes of the app are painted.
    page.browser
        .driver
        .execute_async("const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))", Vec::new())
        .await?;
    Ok(())
}

/// Asserts no layout shift since hydration.
async fn no_shifts_are_counted(page: &Page<'_>) -> Outcome {
    if page.browser.engine == Engine::Chromium {
        let answer = page
            .browser
            .driver
            .execute_async(SHIFTS, Vec::new())
            .await?;
        assert_eq!(answer.convert::<Vec<String>>()?, [""; 0], "layout shifts");
    }
    Ok(())
}

/// The position of every element that is visible in the viewport now.
const REMEMBER: &str = "window.stood = [...document.querySelectorAll(arguments[0])].flatMap((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    // WebKit gives closed content a box, too.
    const folded = element.closest('details:not([open]) > :not(summary)');
    const seen = width > 0 && height > 0 && y < innerHeight && y + height > 0 && !folded && element.checkVisibility();
    const place = [...element.parentElement.children].indexOf(element);
    return seen ? [{ element, parent: element.parentElement, place, x, y, width }] : [];
})";

const MOVED: &str = "if (window.stood.length < 5) return ['too little was on the screen'];
    return window.stood.flatMap(({ element, parent, place, x, y, width }) => {
        // The name of a view becomes a button, which has to be in the same position.
        const there = element.isConnected ? element : parent.children[place];
        const now = there.getBoundingClientRect();
        const moved = Math.max(Math.abs(now.x - x), Math.abs(now.y - y), Math.abs(now.width - width));
        return moved > 1 ? [`${element.localName}.${element.className} from ${x},${y} to ${now.x},${now.y}`] : [];
    }).slice(0, 5)";

const SHIFTS: &str = "const done = arguments[0];
    const shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(shifts.filter((shift) => shift.startTime > window.arrivingFrom).map((shift) => {
        const what = shift.sources.map((source) => `${source.node?.localName}.${source.node?.className}`);
        return `${shift.value} at ${Math.round(shift.startTime)}: ${what.join(' ')}`;
    })), 100)";

/// Makes the page on the screen load another one in advance.
const IN_ADVANCE: &str = "const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({ prerender: [{ urls: [arguments[0]], eagerness: 'immediate' }] });
    document.head.append(rules);
    document.body.append(Object.assign(document.createElement('a'), { href: arguments[0], textContent: 'To it' }))";

async fn what_is_loaded_in_advance_waits_until_it_is_opened(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.go(&page.site.page_before()).await?;
    page.exec(IN_ADVANCE, vec![json!(page.site.page())]).await?;
    let loaded = || site.requests().iter().any(|request| request.path == "/");
    for _ in 0..100 {
        if loaded() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    let paths: Vec<String> = site.requests().into_iter().map(|one| one.path).collect();
    assert_eq!(paths, ["/"], "the app waits");
    page.press("a").await?;
    page.until_at(&page.site.page()).await?;
    page.until_ready().await?;
    let was_in_advance = "return performance.getEntriesByType('navigation')[0].activationStart > 0";
    assert!(page.eval::<bool>(was_in_advance, vec![]).await?);
    assert_eq!(page.shown().await?, Shown::the_start());
    assert_eq!(page.screen().await?, Screen::Words);
    Ok(())
}
