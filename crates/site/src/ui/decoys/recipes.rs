//! The page of the recipe book.

use leptos::prelude::*;

use content::decoys::{Need, Recipe, RecipesText};
use decoys::number::parse;
use decoys::recipes::{Measure, written};

pub(super) fn view(text: &RecipesText, dishes: &[Recipe]) -> impl IntoView + use<> {
    let words = text.clone();
    let dishes = dishes
        .iter()
        .map(|recipe| dish(recipe, text))
        .collect_view();
    view! {
        <fieldset class="panel panel--search" disabled>
            <legend class="unseen">{words.go.clone()}</legend>
            <label class="field">
                <span class="field__name">{words.search}</span>
                <input
                    class="field__box" type="text" enterkeyhint="search" maxlength="64" autocomplete="off"
                    autocorrect="off" autocapitalize="off" data-wanted
                />
            </label>
            <button type="button" class="button" data-search>{words.go}</button>
            <output class="answer" data-found data-some=words.some data-none=words.none></output>
        </fieldset>
        <div class="dishes">{dishes}</div>
    }
}

fn dish(recipe: &Recipe, text: &RecipesText) -> impl IntoView + use<> {
    let words = text.clone();
    let recipe = recipe.clone();
    let portions = *recipe.portions.get_ref();
    let needs = recipe
        .needs
        .iter()
        .map(|need| line(need, text))
        .collect_view();
    let steps = recipe
        .method
        .into_iter()
        .map(|step| view! { <li>{step}</li> });
    let minutes = words
        .minutes
        .replace("{minutes}", &recipe.minutes.to_string());
    view! {
        <details class="dish" data-recipe>
            <summary class="dish__line">
                <h2 class="dish__name">{recipe.name}</h2>
                <span class="dish__time">{minutes}</span>
            </summary>
            <div class="dish__body">
                <fieldset class="portions" disabled>
                    <legend class="portions__name">{words.portions}</legend>
                    <button type="button" class="button button--quiet" data-step="fewer" aria-label=words.fewer>"−"</button>
                    <output class="portions__count" data-portions=portions>{portions}</output>
                    <button type="button" class="button button--quiet" data-step="more" aria-label=words.more>"+"</button>
                </fieldset>
                <h3 class="dish__heading">{words.needs}</h3>
                <ul class="dish__needs">{needs}</ul>
                <h3 class="dish__heading">{words.method}</h3>
                <ol class="dish__steps">{steps.collect_view()}</ol>
            </div>
        </details>
    }
}

fn line(need: &Need, text: &RecipesText) -> impl IntoView + use<> {
    let need = need.clone();
    // The parser of the file has validated the amount.
    let (amount, measure) = (need.amount.into_inner(), need.measure.into_inner());
    let number = parse(&amount).unwrap_or_default();
    let written = Measure::from_name(&measure).map(|measure| written(number, measure));
    let unit = text.measures.get(&measure).cloned().unwrap_or_default();
    let rest = format!(" {unit} {}", need.of).replace("  ", " ");
    view! {
        <li><b data-measure=measure data-amount=amount>{written}</b>{rest}</li>
    }
}
