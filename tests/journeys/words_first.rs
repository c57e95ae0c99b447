//! The words, the numbers and the exit are there before hydration, and without the app.

use domain::view::View;
use serde_json::json;

use crate::harness::page::others;
use crate::harness::{Answer, Browser, Destination, Engine, Fault, Outcome, Page, Serving};

journeys!(in every engine:
    whatever_fails_every_word_is_there,
    without_scripts_the_exit_leaves,
);

async fn whatever_fails_every_word_is_there(engine: Engine) -> Outcome {
    let browser = engine.on_a_phone().await?;
    for fault in [Fault::NoScripts, Fault::WasmRefused, Fault::WasmHeldBack] {
        let found = every_word_is_there(&browser, fault).await;
        found.map_err(|error| format!("{fault:?}: {error}"))?;
    }
    Ok(())
}

async fn every_word_is_there(browser: &Browser, fault: Fault) -> Outcome {
    let site = Serving::dist().with(fault).start().await?;
    let page = Page::of(browser, &site);
    page.open().await?;
    for view in others() {
        page.choose(view).await?;
        // WebKit's driver now and then misses a line that has just moved. A person presses again.
        if !page.shown().await?.bodies.contains(&view.code()) {
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
            if !page.shown().await?.bodies.contains(&view.code()) {
                page.choose(view).await?;
            }
        }
    }
    let shown = page.shown().await?;
    let every: Vec<u8> = others().map(View::code).collect();
    assert!(shown.start, "{fault:?}");
    assert_eq!(shown.lines, every, "every line can still be pressed");
    assert_eq!(shown.bodies, every, "every part is open below its line");

    page.exec("for (const card of document.querySelectorAll('.service')) card.style.contentVisibility = 'visible'", vec![]).await?;
    let words_without: Vec<u8> = page.eval(VIEWS_WITHOUT_WORDS, vec![]).await?;
    assert!(
        words_without.is_empty(),
        "views {words_without:?} are open but say nothing"
    );
    for address in ["tel:999", "tel:08088020300", "sms:", "mailto:"] {
        let (links, seen): (u32, u32) = page.eval(LINKS, vec![json!(address)]).await?;
        assert!(links > 0, "no link to {address}");
        assert_eq!(links, seen, "links to {address} that can be seen");
    }
    for absent in [".nav", ".needs-app"] {
        assert!(
            !page.eval::<bool>(SEEN, vec![json!(absent)]).await?,
            "{absent} is shown, and does nothing"
        );
    }
    assert!(
        page.eval::<bool>(SEEN, vec![json!(".waiting")]).await?,
        "the page does not say what does not work"
    );
    let told = page
        .eval::<bool>(SEEN, vec![json!(".without-script")])
        .await?;
    assert_eq!(
        told,
        fault == Fault::NoScripts,
        "the words about scripts are shown only without scripts"
    );
    Ok(())
}

async fn without_scripts_the_exit_leaves(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist()
        .leaving_to(&destination)
        .with(Fault::NoScripts)
        .start()
        .await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    page.press("[data-exit]").await?;
    page.until_at(&destination.page("weather")).await?;
    assert!(
        destination
            .requests()
            .iter()
            .all(|request| request.referer.is_none()),
        "it told where from"
    );
    Ok(())
}

const SEEN: &str = "return [...document.querySelectorAll(arguments[0])].some((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true });
})";

const LINKS: &str = "const links = [...document.querySelectorAll(`a[href^=\"${arguments[0]}\"]`)];
    const folded = (link) => link.closest('details.block:not([open])');
    const seen = links.filter((link) => folded(link) || (link.checkVisibility() && link.getBoundingClientRect().height >= 44));
    return [links.length, seen.length]";

/// Counts the visible letters, without closed `details`.
const VIEWS_WITHOUT_WORDS: &str = "const letters = (body) => [...body.querySelectorAll('*')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true, checkVisibilityCSS: true }))
        .flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
        .reduce((sum, text) => sum + text.data.trim().length, 0);
    return [...document.querySelectorAll('.view--part')]
        .filter((view) => letters(view.querySelector('.view__body')) < 400)
        .map((view) => Number(view.dataset.view))";
