//! Every word that was written reaches the reader as HTML.

use domain::address::{EmailAddress, WebAddress};
use domain::guide::{Block, Guide, Inline};
use domain::service::{Assurance, Confidence};
use domain::site::{Owner, OwnerContact, Review};
use scraper::{ElementRef, Html};
use site::page::{Delivery, PageKind};

use crate::keeping;
use crate::links::card;
use crate::page::{Page, all, full_page, one, page_of, shipped_page, single_spaced, texts, words};
use crate::strings::strings;

#[track_caller]
fn holds(text: &str, wanted: &str, whose: &str) {
    let wanted = single_spaced(wanted);
    let beginning: String = text.chars().take(400).collect();
    assert!(
        text.contains(&wanted),
        "{whose} does not say “{wanted}”: {beginning}…"
    );
}

/// A line as the page shows it: the host of another site follows its link.
fn line(text: &[Inline]) -> String {
    text.iter()
        .map(|part| match part {
            Inline::Plain(words) | Inline::ViewName(_, words) => words.clone(),
            Inline::Strong(inner) | Inline::Risk(inner) => line(inner),
            Inline::Number(number) => number.written().to_owned(),
            Inline::Link(address, words) => format!("{words} ({})", address.host()),
        })
        .collect()
}

/// All texts of a block, each line by itself.
fn lines(page: &Page, block: &Block) -> Vec<String> {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => vec![line(text)],
        Block::List { items, .. } | Block::Boxes(items) => {
            items.iter().map(|item| line(item)).collect()
        }
        Block::Note(paragraphs) => paragraphs.iter().map(|text| line(text)).collect(),
        Block::Example { caption, rows } => {
            let rows = rows
                .iter()
                .flat_map(|(label, value)| [label.clone(), line(value)]);
            std::iter::once(line(caption)).chain(rows).collect()
        }
        Block::Term { word, meaning } => {
            vec![
                page.edition.text.guide.term.replace("{term}", word),
                line(meaning),
            ]
        }
        Block::Choice {
            question, answers, ..
        } => std::iter::once(line(question))
            .chain(answers.iter().cloned())
            .collect(),
        Block::Part { blocks, .. } => {
            let lines = blocks.iter().flat_map(|block| lines(page, block));
            lines.collect()
        }
        Block::Picture { .. } => Vec::new(), // its words are read from a file, not shown
        Block::Rehearsal(words)
        | Block::Look(words)
        | Block::Keep(words)
        | Block::Sheet { words, .. }
        | Block::Go(_, words) => {
            vec![words.clone()]
        }
        Block::Call { service, words } => {
            let service = page.edition.service(service).unwrap();
            let number = service.call().unwrap().written().to_owned();
            let texts = [&service.words.hours, &service.words.traces];
            let texts = texts.into_iter().flatten().cloned();
            [words.clone(), number].into_iter().chain(texts).collect()
        }
    }
}

/// The element of a guide: the one that holds the heading with its title, in its view.
#[track_caller]
fn article<'a>(html: &'a Html, guide: &Guide) -> ElementRef<'a> {
    let kind = if guide.folded {
        "details.block"
    } else {
        "article.guide"
    };
    let selector = format!("[data-view='{}'] {kind}", guide.view.code());
    let is_it = |element: &ElementRef<'_>| {
        let mut headings = element
            .descendent_elements()
            .filter(|inner| inner.value().name() == "h3");
        headings
            .next()
            .is_some_and(|heading| words(heading) == single_spaced(&guide.title))
    };
    let mut found = all(html, &selector).into_iter().filter(is_it);
    let article = found
        .next()
        .unwrap_or_else(|| panic!("{} is not in the page", guide.id));
    assert!(found.next().is_none(), "{} is in the page twice", guide.id);
    article
}

