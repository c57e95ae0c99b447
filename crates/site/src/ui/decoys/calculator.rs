//! The page of the calculator.

use leptos::prelude::*;

use content::decoys::CalculatorText;

pub(super) fn view(text: &CalculatorText) -> impl IntoView + use<> {
    let text = text.clone();
    let keys = text.keys;
    let digit = |digit: &'static str| view! { <button type="button" class="key" data-key=digit>{digit}</button> };
    let other = |name: &'static str, sign: &'static str, label: String, kind: &'static str| {
        view! { <button type="button" class=format!("key key--{kind}") data-key=name aria-label=label>{sign}</button> }
    };
    view! {
        <div class="display">
            <p class="display__line" data-line></p>
            <output
                class="display__number" aria-label=text.display data-number data-size="usual"
                data-zero=text.division_by_zero data-range=text.out_of_range
            >
                "0"
            </output>
        </div>
        <fieldset class="pad" data-pad disabled>
            <legend class="unseen">{text.keypad}</legend>
            {other("c", "C", keys.clear, "act")}
            {other("b", "⌫", keys.backspace, "act")}
            {other("%", "%", keys.percent, "act")}
            {other("/", "÷", keys.over, "sum")}
            {digit("7")}
            {digit("8")}
            {digit("9")}
            {other("*", "×", keys.times, "sum")}
            {digit("4")}
            {digit("5")}
            {digit("6")}
            {other("-", "−", keys.minus, "sum")}
            {digit("1")}
            {digit("2")}
            {digit("3")}
            {other("+", "+", keys.plus, "sum")}
            {other("n", "±", keys.sign, "digit")}
            {digit("0")}
            {other(".", ".", keys.point, "digit")}
            {other("=", "=", keys.equals, "equals")}
        </fieldset>
    }
}
