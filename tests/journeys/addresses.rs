//! A fragment may hold the code of a view, from a closed list, and nothing else.

use domain::view::View;

use crate::harness::page::{Shown, others};
use crate::harness::{Engine, Fault, Outcome, Page, Serving};

journeys!(in every engine:
    a_code_opens_its_view_and_stays_in_the_address,
    what_is_under_a_thumb_stays_there_when_the_app_wakes,
    anything_else_opens_nothing,
);

async fn a_code_opens_its_view_and_stays_in_the_address(engine: Engine) -> Outcome {
    let site = Serving::dist().with(Fault::WasmHeldBack).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);

    // Before hydration the view is open in place, and the fragment scrolls to it.
    page.open_at("#3").await?;
    page.until_shown(&Shown::in_place(View::Diary)).await?;
    let top = page.top_of("[data-view=\"3\"]").await?;
    assert!(
        (0.0..100.0).contains(&top),
        "the view asked for is not at the top but at {top}"
    );
    let history = page.history_length().await?;
    site.release();
    page.until_ready().await?;
    page.until_shown(&Shown::only(View::Diary)).await?;
    assert_eq!(
        page.history_length().await?,
        history,
        "the app wrote history"
    );
    assert_eq!(page.address().await?, format!("{}#3", site.page()));

    // The code that reads the fragment is the same in each engine.
    let few = if engine == Engine::Chromium { 1 } else { 4 };
    for view in others().step_by(few) {
        let fragment = format!("#{}", view.code());
        page.open_at(&fragment).await?;
        page.until_ready().await?;
        page.until_shown(&Shown::only(view)).await?;
        assert_eq!(page.address().await?, format!("{}{fragment}", site.page()));
    }
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn what_is_under_a_thumb_stays_there_when_the_app_wakes(engine: Engine) -> Outcome {
    let site = Serving::dist().with(Fault::WasmHeldBack).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_at("#3").await?;
    page.until_shown(&Shown::in_place(View::Diary)).await?;
    page.exec("scrollTo(0, 0)", vec![]).await?;
    let danger = ".view--start .call--danger";
    let top = page.top_of(danger).await?;
    site.release();
    page.until_ready().await?;
    assert!((page.top_of(danger).await? - top).abs() < 1.0);
    page.until_shown(&Shown::in_place(View::Diary)).await
}

/// Fragments of no view.
const FRAGMENTS: [&str; 11] = [
    "#1",
    "#0",
    "#13",
    "#012",
    "#123",
    "#03",
    "#33",
    "#3x",
    "#diary",
    "#%33",
    "#%3Cimg%20src=x%3E",
];

async fn anything_else_opens_nothing(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    // The code that parses the fragment is the same in each engine; the parsing of an address is not.
    let few = if engine == Engine::Chromium { 1 } else { 3 };
    for fragment in FRAGMENTS.into_iter().step_by(few) {
        page.open_at(fragment).await?;
        let history = page.history_length().await?;
        page.until_ready().await?;
        assert_eq!(
            page.shown().await?,
            Shown::the_start(),
            "{fragment} opened something"
        );
        assert!(page.scrolled().await? < 1.0, "{fragment} scrolled the page");
        assert_eq!(page.history_length().await?, history);
        assert!(page.address().await?.ends_with(fragment));
        assert_eq!(page.console_errors().await?, [""; 0]);
    }
    Ok(())
}