#[test]
fn every_piece_of_guidance_is_in_its_view_with_every_line() {
    let page = full_page();
    let html = page.parse();
    assert!(page.edition.guides.len() > 10);
    for guide in &page.edition.guides {
        let text = words(article(&html, guide));
        holds(&text, &guide.title, &guide.id);
        holds(&text, &guide.summary, &guide.id);
        for block in &guide.blocks {
            for line in lines(&page, block) {
                holds(&text, &line, &guide.id);
            }
        }
    }
}

#[test]
fn guidance_is_in_the_order_that_its_files_give() {
    let page = full_page();
    let html = page.parse();
    let shown: Vec<String> = all(
        &html,
        "[data-view] article.guide h3, .view--part details.block h3",
    )
    .into_iter()
    .map(words)
    .collect();
    let mut guides: Vec<&Guide> = page.edition.guides.iter().collect();
    guides.sort_by_key(|guide| (guide.view, guide.order, guide.id.as_str()));
    let written: Vec<String> = guides
        .iter()
        .map(|guide| single_spaced(&guide.title))
        .collect();
    assert_eq!(shown, written);
}

#[test]
fn every_service_says_who_it_is_for_when_it_answers_and_what_it_leaves_behind() {
    let page = full_page();
    let html = page.parse();
    assert!(page.edition.services.len() > 10);
    for service in &page.edition.services {
        let text = words(card(&html, service));
        let description = &service.words;
        let (leaves, costs) = (
            page.edition.trace_note(service),
            page.edition.costs(service),
        );
        let lines = [
            Some(&service.name),
            Some(&description.eligibility),
            description.hours.as_ref(),
            leaves.as_ref(),
            costs.as_ref(),
        ];
        for line in lines
            .into_iter()
            .flatten()
            .chain(&description.steps)
            .chain(&description.notes)
            .chain(&description.call)
        {
            holds(&text, line, &service.id);
        }
        holds(&text, &service.organization, &service.id);
        for area in &service.areas {
            holds(&text, &page.edition.area(area), &service.id);
        }
    }
}

#[test]
fn a_line_that_is_closed_at_night_shows_where_else_to_turn() {
    let page = full_page();
    let html = page.parse();
    let start = words(one(&html, ".view--start"));
    assert!(start.contains("Open on weekdays until 4pm."), "{start}");
    let line = words(one(&html, "[data-view='2'] > summary"));
    assert!(line.contains("24 hours a day"), "{line}");
}

#[track_caller]
fn holds_sources(text: &str, assurance: &Assurance, whose: &str) {
    assert!(!assurance.sources.is_empty(), "{whose}");
    for source in &assurance.sources {
        let cited = format!("{} ({})", source.name, source.date);
        holds(text, &cited, whose);
    }
}

/// What is said about the newest source.
fn newest(page: &Page, assurance: &Assurance) -> String {
    let labels = &page.edition.text.service;
    match assurance.newest_source() {
        Some(date) => labels.newest.replace("{date}", &date),
        None => labels.undated.clone(),
    }
}

#[test]
fn every_fact_says_when_it_was_checked_and_by_which_source() {
    let page = full_page();
    let html = page.parse();
    let date = |date| page.edition.text.date(date);
    let labels = &page.edition.text.service;
    for service in &page.edition.services {
        let text = words(card(&html, service));
        let newest = newest(&page, &service.assurance);
        let line = (labels.checked)
            .replace("{date}", &date(service.assurance.checked))
            .replace("{newest}", &newest)
            .replace("{next}", &date(service.assurance.next_check));
        let (until_sources, _) = line.split_once("{sources}").unwrap();
        holds(&text, until_sources, &service.id);
        holds_sources(&text, &service.assurance, &service.id);
    }
    for guide in &page.edition.guides {
        let text = words(article(&html, guide));
        holds(&text, &date(guide.assurance.checked), &guide.id);
        holds(&text, &date(guide.assurance.next_check), &guide.id);
        holds(&text, &newest(&page, &guide.assurance), &guide.id);
        holds_sources(&text, &guide.assurance, &guide.id);
        let is_advice = guide.assurance.confidence == Confidence::Advice;
        assert_eq!(
            text.contains(&page.edition.text.guide.advice),
            is_advice,
            "{}",
            guide.id
        );
    }
    let oldest = page
        .edition
        .services
        .iter()
        .map(|service| service.assurance.checked)
        .min();
    let start = words(one(&html, ".view--start"));
    holds(
        &start,
        &page
            .edition
            .text
            .start
            .checked
            .replace("{date}", &date(oldest.unwrap())),
        "the start",
    );
}

