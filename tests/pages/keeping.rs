//! The set-up page and the offline copy, as they are built.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use ::decoys::Decoy;
use scraper::Html;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use site::page::{AppFiles, Delivery, Document, PageKind, RELEASE_FILE, RenderInput, read_style};
use site::ui::keep::{AWAY, FILES, FOLDER, KEPT, PAGE_FILE};

use crate::dist;
use crate::page::{all, edition, root};

/// One of the pages, of the real content.
pub(crate) fn render(sheet: PageKind, whose: Delivery) -> Document {
    let style = read_style(root()).unwrap();
    let app = AppFiles {
        js: "./app.js".into(),
        wasm: "./app_bg.wasm".into(),
    };
    let material = RenderInput {
        edition: Arc::new(edition()),
        site: Arc::new(content::read_site(root()).unwrap()),
        built: jiff::civil::date(2026, 11, 26),
        style: &style,
        app: &app,
    };
    Document::render(&material, sheet, whose).unwrap()
}

/// The values of an attribute, of every element that has it.
fn values(html: &Html, attribute: &str) -> BTreeSet<String> {
    let elements = all(html, &format!("[{attribute}]"));
    let values = elements
        .iter()
        .filter_map(|element| element.attr(attribute));
    values.map(str::to_owned).collect()
}

fn script(file: &str) -> String {
    let parts = FILES.iter().find(|(name, _)| *name == file).unwrap().1;
    parts.concat()
}

#[test]
fn the_script_and_the_page_for_keeping_know_the_same_names() {
    let html = Html::parse_document(&render(PageKind::Keep, Delivery::Hosted).html);
    let script = script("keep.js");
    // Every button has an action, and every action has a button.
    for act in values(&html, "data-do") {
        let known = [
            format!("  {act}: "),
            format!("  '{act}': "),
            format!("  {act},"),
        ];
        let known = known.iter().any(|action| script.contains(action));
        assert!(known, "nothing happens at “{act}”");
    }
    // Every status has its line.
    let lines = values(&html, "data-says");
    for found in script.split("say('").skip(1) {
        let (answer, _) = found.split_once('\'').unwrap();
        assert!(lines.contains(answer), "“{answer}” has no line");
    }
    let thrown = [
        "full", "files", "host", "network", "failed", "gone", "removed", "left",
    ];
    for answer in thrown {
        assert!(
            lines.contains(answer) && script.contains(&format!("'{answer}'")),
            "{answer}"
        );
    }
    // And every reason to refuse a code.
    for code in ["1", "270614", "777777", "345678", "147258", "112358"] {
        let refused = vault::code::check(code).map_err(vault::store::WorkerError::from);
        let reason = refused.unwrap_err().as_str();
        assert!(lines.contains(reason), "{code}: {reason}");
    }
    let situations = [
        "done", "framed", "host", "kept", "new", "removed", "shared", "tab", "unable",
    ];
    let when = values(&html, "data-when");
    let named: BTreeSet<&str> = when.iter().flat_map(|when| when.split(' ')).collect();
    assert_eq!(named, BTreeSet::from(situations));
    let tools: BTreeSet<String> = Decoy::ALL.map(|tool| tool.name().to_owned()).into();
    assert_eq!(values(&html, "data-opens"), tools);
}

#[test]
fn what_is_for_one_situation_is_hidden_until_it_is_known() {
    let html = Html::parse_document(&render(PageKind::Keep, Delivery::Hosted).html);
    for element in all(
        &html,
        "[data-when], [data-says], [data-opens], [data-offer], [data-sure], [data-ready]",
    ) {
        // Except what to know before, which needs no script.
        let is_first = element.attr("data-when") == Some("new tab unable framed shared host");
        assert_eq!(
            element.attr("hidden").is_none(),
            is_first,
            "{}",
            element.html()
        );
    }
}

