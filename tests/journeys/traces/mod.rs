//! What a visit leaves on the disk: the whole profile of the browser is searched, once it has ended.
//!
//! In Chromium and in Firefox. `MiniBrowser` has no profile under WebDriver. Each browser is closed as a
//! person closes it, or killed while the page is shown, and then everything that it wrote is searched: see
//! `docs/traces.md` for how, and for what was found. Words that are in the profile after a blank visit, in the
//! same kind of file, are not ours.
//!
//! A search that finds nothing proves nothing by itself. So there are two controls: a baseline page with the
//! same words, made as pages usually are, and ours on a host that loses our headers.

mod baseline;
mod before_asking;
mod control;
mod history;
mod profile;
mod visit;
mod words;

use decoys::Decoy;
use tokio::sync::OnceCell;
use tokio::time::Instant;

use crate::disk::lists::{List, Lists};
use crate::disk::place::Place;
use crate::disk::{Finding, Findings, found_in_raw, search};
use crate::harness::destination::TITLE;
use crate::harness::{Answer, Browser, Destination, Engine, Outcome, Page, Serving, Site, log};
use crate::kept;
use history::{Line, lines};
use profile::{End, end, is_the_driver_s, start};
use visit::{keep_a_diary, read_everything, tick_everything, type_everywhere, until_written};

journeys!(in chromium and firefox:
    after_every_view_every_field_and_the_exit_nothing_is_on_the_disk,
    after_reading_alone_and_closing_nothing_is_on_the_disk,
    after_typing_and_a_flat_battery_nothing_is_on_the_disk,
    what_is_kept_on_the_phone_is_nowhere_in_words,
    a_diary_that_is_kept_is_nowhere_in_words,
);

/// A visit in a profile that stays on the disk.
struct Visit {
    engine: Engine,
    destination: Destination,
    site: Site,
    browser: Browser,
}

impl Visit {
    /// At the start, with the app ready.
    async fn begin(engine: Engine) -> Outcome<Self> {
        let destination = Destination::start(Answer::AtOnce).await?;
        let serving = Serving::dist().leaving_to(&destination);
        let visit = Self::of(engine, destination, serving).await?;
        visit.page().open_ready().await?;
        Ok(visit)
    }

    /// Of a page that is served in this way, before it is opened.
    async fn of(engine: Engine, destination: Destination, serving: Serving) -> Outcome<Self> {
        Ok(Self {
            engine,
            destination,
            site: serving.start().await?,
            browser: start(engine).await?,
        })
    }

    fn page(&self) -> Page<'_> {
        Page::of(&self.browser, &self.site)
    }

    /// What is in the decoy's own files, which are stored unpacked: some of their phrases are in any page.
    fn of_the_tool(&self, lists: &Lists) -> Outcome<Vec<(List, String)>> {
        let mut plain = Vec::new();
        for file in [
            "calculator/index.html",
            "tool_bg.wasm",
            "tool.js",
            "entry.js",
            "work.js",
            "work_bg.wasm",
        ] {
            plain.extend(found_in_raw(&self.site.folder().join(file), lists)?);
        }
        Ok(plain)
    }

    /// Ends the browser, logs what was found where, and fails if anything of ours was.
    async fn leaves_nothing(&self, how: End, name: &str) -> Outcome {
        self.leaves_at_most(how, name, false).await
    }

    /// The same where storage may name the site, because something was stored.
    async fn leaves_at_most(&self, how: End, name: &str, storage_names_it: bool) -> Outcome {
        let lists = words::lists(&words::shipped(&self.site)?, self.site.origin())?;
        end(&self.browser, how).await?;
        let began = Instant::now();
        let left = search(self.browser.folder(), &lists, is_the_driver_s)?;
        let took = began.elapsed().as_secs_f32();
        let left = left.without(blank(self.engine).await?);
        let addresses = left.of(List::Address).into_iter();
        let addresses: Vec<_> = addresses
            .map(|finding| finding.file.to_string_lossy())
            .collect();
        log(&format!(
            "{name}, in {:?}:\n{}, searched in {took:.1} s\n  the address in: {}",
            self.engine,
            left.table(),
            addresses.join(", ")
        ));
        if left.files < 20 || left.bytes < 500_000 {
            return Err(format!(
                "the profile has only {} files: it is not all there",
                left.files
            )
            .into());
        }
        // Storage may not even name the page: nothing is stored before the person asks for it.
        let plain = if storage_names_it {
            self.of_the_tool(&lists)?
        } else {
            Vec::new()
        };
        let is_plain = |finding: &Finding| {
            let of_it =
                |(list, what): &(List, String)| *list == finding.list && *what == finding.what;
            finding.place == Place::Storage && plain.iter().any(of_it)
        };
        let is_ours = |finding: &Finding| {
            !is_plain(finding)
                && match finding.list {
                    List::Address => finding.place == Place::Storage && !storage_names_it,
                    List::Runs | List::Words | List::Numbers | List::Typed => true,
                }
        };
        let ours = Findings {
            all: left.all.into_iter().filter(is_ours).collect(),
            ..Findings::default()
        };
        if ours.all.is_empty() {
            return Ok(());
        }
        Err(format!(
            "{} things were found on the disk:\n{}",
            ours.all.len(),
            ours.lines(60)
        )
        .into())
    }
}

