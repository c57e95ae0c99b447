//! Guidance in the running page: choices and ticks, search, print and reading aloud. Print is tested in
//! Chromium, the only one that can emulate print media.

mod aloud;

use domain::view::View;
use serde_json::json;
use thirtyfour::By;

use crate::harness::page::{Shown, part};
use crate::harness::{
    Answer, Browser, Engine, Fault, Key, Outcome, Page, Scene, Scheme, Serving, Site, Size,
};

// The app's own rules are the same in every engine.
journeys!(in chromium:
    everyday_words_lead_to_the_guide,
    answers_show_what_fits,
);
journeys!(in every engine:
    without_scripts_an_answer_picks_what_fits,
    ticks_stay_in_the_page_and_go_with_it,
);
journeys!(in chromium and webkit: the_search_is_one_touch_away_everywhere);
journeys!(in chromium: a_guide_is_printed_alone_and_only_meanwhile, on_paper_a_guide_is_alone, on_paper_the_pages_to_fill_in_are_alone);
cases!(answers_show_what_fits:
    an_answer_picks_what_fits_and_everything_can_be_shown_again,
    several_answers_show_what_fits_any_of_them,
    only_what_was_ticked_is_shown_if_somebody_wants_that,
);

/// A phone in one view, with every `details` in it open.
struct Reading {
    site: Site,
    browser: Browser,
    view: View,
}

impl Reading {
    async fn of(engine: Engine, view: View) -> Outcome<Self> {
        let site = Serving::dist().start().await?;
        let browser = engine.start(Size::SMALL_PHONE, Scheme::Light).await?;
        let reading = Self {
            site,
            browser,
            view,
        };
        let page = reading.page();
        page.open_ready().await?;
        page.show(view).await?;
        page.unfold().await?;
        Ok(reading)
    }

    fn page(&self) -> Page<'_> {
        Page::of(&self.browser, &self.site)
    }

    /// The selector of what is inside the part.
    fn below(&self, selector: &str) -> String {
        format!("{} {selector}", part(self.view))
    }

    /// The headings of the visible conditional sections in the guide with this heading.
    async fn fitting(&self, guide: &str) -> Outcome<Vec<String>> {
        fitting(&self.page(), guide).await
    }
}

/// See [`Reading::fitting`].
async fn fitting(page: &Page<'_>, guide: &str) -> Outcome<Vec<String>> {
    page.eval(
        "const guides = [...document.querySelectorAll('[data-guide]')];
        const guide = guides.find((guide) => guide.querySelector('h3').textContent === arguments[0]);
        const parts = [...guide.querySelectorAll('[data-fits]')].filter((part) => part.checkVisibility());
        return parts.map((part) => part.querySelector('h4').textContent)",
        vec![json!(guide)],
    )
    .await
}

/// The checkbox or the button of an answer, a point or a choice, by its label.
async fn boxed(page: &Page<'_>, words: &str) -> Outcome<String> {
    page.eval(
        "const labels = [...document.querySelectorAll('[data-guide] label')];
        const label = labels.find((label) => label.checkVisibility() && label.textContent.includes(arguments[0]));
        label.querySelector('input').setAttribute('data-under-test', arguments[0]);
        return `[data-under-test=\"${arguments[0]}\"]`",
        vec![json!(words)],
    )
    .await
}

async fn tick(page: &Page<'_>, words: &str) -> Outcome {
    let input = boxed(page, words).await?;
    page.press(&input).await
}

const PHONES: &str = "Which phone is it?";

