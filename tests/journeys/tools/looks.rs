//! Each decoy fits every viewport, passes axe-core in light and in dark, and requests few files, of its own origin.

use decoys::Decoy;

use super::open_ready;
use crate::accessibility::violations;
use crate::harness::{Engine, Outcome, Page, Scheme, Serving, Size};

journeys!(in every engine: each_tool_asks_only_for_its_own_files);
journeys!(in chromium and webkit: each_tool_fits_every_window);
// Names, roles and colours are the same in all engines.
journeys!(in chromium: in_light_each_tool_passes, in_dark_each_tool_passes);

async fn each_tool_fits_every_window(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let mut problems: Vec<String> = Vec::new();
    for size in [Size::SMALL_PHONE, Size::PHONE, Size::LAPTOP, Size::ZOOMED] {
        let browser = engine.start(size, Scheme::Light).await?;
        let page = Page::of(&browser, &site);
        for tool in Decoy::ALL {
            open_ready(&page, tool).await?;
            fill(&page, tool).await?;
            page.keep_a_picture(&format!("{}-{}x{}", tool.name(), size.0, size.1))
                .await?;
            let found: Vec<String> = page
                .eval(include_str!("../harness/js/tool_layout.js"), vec![])
                .await?;
            let named = found
                .into_iter()
                .map(|problem| format!("{tool:?} {size:?}: {problem}"));
            problems.extend(named);
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    Ok(())
}

/// The longest that is shown.
async fn fill(page: &Page<'_>, tool: Decoy) -> Outcome {
    match tool {
        Decoy::Calculator => {
            page.type_keys("999999999999*-123456789.123*0.000123=")
                .await
        }
        Decoy::Converter => {
            page.exec("document.querySelector('[data-amount]').focus()", vec![])
                .await?;
            page.type_keys("123456789.123456\n").await
        }
        Decoy::Recipes => Ok(()),
    }
}

async fn in_light_each_tool_passes(engine: Engine) -> Outcome {
    each_tool_passes(engine, Scheme::Light).await
}

async fn in_dark_each_tool_passes(engine: Engine) -> Outcome {
    each_tool_passes(engine, Scheme::Dark).await
}

async fn each_tool_passes(engine: Engine, scheme: Scheme) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.start(Size::PHONE, scheme).await?;
    let page = Page::of(&browser, &site);
    let mut found = Vec::new();
    for tool in Decoy::ALL {
        open_ready(&page, tool).await?;
        fill(&page, tool).await?;
        page.exec(
            "for (const part of document.querySelectorAll('details')) part.open = true",
            vec![],
        )
        .await?;
        found.extend(violations(&page, tool.name()).await?);
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    Ok(())
}

async fn each_tool_asks_only_for_its_own_files(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    for tool in Decoy::ALL {
        let before = site.requests().len();
        open_ready(&page, tool).await?;
        fill(&page, tool).await?;
        let loaded: Vec<String> = page
            .eval(
                "return performance.getEntriesByType('resource').map((entry) => entry.name)",
                vec![],
            )
            .await?;
        assert!(!loaded.is_empty());
        assert!(
            loaded.iter().all(|name| name.starts_with(site.origin())),
            "{loaded:?}"
        );
        let folder = format!("/{}/", tool.name());
        for request in site.requests().into_iter().skip(before) {
            let path = request.path.as_str();
            let own = path.starts_with(&folder)
                || ["/entry.js", "/tool.js", "/tool_bg.wasm"].contains(&path);
            assert!(own && !path.contains('?'), "{path}");
            assert_eq!(request.referer, None, "{path} was told where from");
        }
        assert_eq!(page.console_errors().await?, [""; 0]);
    }
    Ok(())
}
