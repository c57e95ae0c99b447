//! Portions and search of the recipe book.

use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use crate::page::{empty_on_leaving, on_submit, one, one_as, set_text, submit};
use browser::{document, listen, select_all};
use decoys::number::{parse, shown};
use decoys::recipes::{Measure, PORTIONS, fits, scaled, written};

pub(super) fn wake() {
    let (Some(document), Some(field)) = (document(), one_as::<HtmlInputElement>("[data-wanted]"))
    else {
        return;
    };
    listen(&document, "click", |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("[data-step]").ok().flatten());
        if let Some(button) = button {
            step(&button);
        }
    });
    let own = field.clone();
    on_submit("[data-search]", &field, move || {
        let wanted = own.value();
        submit(&wanted);
        search(&wanted);
    });
    empty_on_leaving(&field);
}

/// Increments or decrements the portions of the button's recipe and rescales its amounts.
fn step(button: &Element) -> Option<()> {
    let recipe = button.closest("[data-recipe]").ok()??;
    let count = recipe.query_selector("[data-portions]").ok()??;
    let portions: u32 = count.get_attribute("data-portions")?.parse().ok()?;
    let now: u32 = count.text_content()?.trim().parse().ok()?;
    let more = button.get_attribute("data-step")? == "more";
    let wanted = if more { now + 1 } else { now.saturating_sub(1) };
    let wanted = wanted.clamp(PORTIONS.0, PORTIONS.1);
    set_text(&count, &in_digits(wanted));
    let amounts = recipe.query_selector_all("[data-measure]").ok()?;
    for index in 0..amounts.length() {
        let Some(amount) = amounts
            .get(index)
            .and_then(|node| node.dyn_into::<Element>().ok())
        else {
            continue;
        };
        rewrite(&amount, portions, wanted);
    }
    Some(())
}

fn rewrite(amount: &Element, portions: u32, wanted: u32) -> Option<()> {
    let measure = Measure::from_name(&amount.get_attribute("data-measure")?)?;
    let whole = parse(&amount.get_attribute("data-amount")?)?;
    set_text(amount, &written(scaled(whole, portions, wanted), measure));
    Some(())
}

/// Shows the recipes that contain every word and announces how many. An empty query shows all of them.
fn search(wanted: &str) {
    let wanted = small(wanted);
    let mut found = 0_u32;
    let recipes: Vec<HtmlElement> = select_all("[data-recipe]");
    for recipe in &recipes {
        let fits = fits(&small(&recipe.text_content().unwrap_or_default()), &wanted);
        recipe.set_hidden(!fits);
        found += u32::from(fits);
    }
    let Some(status) = one("[data-found]") else {
        return;
    };
    let words = |name: &str| status.get_attribute(name).unwrap_or_default();
    let line = if wanted.trim().is_empty() {
        String::new()
    } else if found == 0 {
        words("data-none")
    } else {
        let words = words("data-some");
        // `{count}`: searching for a character compiles to less code than searching for a string.
        let (before, rest) = words.split_once('{').unwrap_or((&words, ""));
        let (_, after) = rest.split_once('}').unwrap_or_default();
        [before, &in_digits(found), after].into_iter().collect()
    };
    set_text(&status, &line);
}

fn in_digits(count: u32) -> String {
    shown(count.into(), 12).text
}

/// Lowercases a text.
fn small(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}