async fn an_answer_picks_what_fits_and_everything_can_be_shown_again(engine: Engine) -> Outcome {
    let reading = Reading::of(engine, View::Phone).await?;
    let page = reading.page();
    let all = reading.fitting(PHONES).await?;
    assert_eq!(all.len(), 3, "{all:?}");
    tick(&page, "An Android phone").await?;
    assert_eq!(reading.fitting(PHONES).await?, ["On an Android phone"]);
    tick(&page, "An iPhone").await?;
    assert_eq!(reading.fitting(PHONES).await?, ["On an iPhone"]);
    tick(&page, "Show everything").await?;
    assert_eq!(reading.fitting(PHONES).await?, all);
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn without_scripts_an_answer_picks_what_fits(engine: Engine) -> Outcome {
    let site = Serving::dist().with(Fault::NoScripts).start().await?;
    let browser = engine.start(Size::SMALL_PHONE, Scheme::Light).await?;
    let page = Page::of(&browser, &site);
    page.open().await?;
    page.show(View::Phone).await?;
    page.unfold().await?;
    assert_eq!(fitting(&page, PHONES).await?.len(), 3);
    tick(&page, "An Android phone").await?;
    assert_eq!(fitting(&page, PHONES).await?, ["On an Android phone"]);
    Ok(())
}

async fn several_answers_show_what_fits_any_of_them(engine: Engine) -> Outcome {
    const PLAN: &str = "Your own checklist";
    let reading = Reading::of(engine, View::Plan).await?;
    let page = reading.page();
    let all = reading.fitting(PLAN).await?;
    assert_eq!(all.len(), 9, "{all:?}");
    for words in ["Money", "A car"] {
        tick(&page, words).await?;
    }
    assert_eq!(reading.fitting(PLAN).await?, ["A car", "Money"]);
    for words in ["Money", "A car"] {
        tick(&page, words).await?;
    }
    assert_eq!(reading.fitting(PLAN).await?, all);
    Ok(())
}

const SEEN_BOXES: &str = "return [...document.querySelectorAll('[data-guide] .box')].filter((box) => box.checkVisibility()).map((box) => box.textContent)";
const TICKED: &str = "return document.querySelectorAll('[data-guide] :is(.box, .choices) :checked:not([value=\"0\"])').length";

async fn only_what_was_ticked_is_shown_if_somebody_wants_that(engine: Engine) -> Outcome {
    let reading = Reading::of(engine, View::Stalking).await?;
    let page = reading.page();
    let all: Vec<String> = page.eval(SEEN_BOXES, vec![]).await?;
    assert!(all.len() >= 10, "{all:?}");
    tick(&page, "I keep looking out for them").await?;
    tick(&page, "Show only what I ticked").await?;
    let seen: Vec<String> = page.eval(SEEN_BOXES, vec![]).await?;
    assert_eq!(seen, ["I keep looking out for them."]);
    tick(&page, "Show only what I ticked").await?;
    assert_eq!(page.eval::<Vec<String>>(SEEN_BOXES, vec![]).await?, all);
    Ok(())
}

/// They persist while the person looks round, also behind the cover; navigation away resets them.
async fn ticks_stay_in_the_page_and_go_with_it(engine: Engine) -> Outcome {
    let scene = Scene::ready(engine, Answer::Never).await?;
    let page = scene.page();
    page.show(View::Stalking).await?;
    page.unfold().await?;
    for event in ["x-page:left", "pagehide"] {
        tick(&page, "I keep looking out for them").await?;
        page.back_to_start().await?;
        page.show(View::Stalking).await?;
        assert_eq!(page.eval::<usize>(TICKED, vec![]).await?, 1);
        page.exec("dispatchEvent(new Event(arguments[0]))", vec![json!(event)])
            .await?;
        assert_eq!(page.eval::<usize>(TICKED, vec![]).await?, 0, "{event}");
    }
    tick(&page, "I keep looking out for them").await?;
    // Offline, so that scripts still run in the page.
    page.exec(
        "Object.defineProperty(navigator, 'onLine', { get: () => false })",
        vec![],
    )
    .await?;
    page.key(Key::Escape).await?;
    assert_eq!(page.eval::<usize>(TICKED, vec![]).await?, 0, "the exit");
    let kept = page
        .browser
        .driver
        .execute_async(include_str!("harness/js/kept.js"), Vec::new())
        .await?;
    assert_eq!(kept.convert::<Vec<String>>()?, [""; 0]);
    Ok(())
}

const SEARCH: &str = ".finder > .field .field__box";

async fn search_for(page: &Page<'_>, words: &str) -> Outcome {
    let field = page.browser.driver.find(By::Css(SEARCH)).await?;
    field.send_keys(words).await?;
    page.until(
        "something to read is offered",
        "return document.querySelector('[data-to-read]:not([hidden]) button') !== null",
        vec![],
    )
    .await
}

async fn everyday_words_lead_to_the_guide(engine: Engine) -> Outcome {
    let reading = Reading::of(engine, View::Helplines).await?;
    let page = reading.page();
    let (address, history) = (page.address().await?, page.history_length().await?);
    let asked = reading.site.requests();
    search_for(&page, "trackr on my car").await?;
    let first: Vec<String> = page
        .eval(
            "return [...document.querySelector('.to-read__row').children].map((line) => line.textContent)",
            vec![],
        )
        .await?;
    assert_eq!(first, ["Small tracking tags", "Your phone and accounts"]);
    page.press(".to-read__row").await?;
    page.until_shown(&Shown::only(View::Phone)).await?;
    let open: (bool, f64) = page
        .eval(
            "const title = document.activeElement; return [title.matches('summary') && title.textContent.startsWith('Small tracking tags') && title.parentElement.open, title.getBoundingClientRect().top]",
            vec![],
        )
        .await?;
    assert!(open.0, "the guide is not open with the keyboard at it");
    assert!(
        (-1.0..300.0).contains(&open.1),
        "its title is at {}",
        open.1
    );
    assert_eq!(page.address().await?, address);
    assert_eq!(page.history_length().await?, history);
    assert_eq!(reading.site.requests(), asked, "something was asked for");

    // The results stay for the whole visit.
    page.press(".nav__search").await?;
    page.until_shown(&Shown::only(View::Helplines)).await?;
    let offered: usize = page
        .eval(
            "return document.querySelectorAll('.to-read__row').length",
            vec![],
        )
        .await?;
    assert!(offered > 0);
    page.press(".finder__again").await?;
    page.until(
        "nothing is offered",
        "return document.querySelector('[data-to-read]').hidden && document.querySelectorAll('.to-read__row').length === 0",
        vec![],
    )
    .await?;
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn the_search_is_one_touch_away_everywhere(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.start(Size::SMALL_PHONE, Scheme::Light).await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    for view in View::ALL {
        let button = if view == View::Start {
            ".view--start [data-search]"
        } else {
            page.show(view).await?;
            ".nav__search"
        };
        page.press(button).await?;
        page.until_shown(&Shown::only(View::Helplines)).await?;
        page.until(
            "the search has the keyboard",
            "return document.activeElement.matches(arguments[0])",
            vec![json!(SEARCH)],
        )
        .await?;
        page.back_to_start().await?;
        page.until_shown(&Shown::the_start()).await?;
    }
    Ok(())
}

async fn a_guide_is_printed_alone_and_only_meanwhile(engine: Engine) -> Outcome {
    let reading = Reading::of(engine, View::Law).await?;
    let page = reading.page();
    page.exec(
        "window.printed = []; window.print = () => { window.printed.push('printing' in document.documentElement.dataset && document.querySelector('[data-printed] h3').textContent); dispatchEvent(new Event('afterprint')); }",
        vec![],
    )
    .await?;
    page.press(&reading.below(".block [data-print]")).await?;
    let printed: Vec<String> = page.eval("return window.printed", vec![]).await?;
    assert_eq!(printed, ["How to ask the police for an order"]);
    let left: usize = page
        .eval(
            "return document.querySelectorAll('[data-printing], [data-printed]').length",
            vec![],
        )
        .await?;
    assert_eq!(left, 0);
    Ok(())
}

async fn on_paper(page: &Page<'_>, button: &str) -> Outcome<String> {
    page.exec("window.print = () => {}", vec![]).await?;
    page.press(button).await?;
    let paper = json!({ "media": "print" });
    let tools = page.browser.driver.cdp();
    tools.send_raw("Emulation.setEmulatedMedia", paper).await?;
    page.eval(include_str!("harness/js/ink.js"), vec![]).await
}

async fn on_paper_a_guide_is_alone(engine: Engine) -> Outcome {
    let reading = Reading::of(engine, View::Plan).await?;
    let page = reading.page();
    for words in ["Money", "A car"] {
        tick(&page, words).await?;
    }
    let words = on_paper(&page, &reading.below(".block [data-print]")).await?;
    assert!(words.starts_with("Your own checklist"), "{words}");
    for there in [
        "A car Check around it",
        "Money Open a bank account",
        "Last compared with published pages: 21 November 2026",
    ] {
        assert!(words.contains(there), "{there} is not on paper: {words}");
    }
    for gone in [
        "Print this advice",
        "What should your plan be for?",
        "Noisy gravel",
        "noisy gravel",
        "Leave this page",
        "A code word",
        "If you are in danger",
    ] {
        assert!(!words.contains(gone), "{gone} is on paper: {words}");
    }
    Ok(())
}

async fn on_paper_the_pages_to_fill_in_are_alone(engine: Engine) -> Outcome {
    for (page_of, times) in [(":not(:has(.sheets))", 1), (":has(.sheets)", 4)] {
        let reading = Reading::of(engine, View::Diary).await?;
        let page = reading.page();
        let button = reading.below(&format!(".paper{page_of} [data-print]"));
        let words = on_paper(&page, &button).await?;
        assert!(words.starts_with("Number"), "{words}");
        assert_eq!(words.matches("What happened").count(), times, "{words}");
        for gone in ["stalk", "diary", "Diary", "police", "999", "Print"] {
            assert!(!words.contains(gone), "{gone} is on paper: {words}");
        }
    }
    Ok(())
}
