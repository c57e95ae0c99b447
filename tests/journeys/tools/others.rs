//! The converter and the recipe book.

use decoys::Decoy;
use serde_json::json;

use super::{open, open_ready, text};
use crate::harness::{Engine, Fault, Outcome, Page, Serving};

// Numbers and words are the decoy's own, which has native tests as well; `calculating` runs in two engines.
journeys!(in chromium:
    the_converter_answers,
    the_recipes_scale_and_are_found,
    without_scripts_the_tables_and_the_recipes_are_there,
);

const ANSWER: &str = "[data-answer]";

async fn choose(page: &Page<'_>, select: &str, value: &str) -> Outcome {
    let script = "const select = document.querySelector(arguments[0]);
        select.value = arguments[1];
        select.dispatchEvent(new Event('change', { bubbles: true }))";
    page.exec(script, vec![json!(select), json!(value)]).await
}

async fn write(page: &Page<'_>, field: &str, text: &str) -> Outcome {
    let script =
        "const field = document.querySelector(arguments[0]); field.value = ''; field.focus()";
    page.exec(script, vec![json!(field)]).await?;
    page.type_keys(text).await
}

/// The selection, the text of the field, and the status.
const ANSWERS: [(&str, &str, &str, &str, &str); 7] = [
    ("length", "inch", "centimetre", "1", "1 in = 2.54 cm"),
    (
        "weight",
        "stone",
        "kilogram",
        "10.5",
        "10.5 st ≈ 66.678078 kg",
    ),
    (
        "temperature",
        "celsius",
        "fahrenheit",
        "-40",
        "−40 °C = −40 °F",
    ),
    ("cooking", "cup", "millilitre", "1 1/2", "1.5 cup = 375 ml"),
    (
        "oven",
        "gas-mark",
        "oven-celsius",
        "4",
        "4 gas mark ≈ 180 °C",
    ),
    (
        "oven",
        "gas-mark",
        "oven-celsius",
        "40",
        "There is no such value. Please check the amount.",
    ),
    (
        "speed",
        "knot",
        "mile-per-hour",
        "2,5",
        "Write the amount as a number, like 2.5 or 1/2.",
    ),
];

async fn the_converter_answers(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    open_ready(&page, Decoy::Converter).await?;
    let history = page.history_length().await?;
    for (kind, from, to, amount, answer) in ANSWERS {
        choose(&page, "[data-kind]", kind).await?;
        choose(&page, "[data-from]", from).await?;
        choose(&page, "[data-to]", to).await?;
        write(&page, "[data-amount]", amount).await?;
        page.press("[data-convert]").await?;
        assert_eq!(text(&page, ANSWER).await?, answer);
    }
    choose(&page, "[data-kind]", "length").await?;
    write(&page, "[data-amount]", "254\n").await?;
    assert_eq!(
        text(&page, ANSWER).await?,
        "254 mm = 25.4 cm",
        "Enter answers"
    );
    page.press("[data-swap]").await?;
    assert_eq!(text(&page, ANSWER).await?, "254 cm = 2,540 mm");
    assert_eq!(page.history_length().await?, history, "the history grew");
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn the_recipes_scale_and_are_found(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    open_ready(&page, Decoy::Recipes).await?;
    write(&page, "[data-wanted]", "Lentil\n").await?;
    assert_eq!(text(&page, "[data-found]").await?, "Dishes found: 1");
    let shown = "return [...document.querySelectorAll('.dish')].filter((dish) => dish.checkVisibility()).map((dish) => dish.querySelector('h2').textContent)";
    let names: Vec<String> = page.eval(shown, vec![]).await?;
    assert_eq!(names, ["Red lentil dal"]);
    page.press(".dish:not([hidden]) > summary").await?;
    let first = ".dish:not([hidden]) .dish__needs li";
    assert_eq!(text(&page, first).await?, "250 g red lentils");
    page.press(".dish:not([hidden]) [data-step='more']").await?;
    page.press(".dish:not([hidden]) [data-step='more']").await?;
    assert_eq!(
        text(&page, ".dish:not([hidden]) .portions__count").await?,
        "6"
    );
    assert_eq!(text(&page, first).await?, "375 g red lentils");
    let onion = ".dish:not([hidden]) .dish__needs li:nth-child(2)";
    assert_eq!(text(&page, onion).await?, "1½ onion, chopped");
    for _ in 0..9 {
        page.press(".dish:not([hidden]) [data-step='fewer']")
            .await?;
    }
    assert_eq!(
        text(&page, ".dish:not([hidden]) .portions__count").await?,
        "1"
    );
    assert_eq!(text(&page, onion).await?, "¼ onion, chopped");

    write(&page, "[data-wanted]", "2580\n").await?;
    assert_eq!(
        text(&page, "[data-found]").await?,
        "No dish found. Try one word, like rice."
    );
    write(&page, "[data-wanted]", "").await?;
    page.press("[data-search]").await?;
    let names: Vec<String> = page.eval(shown, vec![]).await?;
    assert_eq!(names.len(), 9);
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn without_scripts_the_tables_and_the_recipes_are_there(engine: Engine) -> Outcome {
    let site = Serving::dist().with(Fault::NoScripts).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    open(&page, Decoy::Converter).await?;
    assert!(text(&page, ".tables").await?.contains("30.48"));
    open(&page, Decoy::Recipes).await?;
    page.press(".dish > summary").await?;
    let seen = "return document.querySelector('.dish__steps').getBoundingClientRect().height > 40";
    assert!(page.eval::<bool>(seen, vec![]).await?);
    let note =
        "return document.querySelector('noscript .tool__note').getBoundingClientRect().height > 0";
    assert!(page.eval::<bool>(note, vec![]).await?);
    Ok(())
}
