//! “Open now”: the text of the lines by time, and no layout shift when they appear.
//!
//! The expected lines are computed here, from the content and the rules of `domain::opening`, for the second on
//! the phone's clock. That clock is faked by a script that the test server injects first into the page, so it is
//! the same in every engine.

use serde_json::json;

use super::expected::{Expected, Lines};
use super::open_the_list;
use crate::harness::{Browser, Engine, Fault, Outcome, Page, Scheme, Serving, Site, Size};

// Clocks, time zones and layout depend on the engine.
journeys!(in chromium and webkit:
    the_lines_say_what_is_open_at_this_very_moment,
    in_another_time_zone_the_lines_are_the_same,
    nothing_moves_when_the_lines_come,
);
// The text at a moment is the app's own rule: `pages::opening` has more of them.
journeys!(in chromium:
    at_every_clock_no_more_is_claimed_than_is_known,
);
cases!(at_every_clock_no_more_is_claimed_than_is_known:
    before_the_app_runs_nothing_is_claimed,
    the_lines_follow_the_clock_of_the_phone,
);

/// The services of the start.
const OF_THE_START: [&str; 2] = [STALKING, "safer-places"];
/// A service whose sources differ about its hours.
const STALKING: &str = "national-stalking-helpline";

const LINES: &str = "return [...document.querySelectorAll('.now')].map((line) => [Number(line.dataset.openStatus ?? line.closest('.service').id.slice(1)), line.textContent === line.dataset.usual ? '' : line.textContent])";

async fn opening_lines(page: &Page<'_>) -> Outcome<Vec<(usize, String)>> {
    page.eval(LINES, vec![]).await
}

/// Whether every line of the page is as expected at one of some moments.
fn differences(shown: &[(usize, String)], moments: &[Lines]) -> Vec<String> {
    let wrong = shown.iter().filter(|(place, line)| {
        let right = moments.iter().filter_map(|lines| lines.get(place));
        right.clone().count() == 0 || !right.clone().any(|right| right == line)
    });
    wrong
        .map(|(place, line)| {
            format!(
                "{place}: “{line}”, not {:?}",
                moments
                    .iter()
                    .map(|lines| lines.get(place))
                    .collect::<Vec<_>>()
            )
        })
        .collect()
}

/// Waits until the lines are as expected at one of some moments; reports the difference if they never are.
async fn until_said(page: &Page<'_>, what: &str, moments: &[Lines]) -> Outcome {
    let mut wrong = Vec::new();
    for _ in 0..100 {
        let shown = opening_lines(page).await?;
        let services: std::collections::BTreeSet<usize> =
            shown.iter().map(|(place, _)| *place).collect();
        assert_eq!(
            services,
            moments.iter().flat_map(Lines::keys).copied().collect(),
            "who has a line"
        );
        wrong = differences(&shown, moments);
        if wrong.is_empty() {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Err(format!("{what}: {wrong:#?}").into())
}

async fn before_the_app_runs_nothing_is_claimed(engine: Engine) -> Outcome {
    let browser = engine.on_a_phone().await?;
    for fault in [Fault::NoScripts, Fault::WasmHeldBack, Fault::WasmRefused] {
        let site = Serving::dist().with(fault).start().await?;
        let page = Page::of(&browser, &site);
        page.open().await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let shown = opening_lines(&page).await?;
        assert!(shown.len() > 30, "{fault:?}: only {} lines", shown.len());
        let claims: Vec<_> = shown.iter().filter(|(_, line)| !line.is_empty()).collect();
        assert!(claims.is_empty(), "{fault:?}: {claims:?}");
    }
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "the browser's clock is this machine's"
)]
fn this_second() -> Outcome<i64> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    Ok(i64::try_from(since.as_secs())?)
}

