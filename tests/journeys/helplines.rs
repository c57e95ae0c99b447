//! The list of services in the running page: what is open now, the search, the three questions, and
//! how many touches a number is away.

mod expected;
mod fits;
mod now;
mod questions;
mod quiet;
mod search;
mod tools;
mod touches;

use content::{Edition, read_edition};
use domain::view::View;
use serde::Deserialize;
use serde_json::json;
use thirtyfour::By;

use crate::harness::{Browser, Engine, Key, Outcome, Page, Scheme, Serving, Site, Size};

/// How many services the page lists.
const SERVICES: usize = 50;
/// The field of the search.
pub(crate) const SEARCH: &str = ".finder > .field .field__box";
/// The field for a county, a town or a police force.
pub(crate) const NEAR: &str = ".near .field__box";
/// The selector of the button that resets the search and every answer.
pub(crate) const AGAIN: &str = ".finder__again";
/// The selector that opens the three questions.
pub(crate) const CHOOSE: &str = ".finder__summary";

/// Fixture: a small phone with the page open.
struct Phone {
    site: Site,
    browser: Browser,
}

impl Phone {
    /// At the start, with the app ready.
    async fn at_the_start(engine: Engine) -> Outcome<Self> {
        let site = Serving::dist().start().await?;
        let browser = engine.start(Size::SMALL_PHONE, Scheme::Light).await?;
        let phone = Self { site, browser };
        phone.page().open_ready().await?;
        Ok(phone)
    }

    /// At the list of services.
    async fn at_the_list(engine: Engine) -> Outcome<Self> {
        let phone = Self::at_the_start(engine).await?;
        open_the_list(&phone.page()).await?;
        Ok(phone)
    }

    fn page(&self) -> Page<'_> {
        Page::of(&self.browser, &self.site)
    }
}

async fn open_the_list(page: &Page<'_>) -> Outcome {
    page.show(View::Helplines).await
}

/// The edition that the page is built from.
fn edition() -> Outcome<Edition> {
    let root = test_support::project();
    Ok(read_edition(root, "en").map_err(|problems| problems.to_string())?)
}

/// The results in the list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Found {
    /// The text of the live region.
    status: String,
    /// Whether the section of results is visible.
    seen: bool,
    /// The names of the services in the results.
    names: Vec<String>,
    /// The reason of each match.
    reasons: Vec<String>,
    /// How many more results the button below them announces.
    left: usize,
    /// Results whose opening status or link is not that of their card.
    wrong: Vec<String>,
}

/// The results, once the list is stable.
pub(super) async fn found(page: &Page<'_>) -> Outcome<Found> {
    page.browser
        .driver
        .execute_async(AT_REST, Vec::new())
        .await?;
    let found: Found = page.eval(FOUND, vec![]).await?;
    assert_eq!(found.wrong, [""; 0], "not as on the card");
    Ok(found)
}

/// Waits until the list has not changed for a little longer than the debounce of the live region (700 ms). The page
/// measures this itself: its timers are slowed down alike, however busy the machine is.
const AT_REST: &str = "const [done] = arguments;
    let waiting;
    const again = () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => {
            observer.disconnect();
            done();
        }, 850);
    };
    const observer = new MutationObserver(again);
    observer.observe(document.querySelector('.finder').closest('[data-view]'), { subtree: true, childList: true, characterData: true });
    again()";

const FOUND: &str = "const place = document.querySelector('[data-found]');
    const rows = [...place.querySelectorAll('li')];
    const more = place.querySelector(':scope > .button');
    const cards = new Map([...document.querySelectorAll('.service')].map((card) => [card.querySelector('.service__name').textContent, card]));
    const name = (row) => row.querySelector('.result__name').textContent;
    const isWrong = (row) => {
        const card = cards.get(name(row));
        const hrefs = [...card.querySelectorAll('.service__contacts a')].map((link) => link.href);
        const links = [...row.querySelectorAll('a')].map((link) => link.href);
        const same = (row.querySelector('.now')?.textContent ?? '') === (card.querySelector('.now')?.textContent ?? '');
        return !same || (hrefs.length > 0 && links.length !== 1) || !links.every((link) => hrefs.includes(link));
    };
    return {
        status: document.querySelector('.finder__status').textContent.trim(),
        seen: place.checkVisibility(),
        names: rows.map(name),
        reasons: rows.map((row) => row.querySelector('.result__why')?.textContent ?? ''),
        left: more.hidden ? 0 : Number(more.textContent.match(/\\d+/)[0]),
        wrong: rows.filter(isWrong).map((row) => row.innerText),
    }";

/// Asserts that every card is in the page once, not hidden, in the order of the build.
async fn no_card_moves(page: &Page<'_>) -> Outcome {
    let cards: Vec<usize> = page
        .eval(
            "return [...document.querySelectorAll('.service')].filter((card) => !card.closest('[hidden]:not([data-view]), [data-found]')).map((card) => Number(card.id.slice(1)))",
            vec![],
        )
        .await?;
    assert_eq!(
        cards,
        (0..SERVICES).collect::<Vec<_>>(),
        "cards in their place"
    );
    Ok(())
}

/// Taps a field and types, a letter at a time.
pub(crate) async fn type_into(page: &Page<'_>, field: &str, text: &str) -> Outcome {
    page.press(field).await?;
    let element = page.browser.driver.find(By::Css(field)).await?;
    for letter in text.chars() {
        element.send_keys(letter.to_string()).await?;
    }
    let typed: String = page.eval(VALUE, vec![json!(field)]).await?;
    assert_eq!(typed, text, "{field} holds something else");
    Ok(())
}

const VALUE: &str = "return document.querySelector(arguments[0]).value";

/// The selector of a row of a question, by its text.
async fn row(page: &Page<'_>, question: usize, words: &str) -> Outcome<String> {
    let rows = format!("[data-question=\"{question}\"] .picks__rows");
    let place: usize = page
        .eval(
            "return 1 + [...document.querySelector(arguments[0]).children].findIndex((row) => row.textContent === arguments[1])",
            vec![json!(rows), json!(words)],
        )
        .await?;
    assert!(place > 0, "question {question} has no “{words}”");
    Ok(format!("{rows} > :nth-child({place})"))
}

/// Answers a question, or skips it, and waits for the next one.
pub(super) async fn answer(page: &Page<'_>, question: usize, words: &str) -> Outcome {
    page.press(&row(page, question, words).await?).await?;
    until_asked(page, question + 1).await
}

/// Waits until the focus is in a question, or after the last one in the results.
async fn until_asked(page: &Page<'_>, question: usize) -> Outcome {
    let title = match question {
        0..=2 => format!("[data-question=\"{question}\"] legend"),
        _ => "[data-found] h3".to_owned(),
    };
    page.until(
        &format!("{title} has the focus"),
        FOCUSED,
        vec![json!(title)],
    )
    .await
}

const FOCUSED: &str = "return document.activeElement.matches(arguments[0])";

/// Presses Tab until a control has the focus.
async fn tab_to(page: &Page<'_>, selector: &str) -> Outcome {
    for _ in 0..60 {
        page.key(Key::Tab).await?;
        if page.eval(FOCUSED, vec![json!(selector)]).await? {
            return Ok(());
        }
    }
    Err(format!("the keyboard does not reach {selector}").into())
}
