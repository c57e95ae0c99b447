//! How long the page blocks the main thread, and so a press of the exit, on a slow phone with a long list.
//!
//! “Slow” is calibrated, so that the result does not depend on the machine: the processor is throttled until moving
//! 200 plain cards in an empty page takes [`PLAIN_CARDS_MS`].

use std::path::Path;
use std::sync::Arc;

use content::{self, Edition};
use serde_json::json;
use site::page::{AppFiles, Delivery, Document, PageKind, RenderInput, read_style};

use crate::harness::{Browser, Engine, Outcome, Page, Serving, log};

// The list of long tasks and the throttling are Chromium's.
journeys!(alone in chromium: no_task_of_a_visit_takes_50_ms);

/// Services in the list: as many as a directory of the whole country may one day hold.
const SERVICES: usize = 200;
/// Duration of moving 200 plain cards, in milliseconds, to which the throttling is calibrated.
const PLAIN_CARDS_MS: f64 = 110.0;
/// Steps of the bisection: to about a fiftieth of the range of rates.
const STEPS: usize = 6;
/// Visits, each with a new load of the page.
const VISITS: usize = 5;

async fn no_task_of_a_visit_takes_50_ms(engine: Engine) -> Outcome {
    let folder = tempfile::tempdir()?;
    enlarge(test_support::project(), folder.path())?;
    let site = Serving::folder(folder.path().to_owned()).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    let rate = calibrate(&page).await?;
    let source = json!({ "source": include_str!("harness/js/long_tasks.js") });
    let added = browser
        .driver
        .cdp()
        .send_raw("Page.addScriptToEvaluateOnNewDocument", source)
        .await;
    added?;
    let mut long = Vec::new();
    for visit in 1..=VISITS {
        page.open_ready().await?;
        // What was scheduled at the start runs now.
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let script = include_str!("harness/js/visit.js");
        let tasks = browser.driver.execute_async(script, Vec::new()).await?;
        let tasks: Vec<(String, u64)> = tasks.convert()?;
        long.extend(
            tasks
                .into_iter()
                .map(|(step, ms)| format!("visit {visit}, {step}: {ms} ms")),
        );
    }
    throttle(&browser, 1.0).await?;
    log(&format!(
        "{SERVICES} services, CPU / {rate:.1}, {VISITS} visits: {} tasks over 50 ms",
        long.len()
    ));
    assert!(long.is_empty(), "{long:#?}");
    Ok(())
}

async fn throttle(browser: &Browser, rate: f64) -> Outcome {
    let rate = json!({ "rate": rate });
    browser
        .driver
        .cdp()
        .send_raw("Emulation.setCPUThrottlingRate", rate)
        .await?;
    Ok(())
}

/// Throttles the processor until the plain cards take [`PLAIN_CARDS_MS`]; returns the rate.
async fn calibrate(page: &Page<'_>) -> Outcome<f64> {
    page.go(&page.site.page_before()).await?;
    let (mut low, mut high) = (1.0, 24.0);
    let mut rate = 1.0;
    let mut took = 0.0;
    for _ in 0..STEPS {
        rate = f64::midpoint(low, high);
        throttle(page.browser, rate).await?;
        took = page
            .eval(include_str!("harness/js/plain_cards.js"), vec![])
            .await?;
        if took < PLAIN_CARDS_MS {
            low = rate;
        } else {
            high = rate;
        }
    }
    log(&format!(
        "200 plain cards take {took:.0} ms at CPU / {rate:.1}"
    ));
    let near = PLAIN_CARDS_MS * 0.8..PLAIN_CARDS_MS * 1.25;
    assert!(near.contains(&took), "not calibrated: {took:.0} ms");
    Ok(rate)
}

/// Writes the built page with every service several times over, each copy under a name of its own.
fn enlarge(project: &Path, to: &Path) -> Outcome {
    let dist = project.join("dist");
    let site = Arc::new(content::read_site(project)?);
    let language = site.languages.first().ok_or("no language")?;
    let edition = multiply(content::read_edition(project, language)?);
    let app = AppFiles::find(&std::fs::read_to_string(dist.join("index.html"))?)?;
    for entry in std::fs::read_dir(&dist)? {
        let path = entry?.path();
        if let Some(name) = path.file_name().filter(|_| path.is_file()) {
            std::fs::copy(&path, to.join(name))?;
        }
    }
    let checked = edition
        .services
        .iter()
        .map(|service| service.assurance.checked)
        .max();
    let style = read_style(project)?;
    let input = RenderInput {
        edition: Arc::new(edition),
        site,
        built: checked.ok_or("no service")?,
        style: &style,
        app: &app,
    };
    let document = Document::render(&input, PageKind::Words, Delivery::Hosted)?;
    std::fs::write(to.join("index.html"), &document.html)?;
    std::fs::write(to.join("_headers"), document.policy.headers_file())?;
    Ok(())
}

fn multiply(mut edition: Edition) -> Edition {
    let real = edition.services.clone();
    for (number, service) in real.iter().cycle().enumerate().skip(real.len()) {
        if edition.services.len() == SERVICES {
            break;
        }
        let mut copy = service.clone();
        copy.id = format!("{}-{number}", copy.id);
        copy.name = format!("{} {number}", copy.name);
        edition.services.push(copy);
    }
    edition
        .services
        .sort_by_key(|service| (service.group, service.order));
    edition
}
