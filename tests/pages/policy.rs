//! The Content Security Policy allows exactly what is in the page.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use ::decoys::Decoy;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use content::decoys;
use domain::site::revealing_word;
use scraper::Html;
use sha2::{Digest as _, Sha256};
use site::hosting::hosts::Hosts;
use site::hosting::policy::{Policy, TRUSTED_TYPES};
use site::page::{DecoyPage, Delivery, PageKind, read_decoy_style};
use site::ui::keep::{OWN_FILES, WORKER_FILE};

use crate::page::{all, full_page, named, one, root};
use crate::{dist, keeping};

/// A policy by the names of its directives.
fn directives(policy: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let parts = policy.split(';').map(str::trim);
    parts
        .map(|part| {
            let mut words = part.split(' ');
            (words.next().unwrap(), words.collect())
        })
        .collect()
}

/// The hash that a browser computes of each inline element.
fn hashes(html: &Html, selector: &str) -> BTreeSet<String> {
    let elements = all(html, selector).into_iter();
    elements
        .map(|element| {
            let text: String = element.text().collect();
            format!(
                "'sha256-{}'",
                STANDARD.encode(Sha256::digest(text.as_bytes()))
            )
        })
        .collect()
}

fn hashes_in(sources: &BTreeSet<&str>) -> BTreeSet<String> {
    let hashes = sources.iter().filter(|source| source.starts_with("'sha"));
    hashes.map(|hash| (*hash).to_owned()).collect()
}

#[test]
fn the_meta_and_the_header_say_the_same() {
    let page = full_page();
    let html = page.parse();
    let meta = one(&html, "meta[http-equiv='Content-Security-Policy']")
        .attr("content")
        .unwrap();
    let header = page.document.policy.for_header();
    let mut in_header = directives(&header);
    assert_eq!(
        in_header.remove("frame-ancestors"),
        Some(BTreeSet::from(["'none'"]))
    );
    assert_eq!(directives(meta), in_header);
    let file = page.document.policy.headers_file();
    assert!(
        file.contains(&format!("  Content-Security-Policy: {header}\n")),
        "{file}"
    );
}

/// The policies of the page, of the decoys and of the set-up pages.
fn policy_of_all() -> Policy {
    let page = full_page();
    let words = decoys::read(root(), &page.site.languages[0]).unwrap();
    let tools = Decoy::ALL.map(|tool| {
        let style = read_decoy_style(root(), tool).unwrap();
        let locale = &page.edition.text.locale;
        let tool = DecoyPage::render(tool, &words, locale, &style);
        tool.unwrap().policy
    });
    let keeping = [
        (PageKind::Keep, Delivery::Hosted),
        (PageKind::Words, Delivery::Offline),
        (PageKind::Keep, Delivery::Offline),
    ];
    let keeping = keeping.map(|(sheet, whose)| keeping::render(sheet, whose).policy);
    page.document.policy.beside(&[tools, keeping].concat())
}

#[test]
fn what_servers_read_is_of_this_build() {
    let policy = policy_of_all();
    let built = fs::read_to_string(dist::folder().join("_headers")).unwrap();
    assert!(
        built == policy.headers_file(),
        "dist/_headers is older than the sources: run `make build`"
    );
    let hosts = Hosts::new(&policy);
    for (name, text) in [
        ("nginx.conf", hosts.nginx),
        ("apache.htaccess", hosts.apache),
        ("page.caddy", hosts.caddy),
    ] {
        let built = fs::read_to_string(root().join("kit/hosting").join(name)).unwrap_or_default();
        assert!(
            built == text,
            "kit/hosting/{name} is older than the sources: run `make build`"
        );
    }
}

#[test]
fn what_a_meta_can_say_besides_is_what_the_headers_say() {
    let page = full_page();
    let html = page.parse();
    let headers = page.document.policy.headers();
    for (meta, header) in [
        ("name='referrer'", "Referrer-Policy"),
        ("name='robots'", "X-Robots-Tag"),
    ] {
        let written = one(&html, &format!("meta[{meta}]")).attr("content");
        let header = headers.iter().find(|(name, _)| *name == header);
        assert_eq!(written, header.map(|(_, value)| value.as_str()), "{meta}");
    }
}