async fn the_lines_say_what_is_open_at_this_very_moment(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    let before = this_second()?;
    page.open_ready().await?;
    let expected = Expected::of(&page).await?;
    // A minute may begin meanwhile.
    let moments = [expected.lines(before), expected.lines(this_second()? + 5)];
    until_said(&page, "now", &moments).await?;
    for id in OF_THE_START {
        let place = expected.place(id)?;
        let start: String = page
            .eval(
                "return document.querySelector(`.view--start [data-open-status=\"${arguments[0]}\"]`).innerText",
                vec![json!(place)],
            )
            .await?;
        assert!(
            moments
                .iter()
                .any(|lines| lines.get(&place) == Some(&start)),
            "the start says “{start}” of {id}"
        );
    }
    open_the_list(&page).await?;
    until_said(&page, "in the list", &moments).await?;
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

/// A moment from an ISO 8601 string in UTC.
fn moment(written: &str) -> Outcome<i64> {
    Ok(written.parse::<jiff::Timestamp>()?.as_second())
}

async fn is_right_at(
    page: &Page<'_>,
    expected: &Expected,
    what: &str,
    seconds: i64,
) -> Outcome<Lines> {
    page.site.stop_the_clock_at(seconds);
    page.open_ready().await?;
    let lines = expected.lines(seconds);
    until_said(page, what, std::slice::from_ref(&lines)).await?;
    Ok(lines)
}

async fn the_lines_follow_the_clock_of_the_phone(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let expected = Expected::of(&page).await?;
    let stalking = expected.place(STALKING)?;
    for (what, written, line) in [
        (
            "a Monday morning",
            "2026-12-07T10:00:00Z",
            "Open now, at least until 4pm.",
        ),
        (
            "a Sunday night",
            "2026-12-06T23:30:00Z",
            "Closed now. It should be open from tomorrow at 9:30am.",
        ),
        (
            "Christmas",
            "2026-12-25T11:00:00Z",
            "It may be closed today for a bank holiday.",
        ),
    ] {
        let lines = is_right_at(&page, &expected, what, moment(written)?).await?;
        assert_eq!(
            lines.get(&stalking).map(String::as_str),
            Some(line),
            "{what}"
        );
    }
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn in_another_time_zone_the_lines_are_the_same(engine: Engine) -> Outcome {
    for (zone, minutes) in [("America/Los_Angeles", 480), ("Pacific/Kiritimati", -840)] {
        let site = Serving::dist().start().await?;
        let browser = engine.abroad(zone).await?;
        let page = Page::of(&browser, &site);
        page.open_ready().await?;
        let offset: i64 = page
            .eval("return new Date(2026, 11, 1).getTimezoneOffset()", vec![])
            .await?;
        assert_eq!(offset, minutes, "the phone is not in {zone}");
        let expected = Expected::of(&page).await?;
        for written in [
            "2026-12-07T10:00:00Z",
            "2026-12-06T23:30:00Z",
            "2026-12-25T00:30:00Z",
        ] {
            is_right_at(
                &page,
                &expected,
                &format!("{written} in {zone}"),
                moment(written)?,
            )
            .await?;
        }
    }
    Ok(())
}

async fn nothing_moves_when_the_lines_come(engine: Engine) -> Outcome {
    let mut moved = Vec::new();
    for size in [Size::SMALL_PHONE, Size::PHONE] {
        let browser = engine.start(size, Scheme::Light).await?;
        for written in [
            "2026-12-07T10:00:00Z",
            "2026-12-06T23:30:00Z",
            "2026-12-25T11:00:00Z",
            "2027-01-13T12:30:00Z",
        ] {
            let site = Serving::dist().with(Fault::WasmHeldBack).start().await?;
            site.stop_the_clock_at(moment(written)?);
            let found = what_moves(&browser, &site, written).await?;
            moved.extend(
                found
                    .into_iter()
                    .map(|what| format!("{size:?} at {written}: {what}")),
            );
        }
    }
    assert!(moved.is_empty(), "{moved:#?}");
    Ok(())
}

async fn what_moves(browser: &Browser, site: &Site, written: &str) -> Outcome<Vec<String>> {
    let page = Page::of(browser, site);
    page.open().await?;
    let expected = Expected::of(&page).await?;
    page.exec(WATCH, vec![]).await?;
    let before: Vec<(String, f64)> = page.eval(PLACES, vec![]).await?;
    site.release();
    page.until_ready().await?;
    until_said(&page, written, &[expected.lines(moment(written)?)]).await?;
    let after: Vec<(String, f64)> = page.eval(PLACES, vec![]).await?;
    let pairs = before.iter().zip(&after);
    let mut moved: Vec<String> = pairs
        .filter(|(before, after)| before != after)
        .map(|(before, after)| format!("{before:?} became {after:?}"))
        .collect();
    let shifts: Vec<f64> = page.eval("return window.shifts", vec![]).await?;
    moved.extend(shifts.iter().map(|shift| format!("a shift of {shift}")));
    Ok(moved)
}

/// Only Chromium keeps such entries.
const WATCH: &str = "window.shifts = [];
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
            .observe({ type: 'layout-shift' });
    }";

/// The position of every element of the start, and of each line below it.
const PLACES: &str = "return [...document.querySelectorAll('.view--start > *, .view--start .call__meta > *, .view__summary')]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > 0)
    .map((element) => [`${element.localName}.${element.className}`, Math.round(element.getBoundingClientRect().top + scrollY)])";
