//! Documents and tree agree: files, anchors and `make` targets that documents name exist.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

use test_support::files;

/// Names of files that are not in the tree, with the reason.
const NOT_IN_THE_TREE: [(&str, &str); 16] = [
    ("dist", "written by `make build`"),
    ("kit", "written by `make build`"),
    ("target", "written by cargo"),
    ("calculator/", "a folder of dist/"),
    ("converter/", "a folder of dist/"),
    ("recipes/", "a folder of dist/"),
    ("open/", "a folder of dist/"),
    ("more.html", "a file of dist/"),
    ("files.json", "a file of dist/"),
    ("tool.js", "a file of dist/"),
    ("tool_bg.wasm", "a file of dist/"),
    ("leave.js", "a file of kit/"),
    ("leave.css", "a file of kit/"),
    ("index.html.br", "a file that a host makes"),
    ("build.rs", "decision 2 is not to have one"),
    ("domain/diary/", "planned"),
];

/// File extensions that make a code span a file name.
const FILE_ENDINGS: [&str; 16] = [
    "br", "caddy", "conf", "css", "html", "htaccess", "js", "json", "md", "mjs", "png", "rs", "sh",
    "svg", "toml", "wasm",
];

fn root() -> &'static Path {
    test_support::project()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file and folder of the tree, without what `.gitignore` names.
fn tree() -> BTreeSet<String> {
    let ignored = read(".gitignore");
    let is_ignored = |path: &str| ignored.lines().any(|line| line.trim_matches('/') == path);
    let mut paths = BTreeSet::new();
    let mut folders = vec![root().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = relative(&path);
            if name == ".git" || is_ignored(&name) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            }
            paths.insert(name);
        }
    }
    paths
}

/// A path from the root of the project.
fn relative(path: &Path) -> String {
    let path = path.strip_prefix(root()).unwrap();
    path.to_string_lossy().replace('\\', "/")
}

/// Every document, with its path from the root.
fn documents() -> Vec<(String, String)> {
    let mut paths = [
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CHANGELOG.md",
    ]
    .map(str::to_owned)
    .to_vec();
    let docs = files::below(&root().join("docs"));
    paths.extend(docs.iter().map(|path| relative(path)));
    paths.retain(|path| {
        Path::new(path)
            .extension()
            .is_some_and(|ending| ending == "md")
    });
    let read = paths.into_iter().map(|path| {
        let text = read(&path);
        (path, text)
    });
    read.collect()
}

