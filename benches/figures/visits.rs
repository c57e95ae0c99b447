//! Timings of a visit, in Chromium.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use domain::view::View;
use serde_json::{Value, json};
use site::hosting::server::Files;

use crate::Figure;
use crate::harness::{Browser, Engine, Outcome};

const VISITS: usize = 5;
const SLOWED: u64 = 4;
/// 400 kbit/s, in bytes a second.
const THROUGHPUT: u64 = 400_000 / 8;
const LATENCY: u64 = 400;

/// Watches the page from before its first byte: the longest time in which the main thread is
/// blocked, measured by a message to itself that is sent again as soon as it arrives, and the
/// browser's own list of long tasks (over 50 ms).
const WATCH: &str = r"
window.__gap = 0; window.__long = [];
new PerformanceObserver(list => { for (const e of list.getEntries()) window.__long.push(Math.round(e.duration)); })
  .observe({ type: 'longtask', buffered: true });
const { port1, port2 } = new MessageChannel();
let last = performance.now();
port1.onmessage = () => {
  const now = performance.now();
  if (!document.hidden) window.__gap = Math.max(window.__gap, now - last);
  last = now;
  setTimeout(() => { last = performance.now(); port2.postMessage(0); }, 1);
};
port2.postMessage(0);
";

/// A no-op in every frame: a task that only renders is in no list of long tasks without it.
const COUNT_DRAWING: &str =
    "const drawn = () => requestAnimationFrame(drawn); requestAnimationFrame(drawn);";

/// The figures of one visit.
struct Visit {
    first_paint: u64,
    ready: u64,
    gap: u64,
    long: Vec<u64>,
    elsewhere: u64,
}

/// Visits the page and its baseline without scripts in turn.
pub(crate) async fn measure(dist: &Path) -> Outcome<Vec<Figure>> {
    let twin = tempfile::tempdir()?;
    without_scripts(dist, twin.path())?;
    let page = serve(dist).await?;
    let stripped = serve(twin.path()).await?;
    let mut visits = Vec::new();
    let mut plain = Vec::new();
    for _ in 0..VISITS {
        visits.push(visit(&page, true, WATCH).await?);
        plain.push(visit(&stripped, false, WATCH).await?);
    }
    let mut figures = figures(&visits, &plain);
    let mut longest = Vec::new();
    for _ in 0..VISITS {
        let visit = visit(&page, true, &format!("{WATCH}{COUNT_DRAWING}")).await?;
        longest.push(visit.long.into_iter().max().unwrap_or(0));
    }
    let longest = median(longest.into_iter());
    let what = "longest task of a visit, drawing counted (0: none over 50)";
    figures.push(Figure::new(what, longest, Some(50), "ms"));
    Ok(figures)
}

fn figures(visits: &[Visit], plain: &[Visit]) -> Vec<Figure> {
    let all = |what: fn(&Visit) -> u64| median(visits.iter().map(what));
    let paint = all(|visit| visit.first_paint);
    let plain = median(plain.iter().map(|visit| visit.first_paint));
    let long: Vec<u64> = visits.iter().flat_map(|visit| visit.long.clone()).collect();
    let elsewhere = visits.iter().map(|visit| visit.elsewhere).sum();
    let ms = |what: &str, is: u64, budget: Option<u64>| Figure::new(what, is, budget, "ms");
    let share = paint * 100 / plain.max(1);
    vec![
        ms("first contentful paint", paint, Some(1200)),
        ms("the same without scripts, in the same run", plain, None),
        Figure::new(
            "first paint against the same without scripts",
            share,
            Some(110),
            "%",
        ),
        ms("islands ready", all(|visit| visit.ready), Some(6000)),
        ms(
            "longest silence of the main thread, load and all views",
            all(|visit| visit.gap),
            Some(50),
        ),
        ms(
            "longest task over 50 ms in five visits (0: none)",
            long.iter().copied().max().unwrap_or(0),
            Some(50),
        ),
        Figure::new(
            "tasks over 50 ms in five visits",
            long.len() as u64,
            None,
            "",
        ),
        Figure::new(
            "requests to anything but the own origin",
            elsewhere,
            Some(0),
            "",
        ),
    ]
}