#[test]
fn a_kept_copy_leaves_to_the_tool_and_to_nowhere_else() {
    for sheet in [PageKind::Words, PageKind::Keep] {
        let kept = render(sheet, Delivery::Offline);
        let html = Html::parse_document(&kept.html);
        let exit = all(&html, "[data-exit]");
        let [exit] = exit.as_slice() else {
            panic!("one exit")
        };
        assert_eq!(exit.attr("href"), Some(AWAY));
        assert_eq!(exit.attr("data-1"), None);
        assert!(all(&html, "html[data-kept]").len() == 1);
        let first: String = all(&html, "script").first().unwrap().text().collect();
        assert!(
            first.contains("visibilitychange") && first.contains("onLine"),
            "{first}"
        );
        // The start names the destination of the exit.
        let site = content::read_site(root()).unwrap();
        let start: String = all(&html, "main").first().unwrap().text().collect();
        assert!(!start.contains(site.exits.first().address.host()) || sheet == PageKind::Words);
    }
    let served = render(PageKind::Words, Delivery::Hosted);
    assert!(!served.html.contains("data-kept") && !KEPT.is_empty());
    assert!(!served.html.contains("onLine',{") && !served.html.contains("renew.js"));
}

#[test]
fn the_release_lists_every_file_with_what_is_in_it() {
    let folder = dist::folder();
    let release: Value =
        serde_json::from_str(&fs::read_to_string(folder.join(RELEASE_FILE)).unwrap()).unwrap();
    let check = |file: &Value| {
        let path = file["path"].as_str().unwrap();
        let bytes = fs::read(folder.join(path)).unwrap();
        let hash = Sha256::digest(&bytes);
        let hash = hash.iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").unwrap();
            text
        });
        assert_eq!(file["hash"], hash, "{path}");
        assert!(file["type"].is_string(), "{path}");
    };
    let pack = release["pack"].as_array().unwrap();
    pack.iter().for_each(check);
    check(&release["worker"]);
    let names: BTreeSet<&str> = pack.iter().filter_map(|file| file["as"].as_str()).collect();
    // Every file that the offline copy's own pages name is in it.
    for page in ["index.html", PAGE_FILE] {
        let html = fs::read_to_string(folder.join(FOLDER).join(page)).unwrap();
        let html = Html::parse_document(&html);
        // Its icon is the decoy's.
        let links = all(&html, "link[href]");
        let links = links.iter().filter_map(|link| link.attr("href"));
        for tool in Decoy::ALL {
            for link in links.clone() {
                assert!(
                    folder.join(tool.name()).join(link).is_file(),
                    "{page}: {link}"
                );
            }
        }
        let asked = ["src", "data-js", "data-wasm"].map(|attribute| values(&html, attribute));
        for link in asked.iter().flatten() {
            let file = link.strip_prefix("../open/").unwrap_or_default();
            assert!(names.contains(file), "{page}: {link}");
        }
    }
    for tool in Decoy::ALL {
        let files = release["tools"][tool.name()].as_array().unwrap();
        files.iter().for_each(check);
        let paths: BTreeSet<&str> = files
            .iter()
            .filter_map(|file| file["path"].as_str())
            .collect();
        for needed in [
            "entry.js",
            "tool.js",
            "tool_bg.wasm",
            "worker.js",
            "work.js",
            "work_bg.wasm",
        ] {
            assert!(paths.contains(needed), "{tool:?} needs {needed}");
        }
        assert!(paths.contains(format!("{}/index.html", tool.name()).as_str()));
    }
}

#[test]
fn no_file_of_the_site_is_forgotten() {
    // A copy is all of the site except the pages that only a host shows, and its own list.
    let folder = dist::folder();
    let release = fs::read_to_string(folder.join(RELEASE_FILE)).unwrap();
    let top = fs::read_dir(&folder)
        .unwrap()
        .flatten()
        .map(|entry| entry.path());
    for path in top.filter(|path| path.is_file()) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let served_only = [
            "index.html",
            PAGE_FILE,
            RELEASE_FILE,
            "_headers",
            "icon.svg",
        ];
        let listed = release.contains(&format!("\"path\":\"{name}\""));
        assert!(listed || served_only.contains(&name.as_str()), "{name}");
    }
    assert!(Path::new(&folder).join("offline.js").is_file());
}
