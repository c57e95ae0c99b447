//! The page that sets up the offline copy. Its script is `set_up.js`; without script there is no offline copy,
//! and none is offered.
//!
//! `data-when` names the states in which a section is shown, `data-says` the result for which a line is shown;
//! the script leaves the others hidden.

use leptos::prelude::*;

use crate::ui::PageContext;
use crate::ui::cover::Cover;
use crate::ui::exit::Exit;
use decoys::Decoy;

/// The body of the page.
#[component]
pub fn KeepPage(
    /// Content and configuration.
    context: PageContext,
) -> impl IntoView {
    provide_context(context.clone());
    let text = context.edition.text.keep.clone();
    view! {
        <Exit />
        <Cover />
        <div class="page">
            <header><h1 class="site">{context.site.title.as_str().to_owned()}</h1></header>
            <main class="main flow">
                <h2 class="view__title" tabindex="-1">{text.title}</h2>
                <p class="guide__lead">{text.lead}</p>
                <p class="small">{text.private}</p>
                <noscript><p><strong>{text.unable}</strong></p></noscript>
                <div class="flow" data-when="new tab unable framed shared host">
                    <h3 class="guide__title">{text.before_title}</h3>
                    <ul class="list">{lines(text.before)}</ul>
                    <div class="note"><p>{text.before_note}</p></div>
                </div>
                <SetUp />
                <div role="status" tabindex="-1" data-said><Answers /></div>
                <Done />
                <Kept />
                <Remove />
                <div class="flow" data-when="kept removed" hidden>
                    <h3 class="guide__title">{text.remains_title}</h3>
                    <ul class="list">{lines(text.remains)}</ul>
                </div>
                <p class="needs-script">
                    <button type="button" class="button" data-do="back">{text.back}</button>
                </p>
            </main>
        </div>
    }
}

/// The form for choosing a decoy and a passcode.
#[component]
fn SetUp() -> impl IntoView {
    let text = PageContext::get().edition.text.keep.clone();
    let tab = lines(text.tab);
    view! {
        <p data-when="unable" hidden><strong>{text.unable}</strong></p>
        <p data-when="framed" hidden><strong>{text.framed}</strong></p>
        <p data-when="shared" hidden><strong>{text.shared}</strong></p>
        <p data-when="host" hidden><strong>{text.host}</strong></p>
        <form class="flow needs-script" data-offer hidden>
            <div class="flow" data-when="tab" hidden>
                <h3 class="guide__title">{text.tab_title}</h3>
                <ol class="list">{tab}</ol>
                <p class="small">{text.tab_note}</p>
            </div>
            <fieldset class="choices">
                <legend class="choices__title">{text.look_title}</legend>
                <p class="small">{text.look_note}</p>
                {Decoy::ALL.map(look).collect_view()}
            </fieldset>
            <p data-when="tab" hidden>
                <button type="button" class="button" data-do="tool">{text.go}</button>
            </p>
            <div class="flow" data-when="new" hidden>
                <h3 class="guide__title">{text.code_title}</h3>
                <div class="flow" data-ready hidden>
                    <p>{text.code_ready} " " <strong><output data-suggested></output></strong></p>
                    <p><button type="button" class="button" data-do="another">{text.another}</button></p>
                </div>
                <label class="field">
                    <span class="field__label">{text.code_label}</span>
                    <input
                        class="field__box" type="text" inputmode="numeric" enterkeyhint="done" maxlength="18"
                        autocomplete="off" data-code data-1p-ignore data-lpignore="true" aria-describedby="code-note"
                    />
                </label>
                <p class="small" id="code-note">{text.code_note}</p>
                <p><button type="submit" class="button" data-submit>{text.keep_it}</button></p>
            </div>
        </form>
    }
}

fn look(tool: Decoy) -> impl IntoView {
    let looks = PageContext::get().edition.text.keep.looks.clone();
    let name = looks.get(&tool).map(|look| look.name.clone());
    view! {
        <label class="choice">
            <input type="radio" class="choice__box" name="tool" value=tool.name() autocomplete="off" checked=tool == Decoy::Calculator />
            <span>{name}</span>
        </label>
    }
}

/// The result messages, of which one is shown at a time.
#[component]
fn Answers() -> impl IntoView {
    let text = PageContext::get().edition.text.keep.clone();
    [
        ("working", text.working),
        ("code", text.say_code),
        ("date", text.say_date),
        ("repeat", text.say_repeat),
        ("row", text.say_row),
        ("shape", text.say_shape),
        ("known", text.say_known),
        ("full", text.say_full),
        ("files", text.say_files),
        ("host", text.host),
        ("network", text.say_network),
        ("failed", text.say_failed),
        ("done", text.kept.clone()),
        ("gone", text.gone),
        ("removed", text.removed),
        ("left", text.left),
    ]
    .map(|(name, line)| view! { <p data-says=name hidden><strong>{line}</strong></p> })
    .collect_view()
}

/// The remaining steps once the copy is stored.
#[component]
fn Done() -> impl IntoView {
    let text = PageContext::get().edition.text.keep.clone();
    let opens = text.looks.into_iter().map(|(tool, look)| {
        view! { <p data-opens=tool.name() hidden>{look.opens}</p> }
    });
    view! {
        <div class="flow" data-when="done" hidden>
            <h3 class="guide__title" tabindex="-1">{text.done_title}</h3>
            <ol class="list">{lines(text.done)}</ol>
            <h3 class="guide__title">{text.opens_title}</h3>
            {opens.collect_view()}
            <p>{text.returns}</p>
            <p><button type="button" class="button" data-do="tool">{text.go}</button></p>
        </div>
    }
}

/// What the opened copy says about itself.
#[component]
fn Kept() -> impl IntoView {
    let text = PageContext::get().edition.text.keep.clone();
    view! {
        <div class="flow" data-when="kept" hidden>
            <h3 class="guide__title">{text.kept_title}</h3>
            <p>{text.kept}</p>
        </div>
    }
}

/// The two removals, offered alike whether or not there is a copy.
#[component]
fn Remove() -> impl IntoView {
    let text = PageContext::get().edition.text.keep.clone();
    view! {
        <div class="flow" data-when="new tab kept done shared host unable" hidden>
            <h3 class="guide__title">{text.remove_title}</h3>
            <p>{text.remove_note}</p>
            <p id="copy-note">{text.remove_copy_note}</p>
            <p><button type="button" class="button" data-do="copy">{text.remove_copy}</button></p>
            <p data-sure="copy" hidden><button type="button" class="button" data-do="remove-copy" aria-describedby="copy-note">{text.sure.clone()}</button></p>
            <p id="all-note">{text.remove_all_note}</p>
            <p><button type="button" class="button" data-do="all">{text.remove_all}</button></p>
            <p data-sure="all" hidden><button type="button" class="button" data-do="remove-all" aria-describedby="all-note">{text.sure}</button></p>
        </div>
    }
}

fn lines(lines: Vec<String>) -> impl IntoView {
    lines
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect_view()
}