async fn after_every_view_every_field_and_the_exit_nothing_is_on_the_disk(
    engine: Engine,
) -> Outcome {
    let visit = Visit::begin(engine).await?;
    let page = visit.page();
    read_everything(&page).await?;
    tick_everything(&page).await?;
    type_everywhere(&page).await?;
    page.press_exit().await?;
    page.until_at(&visit.destination.page("weather")).await?;
    until_written().await;
    visit
        .leaves_nothing(End::Closed, "Every view, every field, the exit, closed")
        .await?;
    let lines = lines(engine, visit.browser.folder(), &visit.site.page())?;
    log(&format!("The history of {engine:?}: {lines:#?}"));
    let ours: Vec<&Line> = lines
        .iter()
        .filter(|line| line.address != visit.site.page_before())
        .collect();
    let [only] = ours.as_slice() else {
        return Err(format!("there should be one line of ours: {ours:#?}").into());
    };
    assert_eq!(only.address, visit.site.page());
    match engine {
        // The line takes the destination's name, and the browser's history page leaves it out.
        Engine::Chromium => assert_eq!((only.title.as_str(), only.is_listed), (TITLE, false)),
        // It stays in the list, under its own name.
        _ => assert_eq!(only.title, "Information"),
    }
    Ok(())
}

async fn after_reading_alone_and_closing_nothing_is_on_the_disk(engine: Engine) -> Outcome {
    let visit = Visit::begin(engine).await?;
    read_everything(&visit.page()).await?;
    until_written().await;
    visit
        .leaves_nothing(End::Closed, "Every view, closed while shown")
        .await
}

async fn after_typing_and_a_flat_battery_nothing_is_on_the_disk(engine: Engine) -> Outcome {
    let visit = Visit::begin(engine).await?;
    read_everything(&visit.page()).await?;
    tick_everything(&visit.page()).await?;
    type_everywhere(&visit.page()).await?;
    until_written().await;
    visit
        .leaves_nothing(End::Killed, "Every view, every field, killed while shown")
        .await
}

/// A copy behind a decoy, opened there, read, and left. Without the code only the decoy is visible.
async fn what_is_kept_on_the_phone_is_nowhere_in_words(engine: Engine) -> Outcome {
    let destination = Destination::start(Answer::AtOnce).await?;
    let visit = Visit::of(engine, destination, Serving::dist().untouched()).await?;
    let page = visit.page();
    kept::keep(&page, Decoy::Calculator).await?;
    kept::open(&page, Decoy::Calculator).await?;
    read_everything(&page).await?;
    tick_everything(&page).await?;
    type_everywhere(&page).await?;
    page.press_exit().await?;
    kept::until_decoy(&page, Decoy::Calculator).await?;
    until_written().await;
    visit
        .leaves_at_most(
            End::Closed,
            "Kept, opened, every view, every field, the exit, closed",
            true,
        )
        .await?;
    // Opening has no line of its own in the history.
    let lines = lines(engine, visit.browser.folder(), &visit.site.page())?;
    log(&format!(
        "The history of {engine:?}, with a copy: {lines:#?}"
    ));
    let decoy = kept::at(&page, "calculator/");
    let known = [
        visit.site.page_before(),
        kept::at(&page, "more.html"),
        decoy.clone(),
    ];
    assert!(
        lines.iter().all(|line| known.contains(&line.address)),
        "{lines:#?}"
    );
    let titles = lines.iter().filter(|line| line.address == decoy);
    let titles: Vec<_> = titles.map(|line| line.title.as_str()).collect();
    assert_eq!(titles, ["Calculator"]);
    Ok(())
}

/// A diary from its first word to the exit: kept, locked, opened again. Neither it nor its passphrase is on the disk.
async fn a_diary_that_is_kept_is_nowhere_in_words(engine: Engine) -> Outcome {
    let visit = Visit::begin(engine).await?;
    let page = visit.page();
    keep_a_diary(&page).await?;
    page.press_exit().await?;
    page.until_at(&visit.destination.page("weather")).await?;
    until_written().await;
    visit
        .leaves_at_most(End::Closed, "A diary kept, opened, the exit, closed", true)
        .await
}

/// The baseline: the profile of a browser that visited two ordinary pages and was closed. Once for each engine.
async fn blank(engine: Engine) -> Outcome<&'static Findings> {
    static CHROMIUM: OnceCell<Findings> = OnceCell::const_new();
    static FIREFOX: OnceCell<Findings> = OnceCell::const_new();
    let known = if engine == Engine::Chromium {
        &CHROMIUM
    } else {
        &FIREFOX
    };
    known.get_or_try_init(|| visit_nowhere(engine)).await
}

async fn visit_nowhere(engine: Engine) -> Outcome<Findings> {
    let destination = Destination::start(Answer::AtOnce).await?;
    let site = Serving::dist().start().await?;
    let browser = start(engine).await?;
    let page = Page::of(&browser, &site);
    page.go(&site.page_before()).await?;
    page.go(&destination.page("weather")).await?;
    until_written().await;
    let lists = words::lists(&words::shipped(&site)?, site.origin())?;
    end(&browser, End::Closed).await?;
    let findings = search(browser.folder(), &lists, is_the_driver_s)?;
    assert_eq!(findings.of(List::Typed).len(), 0, "{}", findings.lines(9));
    // In these places these words cannot be distinguished from the browser's own.
    let known = findings.of(List::Words).into_iter();
    let known: Vec<_> = known
        .map(|finding| format!("{} ({})", finding.what, finding.file.display()))
        .collect();
    log(&format!(
        "A blank visit, in {engine:?}:\n{}\n  words of its own: {}",
        findings.table(),
        known.join(", ")
    ));
    Ok(findings)
}
