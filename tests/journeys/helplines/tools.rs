//! What a helper may do with a number: copy it, show it large, print the card of five.
//!
//! Only Chromium's driver can allow the clipboard and read it. In the other engines a mock replaces
//! `writeText`, so they are tested as far as that call. Print is tested in Chromium, the only one that can
//! emulate print media.

use serde_json::json;

use super::{Phone, SERVICES};
use crate::harness::{Engine, Outcome, Page};

journeys!(in every engine: a_number_is_copied_alone_and_it_is_said);
journeys!(in chromium and webkit: a_card_is_shown_large_and_as_before);
// Clipboard and printer are mocked: the rest is the app's code.
journeys!(in chromium:
    where_the_browser_refuses_to_copy_it_is_said,
    printing_the_card_hides_the_rest_only_meanwhile,
    on_paper_the_card_is_alone,
);

/// A service, and its number.
const NAME: &str = "National Stalking Helpline";
const NUMBER: &str = "0808 802 0300";

/// The card of a service by its name, with every `details` in it open.
async fn card(page: &Page<'_>) -> Outcome<String> {
    let place: i64 = page
        .eval(
            "const cards = [...document.querySelectorAll('.service')];
            const card = cards.find((card) => card.querySelector('.service__name').textContent === arguments[0]);
            return Number(card.id.slice(1))",
            vec![json!(NAME)],
        )
        .await?;
    let card = format!("#s{place}");
    page.press(&format!("{card} .more__summary")).await?;
    page.until(
        "More is open",
        "return document.querySelector(arguments[0]).open",
        vec![json!(format!("{card} .more"))],
    )
    .await?;
    Ok(card)
}

async fn until_it_says(page: &Page<'_>, card: &str, line: &str) -> Outcome {
    page.until(
        &format!("“{line}” is said"),
        "return document.querySelector(arguments[0]).textContent === arguments[1] && document.querySelector(arguments[0]).role === 'status'",
        vec![json!(format!("{card} .more__status")), json!(line)],
    )
    .await
}

async fn a_number_is_copied_alone_and_it_is_said(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    let card = card(&page).await?;
    if engine == Engine::Chromium {
        let grant = json!({ "origin": phone.site.origin(), "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        page.browser
            .driver
            .cdp()
            .send_raw("Browser.grantPermissions", grant)
            .await?;
        // The policy forbids reading the clipboard, so a spy records what is written.
        page.exec("const { clipboard } = navigator; const write = clipboard.writeText.bind(clipboard); clipboard.writeText = (text) => { window.copied = text; return write(text); }", vec![]).await?;
    } else {
        page.exec("Object.defineProperty(navigator, 'clipboard', { value: { writeText(text) { window.copied = text; return Promise.resolve(); } } })", vec![]).await?;
    }
    page.press(&format!("{card} [data-copy]")).await?;
    until_it_says(
        &page,
        &card,
        "Only the number was copied. This phone may keep a list of what you copy.",
    )
    .await?;
    let copied: String = page.eval("return window.copied", vec![]).await?;
    assert_eq!(copied, NUMBER);
    // In a screen reader's list of buttons each says for which service or guide it is.
    let awake = "[...document.querySelectorAll('.tool, .more__tools button')].filter((button) => !button.disabled).map((button) => button.textContent)";
    let (names, distinct): (usize, usize) = page
        .eval(
            &format!("const names = {awake}; return [names.length, new Set(names).size]"),
            vec![],
        )
        .await?;
    assert!(names > 1 && names == distinct, "{distinct} of {names}");
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn where_the_browser_refuses_to_copy_it_is_said(engine: Engine) -> Outcome {
    for refusal in [
        "{ value: { writeText: () => Promise.reject(new DOMException('No.', 'NotAllowedError')) } }",
        "{ value: undefined }",
    ] {
        let phone = Phone::at_the_list(engine).await?;
        let page = phone.page();
        let card = card(&page).await?;
        page.exec(
            &format!("Object.defineProperty(navigator, 'clipboard', {refusal})"),
            vec![],
        )
        .await?;
        page.press(&format!("{card} [data-copy]")).await?;
        until_it_says(
            &page,
            &card,
            "This browser cannot copy it. Press and hold the number instead.",
        )
        .await?;
        assert_eq!(page.console_errors().await?, [""; 0]);
    }
    Ok(())
}

/// The font size of the number on a card, and the state of its button.
async fn size(page: &Page<'_>, card: &str) -> Outcome<(f64, String)> {
    page.eval(
        "const card = document.querySelector(arguments[0]);
        return [parseFloat(getComputedStyle(card.querySelector('.call__number')).fontSize), card.querySelector('[data-large][aria-pressed]').getAttribute('aria-pressed')]",
        vec![json!(card)],
    )
    .await
}

async fn a_card_is_shown_large_and_as_before(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    let card = card(&page).await?;
    let button = format!("{card} button[data-large]");
    let before = size(&page, &card).await?;
    assert_eq!(before.1, "false");
    page.press(&button).await?;
    let large = size(&page, &card).await?;
    assert_eq!(large.1, "true");
    assert!(
        large.0 > before.0 * 1.15,
        "the number was {} px and is {} px",
        before.0,
        large.0
    );
    let top = page.top_of(&button).await?;
    assert!(
        (-1.0..568.0).contains(&top),
        "the button that was pressed is at {top}"
    );
    page.press(&button).await?;
    assert_eq!(size(&page, &card).await?, before);
    let others: usize = page
        .eval(
            "return document.querySelectorAll('.service[data-large]').length",
            vec![],
        )
        .await?;
    assert_eq!(others, 0);
    Ok(())
}

async fn printing_the_card_hides_the_rest_only_meanwhile(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    page.exec(
        "window.printed = []; window.print = () => { window.printed.push('printing' in document.documentElement.dataset); dispatchEvent(new Event('afterprint')); }",
        vec![],
    )
    .await?;
    page.press(".fold [data-print]").await?;
    let printed: Vec<bool> = page.eval("return window.printed", vec![]).await?;
    assert_eq!(printed, [true], "printed once, and marked meanwhile");
    assert!(
        !page
            .eval::<bool>(
                "return 'printing' in document.documentElement.dataset",
                vec![]
            )
            .await?
    );
    Ok(())
}

async fn on_paper_the_card_is_alone(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    let driver = &page.browser.driver;
    let paper = json!({ "media": "print" });
    driver
        .cdp()
        .send_raw("Emulation.setEmulatedMedia", paper)
        .await?;
    let cards: usize = page.eval("return [...document.querySelectorAll('.service')].filter((card) => card.checkVisibility()).length", vec![]).await?;
    assert_eq!(cards, SERVICES, "the page as it is prints every service");
    page.exec(
        "document.documentElement.setAttribute('data-printing', ''); document.querySelector('[data-printable]:has(.fold__card)').setAttribute('data-printed', '')",
        vec![],
    )
    .await?;
    let words: String = page
        .eval(include_str!("../harness/js/ink.js"), vec![])
        .await?;
    let card: String = page
        .eval(
            "return document.querySelector('.fold__card').innerText",
            vec![],
        )
        .await?;
    let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(bare(&words), bare(&card));
    for line in ["999", "55", NUMBER] {
        assert!(words.contains(line), "{line} is not on the card: {words}");
    }
    let (left, right): (f64, f64) = page.eval("const { left, right } = document.querySelector('.fold__card').getBoundingClientRect(); return [left, right]", vec![]).await?;
    assert!(
        left > -1.0 && right > left + 100.0,
        "the card lies from {left} to {right}"
    );
    Ok(())
}
