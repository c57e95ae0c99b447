//! The three questions on a small phone: ranking and reasons, by touch and with the keyboard alone.

use serde_json::json;
use sidedoor::domain::view::View;

use super::{
    AGAIN, CHOOSE, FOCUSED, Phone, SEARCH, answer, found, no_card_is_lost, order, row, tab_to,
    until_asked,
};
use crate::harness::page::Shown;
use crate::harness::{Engine, Key, Outcome, Page};

// The app's own rules are the same in every engine.
journeys!(in chromium:
    the_answers_put_the_right_services_first,
    a_question_can_be_skipped_and_changed_and_all_taken_back,
    the_answers_outlast_another_view,
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
    let built = order(&page).await?;
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
            "Services that match your answers: {}. They are shown first, with the reason. The others are below.",
            now.names.len()
        );
        assert_eq!((now.said.as_str(), now.seen), (said.as_str(), true));
        no_card_is_lost(&page).await?;
        page.press(AGAIN).await?;
        found(&page).await?;
        assert_eq!(order(&page).await?, built, "after {answers:?}");
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
    no_card_is_lost(&page).await?;
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
    // The next control is in the first card.
    page.key(Key::Tab).await?;
    let next: bool = page
        .eval("return document.activeElement.closest('.service') === document.querySelector('[data-found] .service')", vec![])
        .await?;
    assert!(
        next,
        "the keyboard goes elsewhere than to the first service"
    );
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

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
    no_card_is_lost(&page).await
}