/// The baseline: copies the built page without its scripts.
fn without_scripts(dist: &Path, to: &Path) -> Outcome {
    for entry in std::fs::read_dir(dist)? {
        let path = entry?.path();
        if let Some(name) = path.file_name().filter(|_| path.is_file()) {
            std::fs::copy(&path, to.join(name))?;
        }
    }
    let mut html = std::fs::read_to_string(dist.join("index.html"))?;
    while let Some((before, rest)) = html.split_once("<script") {
        let (_, after) = rest
            .split_once("</script>")
            .ok_or("a script without an end")?;
        html = format!("{before}{after}");
    }
    std::fs::write(to.join("index.html"), html)?;
    Ok(())
}

pub(crate) async fn serve(folder: &Path) -> Outcome<String> {
    let files = Arc::new(Files::read(folder)?);
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = format!("http://{}/", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, files.router()).await });
    Ok(address)
}

async fn visit(address: &str, with_app: bool, watch: &str) -> Outcome<Visit> {
    let browser = Engine::Chromium.on_a_phone().await?;
    let tools = browser.driver.cdp();
    tools.send_raw("Network.enable", json!({})).await?;
    let network = json!({
        "offline": false, "latency": LATENCY, "downloadThroughput": THROUGHPUT, "uploadThroughput": THROUGHPUT,
    });
    tools
        .send_raw("Network.emulateNetworkConditions", network)
        .await?;
    tools
        .send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWED }))
        .await?;
    tools
        .send_raw(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": watch }),
        )
        .await?;
    browser.driver.goto(address).await?;
    if with_app {
        until(&browser, "document.documentElement.dataset.app === 'ready'").await?;
    }
    let ready = browser
        .driver
        .execute("return Math.round(performance.now())", Vec::new())
        .await?
        .convert()?;
    until(
        &browser,
        "performance.getEntriesByName('first-contentful-paint').length > 0",
    )
    .await?;
    if with_app {
        through_all_views(&browser).await?;
    }
    let seen = browser
        .driver
        .execute(
            "return [performance.getEntriesByName('first-contentful-paint')[0].startTime, window.__gap, window.__long]",
            Vec::new(),
        )
        .await?;
    let (first_paint, gap, long): (f64, f64, Vec<u64>) = seen.convert()?;
    let elsewhere = requests_elsewhere(&browser.log("performance").await?, address);
    Ok(Visit {
        first_paint: whole(first_paint),
        ready,
        gap: whole(gap),
        long,
        elsewhere,
    })
}

/// Opens each view by its line and goes back, as a person does.
async fn through_all_views(browser: &Browser) -> Outcome {
    for code in View::ALL.into_iter().skip(1).map(View::code) {
        for press in [
            format!("[data-view=\"{code}\"] > summary"),
            ".nav__back".to_owned(),
        ] {
            let script = format!("document.querySelector('{press}').click()");
            browser.driver.execute(script, Vec::new()).await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
    }
    Ok(())
}

/// The number of requests to other origins in the performance log.
fn requests_elsewhere(log: &[Value], address: &str) -> u64 {
    let messages = log
        .iter()
        .filter_map(|entry| entry.get("message")?.as_str());
    let events = messages.filter_map(|text| serde_json::from_str::<Value>(text).ok());
    let requests = events.filter_map(|event| {
        let message = event.get("message")?;
        let is_sent = message.get("method")? == "Network.requestWillBeSent";
        let url = message.pointer("/params/request/url")?.as_str()?;
        is_sent.then(|| url.to_owned())
    });
    requests
        .filter(|url| url.starts_with("http") && !url.starts_with(address))
        .count() as u64
}

pub(crate) async fn until(browser: &Browser, condition: &str) -> Outcome {
    for _ in 0..600 {
        let now = browser
            .driver
            .execute(format!("return {condition}"), Vec::new())
            .await?;
        if now.convert::<bool>()? {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    Err(format!("timed out waiting for {condition}").into())
}

pub(crate) fn median(values: impl Iterator<Item = u64>) -> u64 {
    let mut values: Vec<u64> = values.collect();
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or(0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "milliseconds of one visit"
)]
pub(crate) fn whole(milliseconds: f64) -> u64 {
    milliseconds.round() as u64
}