/// Two owners of a copy: one whose words were reviewed, and one whose words were not.
fn owners() -> [Owner; 2] {
    let address = EmailAddress::parse("page@trust.example").unwrap();
    let page = WebAddress::parse("https://www.trust.example/mistakes").unwrap();
    [
        Owner {
            name: "Example Trust".into(),
            contact: OwnerContact::Email(address),
            review: Some(Review {
                by: "Sam Example, stalking advocate".into(),
                on: jiff::civil::date(2026, 11, 29),
            }),
        },
        Owner {
            name: "Example Trust".into(),
            contact: OwnerContact::Page(page),
            review: None,
        },
    ]
}

#[test]
fn a_copy_says_who_runs_it_how_to_tell_them_of_a_mistake_and_who_reviewed_it() {
    let owner_line = |page: &Page| words(one(&page.parse(), "[data-view='8'] [data-owner]"));
    let [reviewed, not_reviewed] = owners().map(page_of);
    let text = reviewed.edition.text.owner.clone();
    let html = reviewed.parse();
    let link = one(&html, "[data-owner] a");
    assert_eq!(link.attr("href"), Some("mailto:page@trust.example"));
    let review = text
        .reviewed
        .replace("{who}", "Sam Example, stalking advocate");
    for line in [
        text.named.replace("{name}", "Example Trust"),
        review.replace("{date}", "29 November 2026"),
    ] {
        holds(&owner_line(&reviewed), &line, "the owner");
    }
    holds(&owner_line(&not_reviewed), &text.not_reviewed, "the owner");
    let html = not_reviewed.parse();
    let link = one(&html, "[data-owner] a");
    assert_eq!(
        link.attr("href"),
        Some("https://www.trust.example/mistakes")
    );
    assert_eq!(link.attr("rel"), Some("noopener noreferrer"));

    // The repository's own site file names no owner.
    let unnamed = shipped_page();
    holds(
        &owner_line(&unnamed),
        &text.unnamed,
        "a copy without an owner",
    );
    assert!(!owner_line(&unnamed).contains("Example Trust"));
}

#[test]
fn every_word_of_the_interface_is_shown() {
    let page = full_page();
    let html = page.parse();
    let mut seen = single_spaced(&texts(&html).join(" "));
    for (sheet, whose) in [
        (PageKind::Keep, Delivery::Hosted),
        (PageKind::Words, Delivery::Offline),
    ] {
        // The parser is one of a browser with script, to which `noscript` holds only text.
        let html = keeping::render(sheet, whose).html;
        let html = Html::parse_document(&html.replace("noscript>", "div>"));
        seen.push_str(&single_spaced(&texts(&html).join(" ")));
    }
    for owner in owners() {
        let page = page_of(owner);
        seen.push_str(&single_spaced(&texts(&page.parse()).join(" ")));
    }
    // Only the months of the dates are shown.
    let mut interface = toml::Value::try_from(&page.edition.text).unwrap();
    let table = interface.as_table_mut().unwrap();
    table.remove("months").and(table.remove("locale")).unwrap();
    let written = strings(&interface);
    assert!(written.len() > 50);
    for text in written {
        for part in text.split(['{', '}']).step_by(2) {
            holds(&seen, part, "the page");
        }
    }
}
