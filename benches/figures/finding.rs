//! How long search and matching block the main thread, on a list of two hundred services.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use sidedoor::content::{self, Edition};
use sidedoor::page::{AppFiles, Delivery, Document, PageKind, RenderInput, read_style};

use crate::Figure;
use crate::harness::{Browser, Engine, Outcome};
use crate::visits::{COUNT_DRAWING, SLOWED, WATCH, median, serve, until, whole};

/// As many as a directory of the whole country may one day hold.
const SERVICES: usize = 200;
const ROUNDS: usize = 3;
/// What is typed, letter by letter.
const TYPED: [&str; 3] = ["natoinal stalkng", "text", "hertfordhsire gay"];

/// Calibration: two hundred cards of plain text, moved at once. The time for that is the speed of the machine.
const PLAIN: &str = r"
document.body.innerHTML = Array.from({ length: 200 }, (_, place) =>
  `<article style='padding:1rem'><h3>Service ${place}</h3><p>Anyone who is followed or contacted again and again</p>
   <p><a href='tel:0'>0800 000 ${1000 + place}</a></p><p>Free. Open every day.</p></article>`).join('');
setTimeout(() => { window.__long = []; document.body.append(...[...document.body.children].reverse()); }, 300);
";
/// The most milliseconds of the calibration on the machine to which the budget of 50 ms at a quarter of its speed
/// applies: 80 to 140 when the budget was set.
const PLAIN_THERE: u64 = 140;

/// Finds services in a list of two hundred, on a processor slowed down by 4, and once more slowed down as far as
/// makes it like that on which the budget was set. What may take no longer than 50 ms is a task, with what it draws.
pub(crate) async fn measure(project: &Path) -> Outcome<Vec<Figure>> {
    let large = tempfile::tempdir()?;
    many(project, large.path())?;
    let address = serve(large.path()).await?;
    let mut plain = Vec::new();
    for _ in 0..ROUNDS {
        plain.push(move_plain_cards().await?);
    }
    let plain = median(plain.into_iter());
    let percent = (100 * PLAIN_THERE / plain.max(1)).min(100);
    let here = rounds(&address, 100).await?;
    let there = rounds(&address, percent).await?;
    let ms = |what: String, is: u64, budget: Option<u64>| {
        Figure::new(format!("200 services: {what}"), is, budget, "ms")
    };
    let task = "longest task, drawing counted (0: none over 50)";
    let alike = format!("the same, slowed down by {SLOWED} x {percent} %");
    Ok(vec![
        ms("moving 200 plain cards at once".into(), plain, None),
        ms(task.into(), here.task, Some(50)),
        ms(alike, there.task, Some(50)),
        ms(
            "half of its tasks over 50 ms take at most".into(),
            here.usual,
            None,
        ),
        ms(
            "slowest letter of a search, answered".into(),
            here.letter,
            Some(50),
        ),
    ])
}

/// The figures of one round, in milliseconds.
struct Round {
    /// The longest task.
    task: u64,
    /// The median of the long tasks (over 50 ms).
    usual: u64,
    /// The slowest letter.
    letter: u64,
}

/// The median of some rounds, on a processor slowed down by so many per cent of the usual.
async fn rounds(address: &str, percent: u64) -> Outcome<Round> {
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        rounds.push(round(address, percent).await?);
    }
    let of = |what: fn(&Round) -> u64| median(rounds.iter().map(what));
    Ok(Round {
        task: of(|round| round.task),
        usual: of(|round| round.usual),
        letter: of(|round| round.letter),
    })
}

async fn move_plain_cards() -> Outcome<u64> {
    let browser = watched(100).await?;
    browser.driver.goto("data:text/html,<p>").await?;
    act(&browser, PLAIN).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let tasks = seen(&browser).await?;
    Ok(tasks.into_iter().max().unwrap_or(0))
}

async fn round(address: &str, percent: u64) -> Outcome<Round> {
    let browser = open(address, percent).await?;
    let letter = search(&browser).await?;
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
    let long = seen(&browser).await?;
    Ok(Round {
        task: long.iter().copied().max().unwrap_or(0),
        usual: median(long.into_iter()),
        letter,
    })
}

/// The long tasks (over 50 ms).
async fn seen(browser: &Browser) -> Outcome<Vec<u64>> {
    let tasks = browser
        .driver
        .execute("return window.__long", Vec::new())
        .await?;
    Ok(tasks.convert()?)
}

const AGAIN: &str = "document.querySelector('.finder__again').click()";

/// A session that records long tasks.
async fn watched(percent: u64) -> Outcome<Browser> {
    let browser = Engine::Chromium.on_a_phone().await?;
    let tools = browser.driver.cdp();
    for source in [WATCH, COUNT_DRAWING] {
        let source = json!({ "source": source });
        tools
            .send_raw("Page.addScriptToEvaluateOnNewDocument", source)
            .await?;
    }
    let rate = (SLOWED * percent).max(100);
    let slowed = json!({ "rate": f64::from(u32::try_from(rate)?) / 100.0 });
    tools
        .send_raw("Emulation.setCPUThrottlingRate", slowed)
        .await?;
    Ok(browser)
}

/// Opens the list, and drops what loading it took: that is in the other figures.
async fn open(address: &str, percent: u64) -> Outcome<Browser> {
    let browser = watched(percent).await?;
    browser.driver.goto(address).await?;
    until(&browser, "document.documentElement.dataset.app === 'ready'").await?;
    act(
        &browser,
        "document.querySelector('[data-view=\"2\"] > summary').click()",
    )
    .await?;
    act(&browser, "window.__long = []").await?;
    Ok(browser)
}

/// Types, letter by letter; returns how long the slowest letter took.
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
                 window.__letter = performance.now() - from"
            );
            of_its_own(browser, &script).await?;
            tokio::time::sleep(Duration::from_millis(120)).await;
            let took = browser
                .driver
                .execute("return window.__letter", Vec::new())
                .await?;
            slowest = slowest.max(whole(took.convert()?));
        }
        act(browser, AGAIN).await?;
    }
    Ok(slowest)
}

/// Runs a script in a task of its own, without the overhead of the driver.
async fn of_its_own(browser: &Browser, script: &str) -> Outcome {
    let later = format!("setTimeout(() => {{ {script} }})");
    browser.driver.execute(later, Vec::new()).await?;
    Ok(())
}

/// Runs a script and lets the page settle.
async fn act(browser: &Browser, script: &str) -> Outcome {
    of_its_own(browser, script).await?;
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
    let material = RenderInput {
        edition: Arc::new(edition),
        site,
        built: checked.ok_or("no service")?,
        style: &style,
        app: &app,
    };
    let document = Document::render(&material, PageKind::Words, Delivery::Hosted)?;
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