#[test]
fn the_meta_is_before_everything_that_it_governs() {
    let page = full_page();
    let (before, _) = page
        .html()
        .split_once("http-equiv=\"Content-Security-Policy\"")
        .unwrap();
    for later in ["<script", "<style", "<link", "<body"] {
        assert!(!before.contains(later), "{later} comes before the policy");
    }
}

#[test]
fn every_inline_script_and_style_is_allowed_by_its_hash_and_nothing_else_is() {
    let page = full_page();
    let html = page.parse();
    let header = page.document.policy.for_header();
    let policy = directives(&header);
    let scripts = hashes(&html, "script");
    assert_eq!(scripts.len(), 7, "six that do something, and `ParserYield`");
    assert_eq!(hashes_in(&policy["script-src"]), scripts);
    assert_eq!(hashes_in(&policy["style-src"]), hashes(&html, "style"));
    for (name, sources) in &policy {
        if !["script-src", "style-src"].contains(name) {
            assert!(hashes_in(sources).is_empty(), "{name}");
        }
    }
}

#[test]
fn the_policy_leaves_no_way_in() {
    let page = full_page();
    let header = page.document.policy.for_header();
    let policy = directives(&header);
    let allowed = [
        "'self'",
        "'none'",
        "'script'",
        "'wasm-unsafe-eval'",
        TRUSTED_TYPES,
    ];
    for (name, sources) in &policy {
        for source in sources {
            let known = allowed.contains(source) || source.starts_with("'sha256-");
            assert!(known, "{name} allows {source}");
        }
    }
    for closed in ["default-src", "base-uri", "form-action", "frame-ancestors"] {
        assert_eq!(
            policy.get(closed),
            Some(&BTreeSet::from(["'none'"])),
            "{closed}"
        );
    }
    for (own, source) in [("worker-src", "'self'"), ("trusted-types", TRUSTED_TYPES)] {
        assert_eq!(policy.get(own), Some(&BTreeSet::from([source])), "{own}");
    }
    for never in [
        "unsafe-inline",
        "'unsafe-eval'",
        "strict-dynamic",
        "http:",
        "https:",
        "data:",
        "blob:",
        "*",
    ] {
        assert!(!header.contains(never), "{never} in {header}");
    }
}

#[test]
fn the_one_policy_for_addresses_gives_those_of_our_workers_and_no_other() {
    let (_, list) = OWN_FILES.split_once("if (![").unwrap();
    let (list, rest) = list.split_once("].includes(name)) throw").unwrap();
    assert_eq!(list, format!("'{WORKER_FILE}', 'offline.js'"));
    assert!(OWN_FILES.contains(&format!("createPolicy('{TRUSTED_TYPES}', {{")));
    assert!(!rest.contains("createHTML") && !rest.contains("createScript:"));
    for name in [TRUSTED_TYPES, WORKER_FILE, "offline.js"] {
        assert_eq!(revealing_word(name), None);
    }
}

#[test]
fn no_element_brings_a_style_or_a_handler_of_its_own() {
    let page = full_page();
    let html = page.parse();
    for element in all(&html, "*") {
        for (name, value) in element.value().attrs() {
            let refused = name == "style" || name == "srcdoc" || name.starts_with("on");
            assert!(!refused, "{name} of {}", named(element));
            assert!(
                !value.trim_start().to_lowercase().starts_with("javascript:"),
                "{}",
                named(element)
            );
        }
    }
    assert!(all(&html, "body style").is_empty());
}

#[test]
fn the_exit_s_script_comes_first_and_waits_for_nothing() {
    let page = full_page();
    let html = page.parse();
    let scripts = all(&html, "script");
    let first = scripts.first().unwrap();
    let text: String = first.text().collect();
    assert!(
        text.contains("[data-exit]") && text.contains("location.replace"),
        "{text}"
    );
    for waits in ["src", "type", "async", "defer"] {
        assert_eq!(first.attr(waits), None);
    }
    for script in scripts {
        assert_eq!(script.attr("src"), None, "{}", named(script));
    }
    let (before, _) = page.html().split_once("<script").unwrap();
    assert!(
        !before.contains("<style") && !before.contains("<link"),
        "{before}"
    );
}
