//! axe-core reports no violation of WCAG 2.2, A and AA: in every view with everything in it open, in light
//! and in dark, before hydration and on the cover.
//!
//! In Chromium: names, roles and colours are the same in all engines. The dark page is tested in the pseudo-locale
//! from right to left: words change no colour. Longer ones change no name or role either; `other_languages` has both.

use domain::view::View;
use serde_json::json;

use crate::harness::page::Screen;
use crate::harness::{Engine, Fault, Outcome, Page, Scheme, Serving, Size};

journeys!(in chromium:
    in_light_every_view_passes,
    in_dark_and_another_language_every_view_passes,
    the_cover_passes,
    without_the_app_the_page_passes,
);

async fn in_light_every_view_passes(engine: Engine) -> Outcome {
    every_view_passes(engine, Scheme::Light, Serving::dist()).await
}

async fn in_dark_and_another_language_every_view_passes(engine: Engine) -> Outcome {
    every_view_passes(engine, Scheme::Dark, Serving::pseudo("ar-xb")).await
}

async fn every_view_passes(engine: Engine, scheme: Scheme, serving: Serving) -> Outcome {
    let site = serving.start().await?;
    let browser = engine.start(Size::PHONE, scheme).await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let dark: bool = page
        .eval(
            "return matchMedia('(prefers-color-scheme: dark)').matches",
            vec![],
        )
        .await?;
    assert_eq!(
        dark,
        scheme == Scheme::Dark,
        "the browser does not prefer what it should"
    );
    inject_axe(&page).await?;
    let found: Vec<(u8, Vec<String>)> = page.in_each_view(AXE, vec![]).await?;
    assert_eq!(found.len(), View::ALL.len());
    let mut violations = Vec::new();
    for (view, found) in found {
        violations.extend(found.iter().map(|it| format!("view {view}: {it}")));
    }
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
    Ok(())
}

async fn without_the_app_the_page_passes(engine: Engine) -> Outcome {
    let site = Serving::dist().with(Fault::WasmHeldBack).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    let mut found = violations(&page, "closed").await?;
    page.exec(OPEN_EVERYTHING, vec![json!("details")]).await?;
    assert_eq!(page.shown().await?.bodies.len(), View::ALL.len() - 1);
    found.extend(violations(&page, "everything open").await?);
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    Ok(())
}

async fn the_cover_passes(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    for scheme in [Scheme::Light, Scheme::Dark] {
        let browser = engine.start(Size::PHONE, scheme).await?;
        let page = Page::of(&browser, &site);
        page.open_ready().await?;
        page.reload().await?;
        assert_eq!(page.screen().await?, Screen::Cover);
        let found = violations(&page, "cover").await?;
        assert!(found.is_empty(), "\n{}", found.join("\n"));
    }
    Ok(())
}

/// The violations that axe-core reports in the current state.
pub(crate) async fn violations(page: &Page<'_>, at: &str) -> Outcome<Vec<String>> {
    inject_axe(page).await?;
    let script = format!(
        "(async () => {{ {AXE} }})().then(arguments[0], (error) => arguments[0]([String(error)]))"
    );
    let driver = &page.browser.driver;
    let answer = driver.execute_async(script, Vec::new()).await?;
    let found: Vec<String> = answer.convert()?;
    Ok(found
        .into_iter()
        .map(|violation| format!("{at}: {violation}"))
        .collect())
}

/// Runs axe-core; returns the violations.
const AXE: &str = include_str!("harness/js/axe.js");

async fn inject_axe(page: &Page<'_>) -> Outcome {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/node_modules/axe-core/axe.min.js"
    );
    let axe = std::fs::read_to_string(file).map_err(|error| {
        format!("axe-core is not installed (npm ci --prefix tests): {file}: {error}")
    })?;
    if !page.eval::<bool>("return 'axe' in window", vec![]).await? {
        // Injected by the driver, so the page's policy does not apply.
        page.exec(&format!("{axe};window.axe = axe"), vec![])
            .await?;
    }
    Ok(())
}

const OPEN_EVERYTHING: &str =
    "for (const part of document.querySelectorAll(arguments[0])) part.open = true";
