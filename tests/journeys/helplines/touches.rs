//! How many touches a number is away, on a small phone. Scrolling is not a touch.

use std::fmt::Write as _;

use domain::view::View;
use serde_json::json;

use super::{Phone, edition, open_the_list};
use crate::harness;
use crate::harness::{Engine, Outcome};

// The table of touches counts elements, which are the same in every engine.
journeys!(in chromium: every_number_is_two_touches_away_at_most);
journeys!(in chromium and webkit: in_every_view_danger_is_one_touch_away);

/// A need, the services that answer it, and how their links begin.
type Need = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

const ANY: &[&str] = &["tel:", "sms:", "https:"];
const NEEDS: [Need; 17] = [
    ("danger", &["emergency-999"], &["tel:999"]),
    ("stalking", &["national-stalking-helpline"], &["tel:"]),
    (
        "cannot speak",
        &["shout", "emergency-text", "relay-18000"],
        &["sms:", "tel:18000"],
    ),
    ("by text", &["shout", "emergency-text"], &["sms:"]),
    (
        "typing",
        &["relay-18000", "england-domestic-abuse", "cyber-helpline"],
        &["tel:18000", "https:", "mailto:"],
    ),
    ("BSL", &["bsl-999", "victim-support"], &["https:"]),
    (
        "other language",
        &[
            "karma-nirvana",
            "southall-black-sisters",
            "england-domestic-abuse",
        ],
        &["tel:"],
    ),
    (
        "near (Hertfordshire)",
        &[
            "safer-places",
            "herts-sunflower",
            "beacon",
            "herts-domestic-abuse-helpline",
        ],
        &["tel:"],
    ),
    (
        "Scotland",
        &["scotland-domestic-abuse-forced-marriage"],
        &["tel:"],
    ),
    ("Wales", &["wales-live-fear-free"], &["tel:"]),
    (
        "Northern Ireland",
        &["northern-ireland-domestic-sexual-abuse"],
        &["tel:"],
    ),
    ("man", &["mens-advice-line"], &["tel:"]),
    ("LGBT+", &["galop"], &["tel:"]),
    ("under 19", &["childline"], &["tel:"]),
    ("private images", &["revenge-porn-helpline"], ANY),
    ("Welsh", &["samaritans-welsh"], &["tel:"]),
    ("police, not now", &["police-101"], &["tel:101"]),
];

/// What is pressed before the number, and its name in the table.
const WAYS: [(&str, usize); 3] = [("the start", 0), ("I cannot speak", 1), ("the list", 1)];

async fn every_number_is_two_touches_away_at_most(engine: Engine) -> Outcome {
    let edition = edition()?;
    let mut best: Vec<Option<(usize, &str, i64)>> = vec![None; NEEDS.len()];
    for (way, touches) in WAYS {
        let phone = Phone::at_the_start(engine).await?;
        let page = phone.page();
        match way {
            "I cannot speak" => page.press(".quiet > summary").await?,
            "the list" => open_the_list(&page).await?,
            _ => {}
        }
        // Without this, lazy layout leaves what is far away with a placeholder height.
        page.exec(
            "scrollTo(0, 0); for (const card of document.querySelectorAll('.service')) card.style.contentVisibility = 'visible'",
            vec![],
        )
        .await?;
        for ((need, services, schemes), best) in NEEDS.into_iter().zip(&mut best) {
            let services: Vec<&str> = services
                .iter()
                .map(|id| edition.service(id).map(|service| service.name.as_str()))
                .collect::<Option<_>>()
                .ok_or_else(|| format!("{need}: a service that is not there"))?;
            let down: Option<i64> = page
                .eval(FIRST, vec![json!(services), json!(schemes)])
                .await?;
            if let (Some(down), None) = (down, *best) {
                *best = Some((touches, way, down));
            }
        }
    }
    let mut table = format!(
        "\n{engine:?}, 320 × 568: need | touches before it can be pressed | where | screens down\n"
    );
    let mut far = Vec::new();
    for ((need, ..), best) in NEEDS.into_iter().zip(best) {
        match best {
            Some((touches, way, down)) => writeln!(table, "{need} | {touches} | {way} | {down}")?,
            None => writeln!(table, "{need} | - | nowhere | -")?,
        }
        if best.is_none_or(|(touches, ..)| touches > 2) {
            far.push(need);
        }
    }
    harness::log(&table);
    assert!(far.is_empty(), "more than two touches away: {far:?}");
    assert_eq!(best_of(&table, "danger"), Some(0));
    Ok(())
}

fn best_of(table: &str, need: &str) -> Option<usize> {
    let row = table
        .lines()
        .find(|row| row.starts_with(&format!("{need} |")))?;
    row.split(" | ").nth(1)?.parse().ok()
}

/// How many screens down the first link is that can be pressed; `null` if there is none. A link belongs
/// to the service whose name is above it, in a card, in a row or under “I cannot speak”.
const FIRST: &str = "const [names, schemes] = arguments;
    const owner = (link) => {
        const card = link.closest('.service');
        if (card) return card.querySelector('.service__name').textContent;
        let before = link.closest('.quiet .block__body > *');
        while (before && (before = before.previousElementSibling)) {
            if (before.matches('.quiet__who')) return before.querySelector('b').textContent;
        }
        return link.querySelector('.call__label')?.textContent ?? '';
    };
    const places = [...document.querySelectorAll('a[href]')].filter((link) => {
        const href = link.getAttribute('href');
        const name = owner(link);
        return schemes.some((scheme) => href.startsWith(scheme))
            && (names.some((other) => name === other || name.endsWith(`: ${other}`)) || href === 'tel:999' && names.includes('999'))
            && !link.closest('details:not([open])') && link.checkVisibility({ visibilityProperty: true }) && link.getBoundingClientRect().height >= 44;
    }).map((link) => Math.floor((link.getBoundingClientRect().top + scrollY) / innerHeight));
    return places.length ? Math.min(...places) : null";

async fn in_every_view_danger_is_one_touch_away(engine: Engine) -> Outcome {
    let phone = Phone::at_the_start(engine).await?;
    let page = phone.page();
    let there: Vec<(u8, bool)> = page.in_each_view(DANGER_IS_THERE, vec![]).await?;
    assert_eq!(there.len(), View::ALL.len());
    let without = there.iter().filter(|(_, there)| !there);
    let without: Vec<u8> = without.map(|(view, _)| *view).collect();
    assert!(
        without.is_empty(),
        "no 999 that can be pressed at once in {without:?}"
    );
    Ok(())
}

/// Whether 999 can be pressed.
const DANGER_IS_THERE: &str = "return [...document.querySelectorAll('a[href=\"tel:999\"]')].some((link) => link.checkVisibility() && link.getBoundingClientRect().height >= 44)";
