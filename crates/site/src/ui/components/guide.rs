//! A guide.

use leptos::prelude::*;

use super::choice::{boxes, choice, only_ticked};
use super::drawing::DrawingView;
use super::picture::PictureView;
use super::sheet::SheetView;
use super::sources;
use super::{CallRow, CallVariant, Icon, IconKind, Status};
use crate::ui::PageContext;
use domain::guide::{Block, EasyRead, Guide, Inline, ListKind, Text};
use domain::service::Confidence;

/// A guide: open, or collapsed to one line that opens in place.
#[component]
pub fn GuideArticle(
    /// The guide to render.
    guide: Guide,
    /// Index among all guides, which the app uses as its id.
    place: usize,
) -> impl IntoView {
    let words = view! {
        {guide.easy.clone().map(easy_view)}
        {guide.blocks.iter().map(|block| block_view(block, place)).collect_view()}
        {guide_footer(&guide)}
    };
    let search = (!guide.search.is_empty()).then(|| guide.search.join(", "));
    if guide.folded {
        view! {
            <details class="block" data-guide=place data-words=search>
                <summary class="block__summary">
                    <span>
                        <h3 class="block__title">{guide.title}</h3>
                        <span class="block__line">{guide.summary}</span>
                    </span>
                </summary>
                <div class="block__body flow">{words}</div>
            </details>
        }
        .into_any()
    } else {
        view! {
            <article class="guide flow" data-guide=place data-words=search>
                <h3 class="guide__title" tabindex="-1">{guide.title}</h3>
                <p class="guide__lead">{guide.summary}</p>
                {words}
            </article>
        }
        .into_any()
    }
}

/// Renders the Easy Read version of a guide.
fn easy_view(easy: EasyRead) -> impl IntoView {
    let text = PageContext::get().edition.text.guide.clone();
    let lines = easy.lines.into_iter().map(|(drawing, text)| {
        view! { <li class="easy__line"><DrawingView drawing /> <span>{inline(&text)}</span></li> }
    });
    view! {
        <details class="easy">
            <summary class="easy__summary">{text.easy.replace("{title}", &easy.title)}</summary>
            <ul class="easy__lines">{lines.collect_view()}</ul>
        </details>
    }
}

/// Renders the footer of a guide: action buttons and sources.
fn guide_footer(guide: &Guide) -> impl IntoView + use<> {
    let text = PageContext::get().edition.text.guide.clone();
    let has_boxes = guide
        .every_block()
        .any(|block| matches!(block, Block::Boxes(_)));
    view! {
        {has_boxes.then(only_ticked)}
        <div class="tools needs-script">
            <button type="button" class="tool" data-print disabled>{text.print}</button>
            <button type="button" class="tool" data-read disabled>{text.read}</button>
        </div>
        <p class="checked">{checked(guide)}</p>
    }
}

fn checked(guide: &Guide) -> String {
    let text = PageContext::get().edition.text.clone();
    let line = sources::checked(&text.guide.checked, &guide.assurance, &text);
    match guide.assurance.confidence {
        Confidence::Advice => format!("{line} {}", text.guide.advice),
        Confidence::Confirmed | Confidence::Single => line,
    }
}

