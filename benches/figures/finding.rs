//! How long finding a service keeps the phone busy, on a list of two hundred.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use sidedoor::content::{self, Edition};
use sidedoor::page::{AppFiles, Document, Material, Sheet, Whose, read_style};

use crate::Figure;
use crate::harness::{Browser, Engine, Outcome};
use crate::visits::{SLOWED, WATCH, serve, until, whole};

/// As many as a directory of the whole country may one day hold.
const SERVICES: usize = 200;
/// What is typed, letter by letter.
const TYPED: [&str; 3] = ["natoinal stalkng", "text", "hertfordhsire gay"];

/// How long the browser took from what a person did to the next frame, the longest time.
const EVENTS: &str = r"
window.__event = 0;
new PerformanceObserver(list => { for (const e of list.getEntries()) window.__event = Math.max(window.__event, e.duration); })
  .observe({ type: 'event', buffered: true, durationThreshold: 16 });
";

/// Finds services in a list of two hundred, on a processor slowed down by 4. What may take no longer than
/// 50 ms is a task: the silence between two messages also holds what the driver does on the page's own
/// thread, a hundred times.
pub(crate) async fn measure(project: &Path) -> Outcome<Vec<Figure>> {
    let large = tempfile::tempdir()?;
    many(project, large.path())?;
    let browser = open(&serve(large.path()).await?).await?;
    let slowest_letter = search(&browser).await?;
    act(
        &browser,
        "document.querySelector('.finder__summary').click()",
    )
    .await?;
    for question in 0..3 {
        let script =
            format!("document.querySelector('[data-question=\"{question}\"] .pick').click()");
        act(&browser, &script).await?;
    }
    act(&browser, AGAIN).await?;
    let seen = (browser.driver)
        .execute(
            "return [window.__gap, window.__long, window.__event]",
            Vec::new(),
        )
        .await?;
    let (gap, long, event): (f64, Vec<u64>, f64) = seen.convert()?;
    let ms = |what: &str, is: u64, budget: Option<u64>| {
        Figure::new(format!("200 services: {what}"), is, budget, "ms")
    };
    let longest = long.into_iter().max().unwrap_or(0);
    Ok(vec![
        ms(
            "longest silence while finding, the driver included",
            whole(gap),
            None,
        ),
        ms("longest task over 50 ms (0: none)", longest, Some(50)),
        ms(
            "slowest letter of a search, answered",
            slowest_letter,
            Some(50),
        ),
        ms("slowest event until its frame", whole(event), None),
    ])
}

const AGAIN: &str = "document.querySelector('.finder__again').click()";

/// Opens the list, and forgets what loading it took: that stands in the other figures.
async fn open(address: &str) -> Outcome<Browser> {
    let browser = Engine::Chromium.on_a_phone().await?;
    let tools = browser.driver.cdp();
    for source in [WATCH, EVENTS] {
        let source = json!({ "source": source });
        tools
            .send_raw("Page.addScriptToEvaluateOnNewDocument", source)
            .await?;
    }
    let slowed = json!({ "rate": SLOWED });
    tools
        .send_raw("Emulation.setCPUThrottlingRate", slowed)
        .await?;
    browser.driver.goto(address).await?;
    until(&browser, "document.documentElement.dataset.app === 'ready'").await?;
    act(
        &browser,
        "document.querySelector('[data-view=\"2\"] > summary').click()",
    )
    .await?;
    act(
        &browser,
        "window.__gap = 0; window.__long = []; window.__event = 0",
    )
    .await?;
    Ok(browser)
}

/// Types, letter by letter, and says how long the slowest letter took.
async fn search(browser: &Browser) -> Outcome<u64> {
    let mut slowest = 0;
    act(browser, "document.querySelector('.finder input').focus()").await?;
    for words in TYPED {
        for end in 1..=words.chars().count() {
            let typed: String = words.chars().take(end).collect();
            let script = format!(
                "const field = document.querySelector('.finder input'); field.value = {typed:?};
                 const from = performance.now();
                 field.dispatchEvent(new Event('input', {{ bubbles: true }}));
                 return performance.now() - from"
            );
            let took: f64 = browser
                .driver
                .execute(script, Vec::new())
                .await?
                .convert()?;
            slowest = slowest.max(whole(took));
            tokio::time::sleep(Duration::from_millis(120)).await;
        }
        act(browser, AGAIN).await?;
    }
    Ok(slowest)
}

/// Presses something and lets the page work.
async fn act(browser: &Browser, script: &str) -> Outcome {
    browser.driver.execute(script, Vec::new()).await?;
    tokio::time::sleep(Duration::from_millis(600)).await;
    Ok(())
}

/// The built page with every service several times over, each copy under a name of its own.
fn many(project: &Path, to: &Path) -> Outcome {
    let dist = project.join("dist");
    let site = Arc::new(content::read_site(project)?);
    let language = site.languages.first().ok_or("no language")?;
    let edition = multiplied(content::read_edition(project, language)?);
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
    let material = Material {
        edition: Arc::new(edition),
        site,
        built: checked.ok_or("no service")?,
        style: &style,
        app: &app,
    };
    let document = Document::render(&material, Sheet::Words, Whose::Served)?;
    std::fs::write(to.join("index.html"), &document.html)?;
    std::fs::write(to.join("_headers"), document.policy.headers_file())?;
    Ok(())
}

fn multiplied(mut edition: Edition) -> Edition {
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
