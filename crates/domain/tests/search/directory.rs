//! Fixture: a small directory of services and guidance.

use domain::search::{Hit, Index};

/// Title, keywords and body of each document.
pub(crate) const DOCUMENTS: [[&str; 3]; 14] = [
    [
        "National Stalking Helpline",
        "ex partner, following, text, harassment, Suzy Lamplugh Trust",
        "Anyone who is being stalked, and those who help them.\n0808 802 0300\nThe call stays in your call list.",
    ],
    [
        "Hertfordshire Domestic Abuse Helpline",
        "husband, wife, violence, Herts, Watford, Stevenage",
        "Anyone affected by domestic abuse.\n08 088 088 088\nAn e-mail stays in your account.",
    ],
    [
        "Samaritans",
        "suicide, despair, talking, Welsh",
        "Whatever you are going through.\n116 123",
    ],
    [
        "Childline",
        "children, teenager, school",
        "Under 19 in the UK.\n0800 1111",
    ],
    [
        "Galop",
        "gay, lesbian, bisexual, trans, LGBT+",
        "LGBT+ people who face abuse, at home or as a hate crime.\n0800 999 5428",
    ],
    [
        "Women’s Aid",
        "refuge, violence, chat",
        "Women and children. Live chat and e-mail.",
    ],
    [
        "Men’s Advice Line",
        "male, father",
        "Men who are abused.\n0808 801 0327",
    ],
    [
        "999 BSL",
        "deaf, sign language, emergency",
        "A video relay service for British Sign Language.",
    ],
    [
        "Police, not an emergency",
        "101, report, crime",
        "Call 101.",
    ],
    [
        "999 by text (emergencySMS)",
        "deaf, cannot speak, SMS",
        "Register first: text “register” to 999.",
    ],
    [
        "If somebody tracks your phone",
        "AirTag, tracker, GPS, spyware, stalkerware, WhatsApp",
        "Turn off location sharing. Change the password of your account.",
    ],
    [
        "Messages that do not stop",
        "text, block, Instagram, ex-partner",
        "Keep a record of each message before you block anyone.",
    ],
    [
        "Karma Nirvana",
        "Urdu, اردو, মদদ, বাংলা, pomoc, przemoc, forced marriage",
        "Żaden wstyd: help in your language.",
    ],
    [
        "Live Fear Free",
        "Wales, Cymru",
        "Women, children and men in Wales.\n0808 80 10 800",
    ],
];

/// The directory.
pub(crate) fn index() -> Index {
    let mut index = Index::default();
    for [title, keywords, body] in DOCUMENTS {
        index.add(title, keywords, body);
    }
    index
}

/// The title of a hit.
pub(crate) fn title(hit: &Hit) -> &'static str {
    let [title, ..] = DOCUMENTS.get(hit.document.place()).unwrap();
    title
}

/// The titles of the hits of a query, the best first.
pub(crate) fn found(query: &str) -> Vec<&'static str> {
    index().search(query).iter().map(title).collect()
}

/// The titles of the hits that have every word.
pub(crate) fn complete(query: &str) -> Vec<&'static str> {
    let hits = index().search(query);
    let complete = hits.iter().filter(|hit| hit.has_every_word);
    complete.map(title).collect()
}
