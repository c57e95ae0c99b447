//! Input and output of the unit converter: an amount, two units, a button.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTemplateElement};

use crate::page::{empty_on_leaving, on_submit, one, one_as, set_text, submit};
use browser::listen;
use decoys::number::{parse, shown};
use decoys::units::{ConvertError, Kind};

/// The controls of the page.
#[derive(Clone)]
struct Controls {
    amount: HtmlInputElement,
    kind: HtmlSelectElement,
    from: HtmlSelectElement,
    to: HtmlSelectElement,
}

pub(super) fn wake() {
    let controls = || {
        Some(Controls {
            amount: one_as("[data-amount]")?,
            kind: one_as("[data-kind]")?,
            from: one_as("[data-from]")?,
            to: one_as("[data-to]")?,
        })
    };
    let Some(controls) = controls() else { return };
    // A browser may restore an earlier choice of kind.
    offer(&controls);
    let own = controls.clone();
    listen(&controls.kind, "change", move |_| {
        offer(&own);
        if let Some(answer) = one("[data-answer]") {
            set_text(&answer, "");
        }
    });
    for unit in [&controls.from, &controls.to] {
        let own = controls.clone();
        listen(unit, "change", move |_| answer(&own));
    }
    if let Some(button) = one("[data-swap]") {
        let own = controls.clone();
        listen(&button, "click", move |_| {
            let from = own.from.value();
            own.from.set_value(&own.to.value());
            own.to.set_value(&from);
            answer(&own);
        });
    }
    let own = controls.clone();
    on_submit("[data-convert]", &controls.amount, move || {
        submit(&own.amount.value());
        answer(&own);
    });
    empty_on_leaving(&controls.amount);
}

/// Fills both selects with the units of the chosen kind and selects the first two.
fn offer(controls: &Controls) {
    let kind = controls.kind.value();
    let selector: String = ["template[data-units=\"", &kind, "\"]"]
        .into_iter()
        .collect();
    let Some(template) = one_as::<HtmlTemplateElement>(&selector) else {
        return;
    };
    for (select, chosen) in [(&controls.from, 0), (&controls.to, 1)] {
        select.set_text_content(None);
        if let Ok(units) = template.content().clone_node_with_deep(true) {
            select.append_child(&units).ok();
        }
        select.set_selected_index(chosen);
    }
}

/// Shows the result or the reason why there is none; clears it if the field is empty.
fn answer(controls: &Controls) {
    let Some(output) = one("[data-answer]") else {
        return;
    };
    let written = controls.amount.value();
    if written.trim().is_empty() {
        set_text(&output, "");
        return;
    }
    let words = |name: &str| output.get_attribute(name).unwrap_or_default();
    let line = match parse(&written) {
        None => words("data-unclear"),
        Some(amount) => answer_of(controls, amount).unwrap_or_else(|fault| match fault {
            ConvertError::NoSuch => words("data-no-such"),
            _ => words("data-range"),
        }),
    };
    set_text(&output, &line);
}

fn answer_of(controls: &Controls, amount: f64) -> Result<String, ConvertError> {
    let kind = Kind::from_name(&controls.kind.value()).ok_or(ConvertError::Unlike)?;
    let unit = |select: &HtmlSelectElement| kind.unit(&select.value()).ok_or(ConvertError::Unlike);
    let converted = unit(&controls.from)?.convert(amount, unit(&controls.to)?)?;
    let (given, found) = (shown(amount, 12), converted.shown());
    let sign = if found.exact && given.exact {
        " = "
    } else {
        " ≈ "
    };
    let (from, to) = (symbol(&controls.from), symbol(&controls.to));
    let parts = [&given.text, " ", &from, sign, &found.text, " ", &to];
    Ok(parts.into_iter().collect())
}

/// Returns the symbol of the selected unit.
fn symbol(select: &HtmlSelectElement) -> String {
    let option = select.query_selector("option:checked").ok().flatten();
    option
        .and_then(|option| option.get_attribute("data-symbol"))
        .unwrap_or_default()
}
