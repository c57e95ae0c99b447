//! The three questions on a small phone: ranking and reasons, by touch and with the keyboard alone.

use domain::view::View;
use serde_json::json;

use super::{
    AGAIN, CHOOSE, FOCUSED, Phone, SEARCH, answer, found, no_card_moves, row, tab_to, until_asked,
};
use crate::harness::page::Shown;
use crate::harness::{Engine, Key, Outcome, Page};

// The app's own rules are the same in every engine.
journeys!(in chromium:
    the_answers_put_the_right_services_first,
    a_question_can_be_skipped_and_changed_and_all_taken_back,
    the_answers_outlast_another_view,
    the_results_are_there_in_the_next_frame_and_none_is_lost,
);
journeys!(in chromium and webkit: the_questions_work_with_keys_alone);

/// The answers, then the services that rank first, each with its reasons.
type Case = ([&'static str; 3], &'static [(&'static str, &'static str)]);

const CASES: [Case; 5] = [
    (
        ["Hertfordshire", "A partner or an ex", "By speaking"],
        &[
            ("999", "If you are in danger"),
            (
                "Hertfordshire Domestic Abuse Helpline",
                "Near you: Hertfordshire. Helps with: A partner or an ex. You can call.",
            ),
            ("Safer Places", "Near you: Hertfordshire. You can call."),
            (
                "National Stalking Helpline",
                "Covers England. You can call.",
            ),
        ],
    ),
    (
        ["Scotland", "Skip this question", "Skip this question"],
        &[
            ("999", "If you are in danger"),
            (
                "National Stalking Helpline",
                "Also listed for people in Scotland.",
            ),
        ],
    ),
    (
        [
            "Skip this question",
            "Skip this question",
            "In British Sign Language",
        ],
        &[("999 BSL", "If you are in danger")],
    ),
    (
        ["Skip this question", "Skip this question", "By text"],
        &[
            ("999 on a mobile, without speaking", "If you are in danger"),
            (
                "999 on a landline, without speaking",
                "If you are in danger",
            ),
            ("999 by text (emergencySMS)", "If you are in danger"),
            ("Live Fear Free", "You can text."),
            ("Shout", "You can text."),
        ],
    ),
    (
        [
            "Skip this question",
            "Skip this question",
            "With an interpreter",
        ],
        &[(
            "National Domestic Abuse Helpline (England)",
            "You can ask for an interpreter.",
        )],
    ),
];

async fn the_answers_put_the_right_services_first(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    page.press(CHOOSE).await?;
    let mut wrong = Vec::new();
    for (answers, first) in CASES {
        for (question, words) in answers.into_iter().enumerate() {
            answer(&page, question, words).await?;
        }
        let now = found(&page).await?;
        let pairs: Vec<(&str, &str)> = now
            .names
            .iter()
            .zip(&now.reasons)
            .map(|(name, reason)| (name.as_str(), reason.as_str()))
            .collect();
        if pairs.get(..first.len()) != Some(first) {
            wrong.push(format!("{answers:?}: {pairs:#?}"));
        }
        let said = format!(
            "Services that match your answers: {}. They are shown first, with the reason. All services are below.",
            now.names.len() + now.left
        );
        assert_eq!((now.said.as_str(), now.seen), (said.as_str(), true));
        no_card_moves(&page).await?;
        page.press(AGAIN).await?;
        found(&page).await?;
        no_card_moves(&page).await?;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

/// The open questions, and the answers given, as the page shows them.
async fn asked(page: &Page<'_>) -> Outcome<(Vec<usize>, Vec<String>)> {
    page.eval(
        "const seen = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
        return [
            seen('[data-question]').map((question) => Number(question.dataset.question)),
            seen('.picked').map((answer) => answer.querySelector('span').innerText),
        ]",
        vec![],
    )
    .await
}

async fn a_question_can_be_skipped_and_changed_and_all_taken_back(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    page.press(CHOOSE).await?;
    assert_eq!(asked(&page).await?, (vec![0], vec![]));
    answer(&page, 0, "Skip this question").await?;
    let skipped = "Where are you? Prefer not to say".to_owned();
    assert_eq!(asked(&page).await?, (vec![1], vec![skipped.clone()]));
    assert!(
        !found(&page).await?.seen,
        "a skipped question lists no service"
    );
    answer(&page, 1, "A stranger, or I do not know who").await?;
    answer(&page, 2, "By typing").await?;
    let answers = vec![
        skipped,
        "Who is doing this to you? A stranger, or I do not know who".to_owned(),
        "How can you talk safely? By typing".to_owned(),
    ];
    assert_eq!(asked(&page).await?, (vec![], answers));
    let before = found(&page).await?;

    // “Change” of the last question.
    page.press("[data-question=\"2\"] + .picked button").await?;
    until_asked(&page, 2).await?;
    let by_typing = row(&page, 2, "By typing").await?;
    let pressed: String = page
        .eval(
            "return document.querySelector(arguments[0]).getAttribute('aria-pressed')",
            vec![json!(by_typing)],
        )
        .await?;
    assert_eq!(pressed, "true", "the answer so far is not marked");
    answer(&page, 2, "By text").await?;
    assert_ne!(found(&page).await?.names, before.names);

    page.press(AGAIN).await?;
    assert!(!found(&page).await?.seen);
    assert_eq!(asked(&page).await?, (vec![0], vec![]));
    no_card_moves(&page).await?;
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn the_questions_work_with_keys_alone(engine: Engine) -> Outcome {
    let phone = Phone::at_the_start(engine).await?;
    let page = phone.page();
    tab_to(&page, "[data-view=\"2\"] > .view__summary").await?;
    page.key(Key::Enter).await?;
    page.until_shown(&Shown::only(View::Helplines)).await?;
    tab_to(&page, SEARCH).await?;
    tab_to(&page, CHOOSE).await?;
    page.key(Key::Enter).await?;
    page.until(
        "the first question is there",
        "return document.querySelector('[data-question=\"0\"]').checkVisibility()",
        vec![],
    )
    .await?;
    for (question, words) in ["Scotland", "A partner or an ex", "By speaking"]
        .into_iter()
        .enumerate()
    {
        let row = row(&page, question, words).await?;
        tab_to(&page, &row).await?;
        page.key(Key::Enter).await?;
        until_asked(&page, question + 1).await?;
    }
    assert!(
        page.eval::<bool>(FOCUSED, vec![json!("[data-found] h3")])
            .await?
    );
    let now = found(&page).await?;
    assert!(now.seen && !now.names.is_empty());
    // The next controls are those of the first result: its name, which leads to its card, and its link.
    page.key(Key::Tab).await?;
    for selector in [
        "[data-found] li:first-child .result__name",
        "[data-found] li:first-child a",
    ] {
        let here: bool = page.eval(FOCUSED, vec![json!(selector)]).await?;
        assert!(here, "the keyboard goes elsewhere than to {selector}");
        page.key(Key::Tab).await?;
    }
    let (address, history) = (page.address().await?, page.history_length().await?);
    let second = now.names.get(1).ok_or("one result only")?;
    page.key(Key::Enter).await?;
    page.until("its card has the focus", AT_THE_CARD, vec![json!(second)])
        .await?;
    assert_eq!(page.address().await?, address);
    assert_eq!(page.history_length().await?, history);
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

/// Whether the name of a card has the focus, in the upper half of the screen.
const AT_THE_CARD: &str = "const name = document.activeElement;
    const { top } = name.getBoundingClientRect();
    return name.matches('.service > .service__name') && name.textContent === arguments[0] && top > -1 && top < innerHeight / 2";

/// A screen reader has the results as soon as the answer is on the screen, and every result can be reached.
async fn the_results_are_there_in_the_next_frame_and_none_is_lost(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    page.press(CHOOSE).await?;
    // A screen reader does not reach a card that the browser skips.
    page.until(
        "every card is laid out",
        "return document.querySelector('.service:not([data-laid-out])') === null",
        vec![],
    )
    .await?;
    let rows = page
        .browser
        .driver
        .execute_async(IN_THE_NEXT_FRAME, Vec::new())
        .await?;
    assert_eq!(rows.convert::<usize>()?, ROWS);
    let now = found(&page).await?;
    let count = now.names.len() + now.left;
    assert!(now.said.contains(&format!(": {count}.")), "{}", now.said);
    assert!(count > ROWS, "only {count} results");
    page.press(MORE).await?;
    let next = format!("[data-found] li:nth-child({}) .result__name", ROWS + 1);
    page.until("the next result has the focus", FOCUSED, vec![json!(next)])
        .await?;
    let all = found(&page).await?;
    assert_eq!((all.names.len(), all.left), (count, 0));
    assert_eq!(all.names.get(..ROWS), Some(&now.names[..]));
    no_card_moves(&page).await
}

/// How many results are shown at once.
const ROWS: usize = 24;
/// The button that shows more results.
const MORE: &str = "[data-found] > .button";
/// Answers the first question; the number of results before the next frame is drawn.
const IN_THE_NEXT_FRAME: &str = "const [done] = arguments;
    document.querySelector('[data-question=\"0\"] .pick').click();
    requestAnimationFrame(() => done([...document.querySelectorAll('[data-found] li')].filter((row) => row.checkVisibility()).length));";

async fn the_answers_outlast_another_view(engine: Engine) -> Outcome {
    let phone = Phone::at_the_list(engine).await?;
    let page = phone.page();
    page.press(CHOOSE).await?;
    answer(&page, 0, "Wales").await?;
    answer(&page, 1, "Skip this question").await?;
    let (questions, before) = (asked(&page).await?, found(&page).await?);
    page.back_to_start().await?;
    page.until_shown(&Shown::the_start()).await?;
    page.choose(View::Law).await?;
    page.until_shown(&Shown::only(View::Law)).await?;
    page.back_to_start().await?;
    page.until_shown(&Shown::the_start()).await?;
    page.choose(View::Helplines).await?;
    page.until_shown(&Shown::only(View::Helplines)).await?;
    assert_eq!(asked(&page).await?, questions);
    let after = found(&page).await?;
    assert!(after.seen);
    assert_eq!((after.names, after.reasons), (before.names, before.reasons));
    answer(&page, 2, "By speaking").await?;
    no_card_moves(&page).await
}