fn block_view(block: &Block, place: usize) -> AnyView {
    match block {
        Block::Heading { depth: 1, text } => view! { <h4>{inline(text)}</h4> }.into_any(),
        Block::Heading { text, .. } => view! { <h5>{inline(text)}</h5> }.into_any(),
        Block::Paragraph(text) => view! { <p>{inline(text)}</p> }.into_any(),
        Block::List { kind: ListKind::Steps, items } => view! { <ol class="list">{points(items)}</ol> }.into_any(),
        Block::List { kind: ListKind::Dots, items } => view! { <ul class="list">{points(items)}</ul> }.into_any(),
        Block::List { kind: ListKind::Ticks, items } => view! {
            <ul class="ticks">
                {items
                    .iter()
                    .map(|item| view! { <li class="ticks__item"><Icon kind=IconKind::Tick /> <span>{inline(item)}</span></li> })
                    .collect_view()}
            </ul>
        }
        .into_any(),
        Block::Boxes(items) => boxes(items),
        Block::Choice {
            question,
            several,
            answers,
        } => choice(place, question, *several, answers),
        Block::Part { fits, blocks } => {
            let fits: Vec<String> = fits.iter().map(|fit| (fit + 1).to_string()).collect();
            let blocks = blocks.iter().map(|block| block_view(block, place));
            view! { <div class="flow" data-fits=fits.join(" ")>{blocks.collect_view()}</div> }
                .into_any()
        }
        Block::Picture {
            picture,
            alternative,
        } => view! { <PictureView picture=*picture alternative=alternative.clone() /> }.into_any(),
        Block::Sheet { sheet, words } => {
            view! { <SheetView sheet=*sheet words=words.clone() /> }.into_any()
        }
        Block::Go(view, words) => view! {
            <p class="go"><b class="view-name" data-to=view.code()>{words.clone()}</b></p>
        }
        .into_any(),
        Block::Note(paragraphs) => view! {
            <div class="note">
                {paragraphs.iter().map(|text| view! { <p>{inline(text)}</p> }).collect_view()}
            </div>
        }
        .into_any(),
        Block::Example { caption, rows } => example(caption, rows).into_any(),
        Block::Term { word, meaning } => term(word, meaning).into_any(),
        Block::Rehearsal(words) => view! {
            <p class="needs-script"><button type="button" class="button" data-rehearsal>{words.clone()}</button></p>
        }
        .into_any(),
        Block::Look(words) => view! {
            <p class="needs-script"><button type="button" class="button" data-look disabled>{words.clone()}</button></p>
        }
        .into_any(),
        Block::Keep(words) => view! {
            <p class="needs-script"><button type="button" class="button" data-keep disabled>{words.clone()}</button></p>
        }
        .into_any(),
        Block::Call { service, words } => call(service, words).into_any(),
    }
}

fn example(caption: &Text, rows: &[(String, Text)]) -> impl IntoView + use<> {
    let rows = rows.iter().map(|(label, value)| {
        view! { <div class="example__row"><dt>{label.clone()}</dt> <dd>{inline(value)}</dd></div> }
    });
    view! {
        <figure class="example">
            <figcaption class="example__caption">{inline(caption)}</figcaption>
            <dl class="example__rows">{rows.collect_view()}</dl>
        </figure>
    }
}

fn term(word: &str, meaning: &Text) -> impl IntoView + use<> {
    let text = PageContext::get().edition.text.guide.clone();
    view! {
        <details class="term">
            <summary class="term__summary">{text.term.replace("{term}", word)}</summary>
            <p class="term__meaning">{inline(meaning)}</p>
        </details>
    }
}

fn call(id: &str, words: &str) -> impl IntoView + use<> {
    let edition = PageContext::get().edition;
    let service = edition.service(id).cloned();
    service.and_then(|service| {
        let number = service.call()?.clone();
        let same = service.name == number.written();
        let label = if same {
            words.to_owned()
        } else {
            format!("{words}: {}", service.name)
        };
        let leaves = service.words.traces.clone();
        // 999 states no hours: no line may be below it that has to be read first.
        let says_when = service.words.hours.is_some();
        let under = (says_when || leaves.is_some()).then(|| {
            view! {
                <div class="call__meta">
                    {says_when.then(|| view! { <Status service /> })}
                    {leaves.map(|line| view! { <p>{line}</p> })}
                </div>
            }
        });
        Some(view! {
            <div class="call-with-note">
                <CallRow label number look=CallVariant::Usual />
                {under}
            </div>
        })
    })
}

fn points(items: &[Vec<Inline>]) -> impl IntoView + use<> {
    items
        .iter()
        .map(|item| view! { <li>{inline(item)}</li> })
        .collect_view()
}

pub(super) fn inline(text: &[Inline]) -> AnyView {
    text.iter()
        .map(|part| match part {
            Inline::Plain(words) => words.clone().into_any(),
            Inline::Strong(inner) => view! { <strong>{inline(inner)}</strong> }.into_any(),
            Inline::Risk(inner) => view! { <span class="risk">{inline(inner)}</span> }.into_any(),
            Inline::ViewName(view, words) => {
                view! { <b class="view-name" data-to=view.code()>{words.clone()}</b> }.into_any()
            }
            Inline::Number(number) => view! { <bdi class="number">{number.written().to_owned()}</bdi> }.into_any(),
            Inline::Link(address, words) => view! {
                <a href=address.as_str().to_owned() target="_blank" rel="noopener noreferrer">{words.clone()}</a>
                " ("
                <bdi>{address.host().to_owned()}</bdi>
                ")"
            }
            .into_any(),
        })
        .collect_view()
        .into_any()
}
