//! The needles of the search: the page's own words, numbers and names, and what was typed.

use scraper::{Html, Selector};

use crate::disk::lists::{List, Lists};
use crate::harness::{Outcome, Site};

/// What a person types into the search; the last query is left there.
pub(super) const SEARCHES: [&str; 3] =
    ["samaritens", "he waitted outsyde", "Quorvindel Brathwistle"];
/// What is typed into the field for a place.
pub(super) const PLACES: [&str; 2] = ["hertfordhsire", "Zelmorwick"];
/// What is written down: the first is saved for the visit, the second is left in its field.
pub(super) const WRITTEN: [&str; 2] = ["Wexlington qarfoddles", "Dobblecrum threnwodding"];
/// The passphrase of what is kept.
pub(super) const PASSPHRASE: &str = "plodgemirt zanthereen quibblewox";

/// Parts of what was typed that would be found even if only most of it were stored. None of them is a word.
const TYPED: [&str; 14] = [
    "samariten",
    "waitted",
    "outsyd",
    "quorvind",
    "brathwist",
    "hertfordhsi",
    "zelmorwi",
    "wexlingt",
    "qarfodd",
    "dobblecr",
    "threnwod",
    "plodgemi",
    "zantheree",
    "quibblew",
];

/// Words that reveal the subject, beside the names of the services. Parts of words, so that
/// every form of them is found.
const TELLING: [&str; 14] = [
    "stalking",
    "stalker",
    "stalked",
    "helpline",
    "suzy lamplugh",
    "harassment",
    "domestic abuse",
    "domestic violence",
    "coercive control",
    "protection order",
    "abusive",
    "survivor",
    "perpetrator",
    "sidedoor",
];

/// Attributes whose values are words.
const WORDY: [&str; 7] = [
    "aria-label",
    "alt",
    "title",
    "placeholder",
    "data-props",
    "data-words",
    "data-once-more",
];

/// The texts of a page: each text node, each attribute that is words, and all text nodes joined.
pub(super) fn texts(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let mut texts = Vec::new();
    let mut whole = String::new();
    let Ok(elements) = Selector::parse("body, body *:not(script, style)") else {
        return texts;
    };
    for element in page.select(&elements) {
        for text in element
            .children()
            .filter_map(|child| child.value().as_text())
        {
            texts.push(text.to_string());
        }
        let attributes = element.value().attrs();
        let wordy = attributes.filter(|(name, _)| WORDY.contains(name));
        texts.extend(wordy.map(|(_, value)| value.to_owned()));
    }
    let Ok(body) = Selector::parse("body") else {
        return texts;
    };
    for body in page.select(&body) {
        for node in body.descendants() {
            let parent = node.parent().and_then(|parent| parent.value().as_element());
            let is_code = parent.is_some_and(|parent| ["script", "style"].contains(&parent.name()));
            if let Some(text) = node.value().as_text()
                && !is_code
            {
                whole.push_str(text);
                whole.push(' ');
            }
        }
    }
    texts.push(whole);
    texts
}

/// The telephone numbers of a page, as it shows them and as a phone dials them.
fn numbers(html: &str, texts: &[String]) -> Vec<String> {
    let mut numbers: Vec<String> = html
        .split("href=\"tel:")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|number| number.chars().filter(char::is_ascii_digit).collect())
        .collect();
    let shown = texts.iter().flat_map(|text| {
        text.split(|letter: char| !letter.is_ascii_digit() && letter != ' ')
            .map(|number| number.trim().to_owned())
    });
    numbers.extend(shown.filter(|number| number.starts_with('0')));
    numbers.retain(|number| number.chars().filter(char::is_ascii_digit).count() >= 9);
    numbers.sort();
    numbers.dedup();
    numbers
}

/// The needles after a visit to a site that shows the words of `html`.
pub(super) fn lists(html: &str, origin: &str) -> Outcome<Lists> {
    let texts = texts(html);
    let root = test_support::project();
    let edition = content::read_edition(root, "en").map_err(|problems| problems.to_string())?;
    let names = edition.services.iter().map(|service| service.name.as_str());
    let names: Vec<&str> = names.filter(|name| name.len() > 8).collect();
    let numbers = numbers(html, &texts);
    if names.len() < 30 || numbers.len() < 20 {
        return Err(format!("only {} names and {} numbers", names.len(), numbers.len()).into());
    }
    let host = origin.trim_start_matches("http://");
    let needles = TELLING
        .into_iter()
        .chain(names)
        .map(|word| (List::Words, word))
        .chain(
            numbers
                .iter()
                .map(|number| (List::Numbers, number.as_str())),
        )
        .chain(TYPED.map(|typed| (List::Typed, typed)))
        .chain([(List::Address, host)]);
    let lists = Lists::new(texts.iter().map(String::as_str), needles)?;
    if lists.runs() < 5000 {
        return Err(format!("only {} runs of words", lists.runs()).into());
    }
    Ok(lists)
}

/// The page as it is shipped.
pub(super) fn shipped(site: &Site) -> Outcome<String> {
    Ok(std::fs::read_to_string(site.folder().join("index.html"))?)
}
