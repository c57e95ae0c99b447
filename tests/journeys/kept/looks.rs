//! The set-up page passes axe-core in every state, and fits every viewport.

use serde_json::Value;

use super::{open_set_up, until_offered};
use crate::accessibility::violations;
use crate::harness::{Engine, Outcome, Page, Scheme, Serving, Size};

journeys!(in chromium and webkit: the_page_for_keeping_passes_and_fits);
journeys!(in chromium: in_dark_and_from_right_to_left_it_passes_and_fits);

async fn the_page_for_keeping_passes_and_fits(engine: Engine) -> Outcome {
    passes_and_fits(engine, Scheme::Light, Serving::dist()).await
}

async fn in_dark_and_from_right_to_left_it_passes_and_fits(engine: Engine) -> Outcome {
    passes_and_fits(engine, Scheme::Dark, Serving::pseudo("ar-xb")).await
}

async fn passes_and_fits(engine: Engine, scheme: Scheme, serving: Serving) -> Outcome {
    let site = serving.start().await?;
    let mut found: Vec<String> = Vec::new();
    for size in [Size::SMALL_PHONE, Size::LAPTOP, Size::ZOOMED] {
        let browser = engine.start(size, scheme).await?;
        let page = Page::of(&browser, &site);
        open_set_up(&page).await?;
        until_offered(&page, "new").await?;
        let picture = |what: &str| format!("keep-{}-{scheme:?}-{what}", size.0);
        page.keep_a_picture(&picture("new")).await?;
        // Names, roles and colours are the same in all engines.
        let axe = size == Size::SMALL_PHONE && engine == Engine::Chromium;
        if axe {
            found.extend(violations(&page, "as it opens").await?);
        }
        // Every state at once.
        page.exec(
            "for (const part of document.querySelectorAll('main [hidden]')) part.hidden = false",
            vec![],
        )
        .await?;
        page.keep_a_picture(&picture("everything")).await?;
        if axe {
            found.extend(violations(&page, "with everything shown").await?);
        }
        let wide: Vec<String> = page.eval(TOO_WIDE_OR_SMALL, vec![]).await?;
        found.extend(wide.into_iter().map(|part| format!("at {size:?}: {part}")));
        assert_eq!(
            page.eval::<Vec<Value>>("return window.consoleErrors", vec![])
                .await?,
            [] as [Value; 0]
        );
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    Ok(())
}

/// Elements that overflow the viewport, and controls that a finger cannot hit (44 px).
const TOO_WIDE_OR_SMALL: &str = "
    const room = document.documentElement.clientWidth;
    const parts = [...document.querySelectorAll('main *')].map((part) => [part, part.getBoundingClientRect()]);
    const wide = parts.filter(([, box]) => box.left < -1 || box.right > room + 1);
    const pressed = parts.filter(([part, box]) => part.matches('button, label, input[type=text]') && box.height < 43.5);
    return [...wide, ...pressed].map(([part, box]) => `${part.outerHTML.slice(0, 80)} ${JSON.stringify(box)}`)";
