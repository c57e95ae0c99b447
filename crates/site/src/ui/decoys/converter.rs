//! The page of the converter, and conversion tables that need no script.

use leptos::prelude::*;

use content::decoys::{ConverterText, TableText};
use decoys::number::shown;
use decoys::units::{Kind, Unit};

pub(super) fn view(text: &ConverterText) -> impl IntoView + use<> {
    let words = text.clone();
    let kinds = Kind::ALL.map(|kind| {
        let name = words.kinds.get(kind.name()).cloned();
        view! { <option value=kind.name()>{name}</option> }
    });
    let templates = Kind::ALL.map(|kind| {
        let options = kind.units().map(|unit| option(unit, &words)).collect_view();
        view! { <template data-units=kind.name()>{options}</template> }
    });
    // The default until a unit is chosen.
    let first = || {
        Kind::Length
            .units()
            .map(|unit| option(unit, text))
            .collect_view()
    };
    let tables = text.table.iter().map(|one| table(one, text));
    view! {
        <fieldset class="panel" disabled>
            <legend class="unseen">{words.tool.heading}</legend>
            <label class="field field--wide">
                <span class="field__name">{words.kind}</span>
                <select class="field__box" data-kind autocomplete="off">{kinds.collect_view()}</select>
            </label>
            <label class="field field--wide">
                <span class="field__name">{words.amount}</span>
                <input
                    class="field__box" type="text" inputmode="decimal" enterkeyhint="done" maxlength="40"
                    autocomplete="off" autocorrect="off" autocapitalize="off" data-amount
                />
            </label>
            <label class="field">
                <span class="field__name">{words.from}</span>
                <select class="field__box" data-from autocomplete="off">{first()}</select>
            </label>
            <button type="button" class="button button--quiet" data-swap>{words.swap}</button>
            <label class="field">
                <span class="field__name">{words.to}</span>
                <select class="field__box" data-to autocomplete="off">{first()}</select>
            </label>
            <button type="button" class="button" data-convert>{words.convert}</button>
            <output
                class="answer" aria-label=words.answer data-answer data-unclear=words.unclear
                data-no-such=words.no_such data-range=words.out_of_range
            ></output>
        </fieldset>
        {templates.collect_view()}
        <section class="tables">
            <h2 class="tables__name">{words.tables}</h2>
            <p class="tool__note">{words.rounded}</p>
            {tables.collect_view()}
            <p class="tool__note">{words.ovens}</p>
        </section>
    }
}

fn option(unit: &Unit, text: &ConverterText) -> impl IntoView + use<> {
    let (name, symbol) = text.units.get(unit.name).cloned().unwrap_or_default();
    view! { <option value=unit.name data-symbol=symbol>{name}</option> }
}

/// Renders a table, computed with the converter's own rules. `None` if a unit is unknown.
fn table(table: &TableText, text: &ConverterText) -> Option<impl IntoView + use<>> {
    let (from, to) = table.units()?;
    let name = |unit: &Unit| {
        let words = text.units.get(unit.name);
        words.map(|(name, _)| name.clone()).unwrap_or_default()
    };
    let rows = table.amounts.get_ref().iter().filter_map(|amount| {
        let amount = f64::from(*amount);
        let found = from.convert(amount, to).ok()?.shown();
        let sign = if found.exact { "" } else { "≈ " };
        Some(view! {
            <tr><th scope="row">{shown(amount, 12).text}</th><td>{format!("{sign}{}", found.text)}</td></tr>
        })
    });
    let caption = text.kinds.get(&table.kind).cloned();
    Some(view! {
        <table class="table">
            <caption>{caption}</caption>
            <thead><tr><th scope="col">{name(from)}</th><th scope="col">{name(to)}</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    })
}