/// A text without its fenced blocks, which hold examples.
fn prose(text: &str) -> String {
    let mut fenced = false;
    let lines = text.lines().filter(|line| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Splits a text at backticks, paragraph by paragraph: parts outside and inside alternate.
fn by_backticks(text: &str) -> impl Iterator<Item = (bool, &str)> {
    text.split("\n\n").flat_map(|paragraph| {
        let parts = paragraph.split('`').enumerate();
        parts.map(|(index, part)| (index % 2 == 1, part))
    })
}

/// The code spans: what is between backticks.
fn code_spans(text: &str) -> impl Iterator<Item = &str> {
    by_backticks(text).filter_map(|(is_code, part)| is_code.then_some(part))
}

/// The targets of links within the project, `[text](target)`.
fn links(text: &str) -> Vec<String> {
    let parts = by_backticks(text).filter(|(is_code, _)| !is_code);
    let text: String = parts.map(|(_, part)| part).collect();
    let starts = text.split("](").skip(1);
    let targets = starts.filter_map(|rest| rest.split_once(')'));
    let targets = targets.map(|(target, _)| target.trim().to_owned());
    targets.filter(|target| !target.contains("://")).collect()
}

/// The path that a code span names, if it names one: `src/lib.rs`, `tests/keys/`, `wording.rs`,
/// `src/lib.rs::item`, `content/<language>/easy/<id>.md`.
fn path_named(span: &str, top: &BTreeSet<&str>) -> Option<String> {
    let path = span.split("::").next()?;
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "_./-<>*".contains(letter);
    if path.is_empty() || !path.chars().all(allowed) || path.starts_with('/') {
        return None;
    }
    let is_file = Path::new(path)
        .extension()
        .is_some_and(|ending| FILE_ENDINGS.iter().any(|known| ending == *known));
    let is_folder = path.ends_with('/');
    let first = path.split('/').next()?;
    let is_below_top = path.contains('/') && top.contains(first);
    (is_file || is_folder || is_below_top).then(|| path.to_owned())
}

/// Whether a path is in the tree: from the root, or as the end of a longer path where it does not start at
/// a folder of the root. A component with `<…>` or `*` matches any.
fn exists(path: &str, tree: &BTreeSet<String>, top: &BTreeSet<&str>) -> bool {
    let wanted: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    let anywhere = !path.contains('/') || !top.contains(wanted.first().unwrap());
    tree.iter().any(|found| {
        let found: Vec<&str> = found.split('/').collect();
        let Some(skipped) = found.len().checked_sub(wanted.len()) else {
            return false;
        };
        (anywhere || skipped == 0)
            && found
                .iter()
                .skip(skipped)
                .zip(&wanted)
                .all(|(found, wanted)| fits(found, wanted))
    })
}

/// Whether a name matches a pattern that may have one `<…>` or `*` in it.
fn fits(name: &str, pattern: &str) -> bool {
    let (before, after) = match (pattern.split_once('*'), pattern.split_once('<')) {
        (Some(parts), _) => parts,
        (None, Some((before, rest))) => {
            (before, rest.split_once('>').map_or("", |(_, after)| after))
        }
        (None, None) => return name == pattern,
    };
    name.len() >= before.len() + after.len() && name.starts_with(before) && name.ends_with(after)
}

fn is_expected_to_be_missing(path: &str) -> bool {
    let is =
        |name: &str| path == name || path.starts_with(&format!("{}/", name.trim_end_matches('/')));
    NOT_IN_THE_TREE.iter().any(|(name, _)| is(name))
}

/// The folders and files at the root, and those that are written there.
fn top(tree: &BTreeSet<String>) -> BTreeSet<&str> {
    let top = tree.iter().filter(|path| !path.contains('/'));
    top.map(String::as_str)
        .chain(["dist", "kit", "target"])
        .collect()
}

#[test]
fn every_file_that_a_document_names_exists() {
    let tree = tree();
    let top = top(&tree);
    let mut seen = 0;
    let mut missing = Vec::new();
    for (document, text) in documents() {
        for span in code_spans(&prose(&text)) {
            let Some(path) = path_named(span, &top) else {
                continue;
            };
            seen += 1;
            if !is_expected_to_be_missing(&path) && !exists(&path, &tree, &top) {
                missing.push(format!("{document}: `{span}`"));
            }
        }
    }
    assert!(seen > 300, "only {seen} names were found");
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

#[test]
fn a_name_of_a_file_is_told_from_other_code() {
    let top = BTreeSet::from(["src", "public"]);
    for path in [
        "src/lib.rs",
        "src/ui",
        "lib.rs",
        "keep/",
        "src/lib.rs::item",
        "docs/<id>.md",
    ] {
        assert!(path_named(path, &top).is_some(), "{path}");
    }
    for other in [
        "Europe/London",
        "location.replace",
        "words.call",
        "make build",
        "a::b",
        ".app",
    ] {
        assert_eq!(path_named(other, &top), None, "{other}");
    }
    let tree = ["src", "src/ui", "src/ui/app.rs"].map(str::to_owned).into();
    for path in [
        "src/ui/",
        "ui/app.rs",
        "app.rs",
        "src/<module>/app.rs",
        "src/ui/*.rs",
    ] {
        assert!(exists(path, &tree, &top), "{path}");
    }
    for path in ["src/app.rs", "pp.rs", "src/ui/*.js", "public/app.rs"] {
        assert!(!exists(path, &tree, &top), "{path}");
    }
}

/// The path that a relative link leads to, from the root.
fn target(document: &str, link: &str) -> String {
    let mut path = PathBuf::from(document);
    path.pop();
    for part in Path::new(link).components() {
        match part {
            Component::ParentDir => assert!(path.pop(), "{document}: {link} leads out"),
            part => path.push(part),
        }
    }
    path.to_string_lossy().replace('\\', "/")
}

/// The anchors of a document's headings, as GitHub makes them.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    for line in prose(text).lines().filter(|line| line.starts_with('#')) {
        let heading = line.trim_start_matches('#').trim().to_lowercase();
        let is_part = |letter: &char| letter.is_alphanumeric() || "-_ ".contains(*letter);
        let anchor: String = heading.chars().filter(is_part).collect();
        anchors.insert(anchor.replace(' ', "-"));
    }
    anchors
}

#[test]
fn every_link_leads_to_a_file_and_a_heading() {
    let tree = tree();
    let mut broken = Vec::new();
    let mut seen = 0;
    for (document, text) in documents() {
        for link in links(&prose(&text)) {
            seen += 1;
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let path = match path {
                "" => document.clone(),
                path => target(&document, path),
            };
            let exists = tree.contains(&path) || is_expected_to_be_missing(&path);
            if !exists || !(anchor.is_empty() || anchors(&read(&path)).contains(anchor)) {
                broken.push(format!("{document}: {link}"));
            }
        }
    }
    assert!(seen > 100, "only {seen} links were found");
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn every_document_that_a_source_names_exists() {
    let tree = tree();
    let sources = ["src", "tests", "benches", "style", "content", "tools"];
    let rest = [
        "Cargo.toml",
        "Makefile",
        "Trunk.toml",
        "clippy.toml",
        "deny.toml",
        "index.html",
        "site.toml",
    ];
    let sources = tree.iter().filter(|path| {
        rest.contains(&path.as_str())
            || sources
                .iter()
                .any(|folder| Path::new(path).starts_with(folder))
    });
    let mut missing = Vec::new();
    for source in sources.filter(|path| root().join(path).is_file()) {
        let text = String::from_utf8_lossy(&fs::read(root().join(source)).unwrap()).into_owned();
        for (at, _) in text.match_indices("docs/") {
            let is_part = |letter: char| letter.is_ascii_alphanumeric() || "_./-".contains(letter);
            let before = text.get(..at).unwrap_or_default();
            let rest = text.get(at..).unwrap_or_default();
            let name = rest
                .split(|letter| !is_part(letter))
                .next()
                .unwrap_or_default();
            let name = name.trim_end_matches(['.', '/']);
            // Other projects have a `docs/` too: in an address, or below a folder of theirs.
            if !before.ends_with(is_part)
                && !tree.contains(name)
                && !is_expected_to_be_missing(name)
            {
                missing.push(format!("{source}: {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

#[test]
fn every_make_target_that_is_named_exists() {
    let makefile = read("Makefile");
    let is_target = |name: &str| {
        makefile
            .lines()
            .any(|line| line.starts_with(&format!("{name}:")))
    };
    let mut seen = BTreeSet::new();
    for (document, text) in documents() {
        let fenced = text.split("```").skip(1).step_by(2).flat_map(str::lines);
        let text = prose(&text);
        for command in code_spans(&text).chain(fenced) {
            let words = command
                .split_whitespace()
                .skip_while(|word| word.contains('='));
            let mut words = words.skip_while(|word| *word == "$");
            if words.next() != Some("make") {
                continue;
            }
            let is_name = |word: &&str| !word.starts_with('-') && !word.contains('=');
            if let Some(name) = words.find(is_name) {
                assert!(is_target(name), "{document}: make {name}");
                seen.insert(name.to_owned());
            }
        }
    }
    for name in ["bench", "build", "check", "recheck", "serve", "test"] {
        assert!(seen.contains(name), "{name} is in no document");
    }
}

#[test]
fn every_decision_has_its_number_and_a_status() {
    let decisions = files::below(&root().join("docs/decisions"));
    for (number, path) in (1..).zip(&decisions) {
        let path = relative(path);
        let text = read(&path);
        let name = path.rsplit('/').next().unwrap();
        assert!(name.starts_with(&format!("{number:04}-")), "{path}");
        assert!(text.starts_with(&format!("# {number}. ")), "{path}");
        let status = text.lines().nth(2).unwrap_or_default();
        let status = status.strip_prefix("**Status.** ");
        let status = status.unwrap_or_else(|| panic!("{path}: line 3 is no status"));
        let replaced = status
            .strip_prefix("Superseded by [")
            .or_else(|| status.strip_prefix("Accepted. Superseded in part by ["));
        let Some(replaced) = replaced else {
            assert_eq!(status, "Accepted.", "{path}");
            continue;
        };
        let by: u32 = replaced.split(']').next().unwrap().parse().unwrap();
        assert!(by > number, "{path}: {by} is not later");
        assert!(replaced.contains(&format!("]({by:04}-")), "{path}");
    }
}
