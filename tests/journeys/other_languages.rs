//! The page in two pseudo-locales: one a third longer, one from right to left.
//!
//! `prerender --pseudo target/pseudo` writes them (or `$SIDEDOOR_PSEUDO` says where they are).

use domain::view::View;
use serde_json::json;

use crate::harness::{Answer, Destination, Engine, Outcome, Page, Scheme, Serving, Size};

journeys!(in chromium and webkit: a_language_from_right_to_left_works_and_fits);
// Longer words take as much room in every engine; every view of the page itself is tested in each.
journeys!(in chromium: a_longer_language_works_and_fits);

async fn a_longer_language_works_and_fits(engine: Engine) -> Outcome {
    works_and_fits(engine, "en-xa", "ltr").await
}

async fn a_language_from_right_to_left_works_and_fits(engine: Engine) -> Outcome {
    works_and_fits(engine, "ar-xb", "rtl").await
}

async fn works_and_fits(engine: Engine, language: &str, direction: &str) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::pseudo(language)
        .leaving_to(&destination)
        .start()
        .await?;
    let browser = engine.start(Size::SMALL_PHONE, Scheme::Light).await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let (lang, dir, app): (String, String, String) = page.eval(LANGUAGE, vec![]).await?;
    assert_eq!(
        (lang.to_lowercase().as_str(), dir.as_str(), app.as_str()),
        (language, direction, direction)
    );

    let layout = include_str!("harness/js/layout.js");
    let arguments = vec![json!({ "letters": "usual", "room": true })];
    let found: Vec<(u8, Vec<String>)> = page.in_each_view(layout, arguments).await?;
    assert_eq!(found.len(), View::ALL.len());
    let problems: Vec<String> = found
        .into_iter()
        .flat_map(|(view, found)| {
            let found = found.into_iter();
            found.map(move |problem| format!("view {view}: {problem}"))
        })
        .collect();
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));

    page.show(View::About).await?;
    page.press(".needs-app .choice").await?;
    assert_eq!(page.console_errors().await?, [""; 0]);
    page.press_exit().await?;
    page.until_at(&destination.page("weather")).await
}

const LANGUAGE: &str = "const root = document.documentElement;
    return [root.lang, root.dir, getComputedStyle(document.querySelector('.nav__back')).direction]";
