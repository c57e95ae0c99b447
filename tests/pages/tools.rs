//! The pages of the decoys, as they are shipped: their manifests and policies, and that they reveal nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use ::decoys::Decoy;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::site::revealing_word;
use scraper::Html;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::dist;
use crate::page::{all, named, one, words};

fn folder(tool: Decoy) -> PathBuf {
    dist::folder().join(tool.name())
}

fn page(tool: Decoy) -> Html {
    let html = fs::read_to_string(folder(tool).join("index.html")).unwrap();
    let parsed = Html::parse_document(&html);
    assert_eq!(parsed.errors, Vec::<String>::new(), "{tool:?} is malformed");
    parsed
}

fn manifest(tool: Decoy) -> Value {
    let text = fs::read_to_string(folder(tool).join("manifest.webmanifest")).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn each_tool_is_installed_as_itself_and_stays_in_its_window() {
    let mut ids = BTreeSet::new();
    for tool in Decoy::ALL {
        let manifest = manifest(tool);
        let text = |name: &str| manifest[name].as_str().unwrap().to_owned();
        assert!(ids.insert(text("id")), "{tool:?} has another's identity");
        assert!(text("id").ends_with(&format!("/{}/", tool.name())));
        assert_eq!(text("start_url"), "./");
        assert_eq!(text("scope"), "../");
        assert_eq!(text("display"), "standalone");
        // Longer ones are truncated on a home screen.
        assert!(text("short_name").len() <= 12);
        let html = page(tool);
        assert_eq!(words(one(&html, "title")), text("name"));
        let title = one(&html, "meta[name=apple-mobile-web-app-title]");
        assert_eq!(title.attr("content"), Some(text("short_name").as_str()));
        let root = one(&html, "html");
        assert_eq!(root.attr("lang"), manifest["lang"].as_str());
        let papers: Vec<_> = all(&html, "meta[name=theme-color]")
            .into_iter()
            .filter_map(|colour| colour.attr("content"))
            .collect();
        let style: String = one(&html, "style").text().collect();
        assert_eq!(papers.len(), 2);
        for paper in papers {
            assert!(
                style.contains(&format!("--paper:{paper};")),
                "{tool:?}: {paper} is not its paper"
            );
        }
        assert!(
            style.contains(&format!("--hue:{};", text("theme_color"))),
            "{tool:?}"
        );
    }
}

#[test]
fn each_icon_is_there_and_has_the_size_that_is_said() {
    for tool in Decoy::ALL {
        let icons = manifest(tool)["icons"].as_array().unwrap().clone();
        let mut purposes = BTreeSet::new();
        for icon in &icons {
            let text = |name: &str| icon[name].as_str().unwrap();
            purposes.insert(format!("{} {}", text("purpose"), text("sizes")));
            let bytes = fs::read(folder(tool).join(text("src"))).unwrap();
            if text("type") == "image/png" {
                // PNG, section 11.2.1: the width and the height are at the beginning.
                let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
                assert_eq!(
                    text("sizes"),
                    format!("{}x{}", side(16), side(20)),
                    "{}",
                    text("src")
                );
            }
        }
        let needed = [
            "any 192x192",
            "any 512x512",
            "any any",
            "maskable 512x512",
            "monochrome 512x512",
        ];
        for needed in needed {
            assert!(
                purposes.contains(needed),
                "{tool:?} has no {needed}: {purposes:?}"
            );
        }
        let html = page(tool);
        for link in all(&html, "link[href]") {
            let file = folder(tool).join(link.attr("href").unwrap());
            assert!(file.is_file(), "{} leads nowhere", named(link));
        }
        assert_eq!(
            one(&html, "link[rel=apple-touch-icon]").attr("href"),
            Some("icon-180.png")
        );
    }
}

#[test]
fn no_word_of_a_tool_gives_anything_away() {
    for tool in Decoy::ALL {
        for file in ["index.html", "manifest.webmanifest", "icon.svg"] {
            let text = fs::read_to_string(folder(tool).join(file)).unwrap();
            // Hashes could contain anything by chance.
            let parts = text
                .split(['\'', '"'])
                .filter(|part| !part.starts_with("sha256-"));
            for part in parts {
                assert_eq!(revealing_word(part), None, "{tool:?}/{file}: {part}");
            }
            assert!(
                !text.contains("data-exit") && !text.contains("http:") && !text.contains("https:")
                    || file == "icon.svg"
            );
        }
    }
}

fn hash(text: &str) -> String {
    format!(
        "'sha256-{}'",
        STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}

#[test]
fn each_page_may_do_only_its_own_and_the_header_allows_all_of_them() {
    let headers = fs::read_to_string(dist::folder().join("_headers")).unwrap();
    let header = headers
        .lines()
        .find_map(|line| line.strip_prefix("  Content-Security-Policy: "))
        .unwrap();
    let pages = Decoy::ALL.map(|tool| folder(tool).join("index.html"));
    let others = [
        "index.html",
        "more.html",
        "open/index.html",
        "open/more.html",
    ];
    let others = others.map(|page| dist::folder().join(page));
    for file in pages.into_iter().chain(others) {
        let html =
            Html::parse_document(&fs::read_to_string(&file).unwrap().replace("<!>", "<!---->"));
        let meta = one(&html, "meta[http-equiv='Content-Security-Policy']")
            .attr("content")
            .unwrap();
        let mut inline = BTreeSet::new();
        for element in all(&html, "script:not([src]), style") {
            let text: String = element.text().collect();
            inline.insert(hash(&text));
        }
        for hash in &inline {
            assert!(
                header.contains(hash),
                "the header refuses a part of {}",
                file.display()
            );
        }
        let in_meta: BTreeSet<String> = meta
            .split([' ', ';'])
            .filter(|source| source.starts_with("'sha256-"))
            .map(str::to_owned)
            .collect();
        assert_eq!(in_meta, inline, "{}", file.display());
        assert!(meta.starts_with("default-src 'none'; "));
        assert!(!meta.contains("unsafe-inline") && !meta.contains("'unsafe-eval'"));
    }
}

#[test]
fn nothing_typed_is_remembered_and_nothing_is_a_link() {
    for tool in Decoy::ALL {
        let html = page(tool);
        for field in all(&html, "input, select") {
            assert_eq!(field.attr("autocomplete"), Some("off"), "{}", named(field));
        }
        for gone in ["a", "form", "[style]", "[onclick]", "iframe", "base"] {
            assert!(all(&html, gone).is_empty(), "{tool:?} holds {gone}");
        }
        let body = one(&html, "body");
        assert_eq!(body.attr("spellcheck"), Some("false"));
        assert_eq!(
            one(&html, "meta[name=referrer]").attr("content"),
            Some("no-referrer")
        );
        // Controls that need the decoy's code are disabled until it is loaded.
        for control in all(&html, "button, input, select") {
            let asleep = control
                .ancestors()
                .filter_map(scraper::ElementRef::wrap)
                .any(|holder| {
                    holder.value().name() == "fieldset" && holder.attr("disabled").is_some()
                });
            assert!(asleep, "{}", named(control));
        }
        one(&html, "h1");
        one(&html, "main");
        assert!(
            !all(&html, "output").is_empty(),
            "{tool:?} says nothing to a screen reader"
        );
    }
}
