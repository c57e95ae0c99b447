//! Which crate may depend on which, and what may not appear in the sources: read from the sources themselves.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use test_support::files;

/// A file of the project, with its path from the root.
struct Source {
    path: String,
    text: String,
}

/// Every file below a folder of the project.
#[track_caller]
fn sources(folder: &str) -> Vec<Source> {
    let root = test_support::project();
    let paths = files::below(&root.join(folder)).into_iter();
    let found: Vec<Source> = paths
        .filter(|path| {
            !path
                .components()
                .any(|part| part.as_os_str() == "node_modules")
        })
        .map(|path| Source {
            path: path
                .strip_prefix(root)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/"),
            // An image has no lines, but its metadata may name a folder.
            text: String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned(),
        })
        .collect();
    assert!(!found.is_empty(), "{folder} is empty");
    found
}

impl Source {
    fn is(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    /// The lines that hold a needle, each with its path and line number.
    fn lines_with<'a>(&'a self, needle: &'a str) -> impl Iterator<Item = (String, &'a str)> {
        let lines = self.text.lines().enumerate();
        lines
            .filter(move |(_, line)| holds(line, needle))
            .map(|(index, line)| (format!("{}:{}", self.path, index + 1), line.trim()))
    }
}

/// Whether a line holds a needle. One that ends in `::` is the whole name of something, so that `rand::` is not
/// found in `Operand::`.
fn holds(line: &str, needle: &str) -> bool {
    let is_part_of_a_name = |before: char| before.is_alphanumeric() || before == '_';
    let before = line.match_indices(needle).map(|(at, _)| line.get(..at));
    before
        .into_iter()
        .flatten()
        .any(|before| !needle.ends_with("::") || !before.ends_with(is_part_of_a_name))
}

#[test]
fn a_name_is_told_from_the_end_of_a_longer_one() {
    for line in [
        "use rand::Rng;",
        "rand::random()",
        "::rand::rng()",
        "Operand::A(rand::x)",
    ] {
        assert!(holds(line, "rand::"), "{line}");
    }
    for line in ["Operand::Typing", "my_rand::x", "use rand;"] {
        assert!(!holds(line, "rand::"), "{line}");
    }
    assert!(holds("a.innerHTML = b", "innerHTML"));
}

/// Asserts that no needle is in the files, comments included.
#[track_caller]
fn assert_absent(files: &[Source], needles: &[&str]) {
    let found: Vec<String> = files
        .iter()
        .flat_map(|file| needles.iter().flat_map(|needle| file.lines_with(needle)))
        .map(|(place, line)| format!("{place}: {line}"))
        .collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// The crates of the workspace that a package depends on, from its `Cargo.toml`, without its tests' own.
fn dependencies(package: &str) -> BTreeSet<String> {
    let path = test_support::project().join(package).join("Cargo.toml");
    let manifest: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let targets = targets.into_iter().flat_map(toml::Table::values);
    let tables = targets.filter_map(|target| target.get("dependencies"));
    let tables = tables.chain(manifest.get("dependencies"));
    let names = tables
        .filter_map(toml::Value::as_table)
        .flat_map(toml::Table::keys);
    let ours = [
        "browser", "content", "decoys", "diary", "diary_ui", "domain", "sidedoor", "site", "vault",
    ];
    names
        .filter(|name| ours.contains(&name.as_str()))
        .cloned()
        .collect()
}

#[test]
fn each_crate_depends_on_the_ones_below_it() {
    for (package, expected) in [
        ("crates/domain", &[] as &[&str]),
        ("crates/vault", &[]),
        ("crates/browser", &["domain"]),
        ("crates/decoys", &["browser"]),
        ("crates/diary", &["domain"]),
        ("crates/diary_ui", &["browser", "diary", "domain"]),
        (".", &["browser", "domain"]),
        ("crates/content", &["decoys", "diary", "domain"]),
        ("crates/site", &["content", "decoys", "domain", "sidedoor"]),
    ] {
        let expected = expected.iter().map(|&name| name.to_owned()).collect();
        assert_eq!(dependencies(package), expected, "{package}");
    }
}

#[test]
fn only_browser_and_the_binaries_of_the_workers_name_the_browser() {
    let mut files: Vec<Source> = ["src", "crates"].into_iter().flat_map(sources).collect();
    let allowed = [
        "crates/browser/src/",
        "crates/decoys/src/bin/",
        "crates/diary_ui/src/bin/",
        "crates/vault/src/bin/",
    ];
    files.retain(|file| {
        file.is(&[".rs"]) && !allowed.iter().any(|folder| file.path.starts_with(folder))
    });
    assert!(files.len() > 100, "{}", files.len());
    assert_absent(
        &files,
        &["web_sys", "js_sys", "wasm_bindgen", "gloo_storage"],
    );
}

#[test]
fn the_pure_crates_read_no_clock_no_file_and_no_randomness() {
    let mut files: Vec<Source> = ["crates/domain/src", "crates/vault/src", "crates/decoys/src"]
        .into_iter()
        .flat_map(sources)
        .collect();
    files.retain(|file| !file.path.contains("/src/bin/"));
    let needles = [
        "leptos",
        "getrandom",
        "std::env",
        "std::fs",
        "std::io",
        "std::net",
        "std::process",
        "std::thread",
        "std::time",
        "Instant",
        "SystemTime",
        "::now(",
        "TimeZone::get(",
        "TimeZone::system(",
        "tz::db(",
        "rand::",
        "random()",
    ];
    assert_absent(&files, &needles);
}

#[test]
fn only_vault_s_crypto_names_a_cipher() {
    let mut files: Vec<Source> = ["src", "crates"].into_iter().flat_map(sources).collect();
    files.retain(|file| file.is(&[".rs"]));
    let (crypto, other): (Vec<_>, Vec<_>) = files
        .into_iter()
        .partition(|file| file.path.starts_with("crates/vault/src/crypto/"));
    assert_absent(
        &other,
        &["argon2::", "aes_gcm", "Aes256", "hkdf::", "getrandom"],
    );
    assert!(crypto.iter().any(|file| file.text.contains("aes_gcm")));
}

#[test]
fn components_do_not_read_files() {
    let needles = ["std::fs", "std::env", "std::net", "crate::hosting"];
    assert_absent(&sources("crates/site/src/ui"), &needles);
    assert_absent(&sources("src"), &needles);
}

#[test]
fn the_target_decides_at_the_edge_of_a_crate_only() {
    let mut files: Vec<Source> = ["src", "crates"].into_iter().flat_map(sources).collect();
    let deciding = [
        "src/lib.rs",
        "crates/browser/src/lib.rs",
        "crates/decoys/src/bin/tool/main.rs",
        "crates/diary_ui/src/lib.rs",
        "crates/diary_ui/src/bin/form/main.rs",
        "crates/vault/src/bin/work/main.rs",
    ];
    files.retain(|file| file.is(&[".rs"]) && !deciding.contains(&file.path.as_str()));
    for needle in ["cfg(", "cfg!(", "cfg_attr("] {
        for file in &files {
            for (place, line) in file.lines_with(needle) {
                assert_eq!(line, "#[cfg(test)]", "{place}");
            }
        }
    }
}

#[test]
fn nothing_writes_the_history_leaves_a_cookie_or_makes_code_of_text() {
    let folders = ["src", "crates", "scripts", "public"];
    let mut files: Vec<Source> = folders.into_iter().flat_map(sources).collect();
    files.retain(|file| !file.path.contains("/tests/"));
    files.retain(|file| file.is(&[".rs", ".js", ".html", ".svg", ".json", ".webmanifest"]));
    // It runs in tests only.
    files.retain(|file| !file.path.starts_with("scripts/testing/"));
    let needles = [
        "pushState",
        "push_state",
        "replaceState",
        "replace_state",
        ".history(",
        "history.b",
        "history.f",
        "history.g",
        "history.l",
        "history.s",
        "set_hash(",
        "location.hash =",
        "navigation.navigate",
        "document.cookie",
        "set_cookie(",
        "sendBeacon",
        "send_beacon",
        "leptos_router",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "set_inner_html",
        "document.write",
        "eval(",
        "new Function",
        "js_sys::Function::new",
    ];
    assert_absent(&files, &needles);
    let cargo = fs::read_to_string(test_support::project().join("Cargo.toml")).unwrap();
    for needle in ["leptos_router", "\"History\"", "\"HtmlDocument\""] {
        assert!(!cargo.contains(needle), "{needle} in Cargo.toml");
    }
}

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let files = [
        "src", "crates", "scripts", "tests", "benches", "style", "public",
    ]
    .into_iter()
    .flat_map(sources);
    let long: Vec<String> = files
        // npm writes this file; no person reads it.
        .filter(|file| file.path != "tests/package-lock.json")
        .map(|file| (file.text.lines().count(), file.path))
        .filter(|(lines, _)| *lines > 400)
        .map(|(lines, path)| format!("{path} has {lines} lines"))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn style_and_public_files_name_no_other_host() {
    let files: Vec<Source> = ["public", "style"].into_iter().flat_map(sources).collect();
    // XML namespaces look like addresses and are never fetched.
    let names = ["http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"];
    for file in &files {
        let text = names
            .iter()
            .fold(file.text.clone(), |text, name| text.replace(name, ""));
        for needle in ["http:", "https:", "(//", "\"//", "'//", "@import", "url("] {
            assert!(!text.contains(needle), "{needle} in {}", file.path);
        }
    }
}

#[test]
fn every_style_sheet_is_listed_once_and_every_listed_one_exists() {
    let files = sources("style");
    let order = files
        .iter()
        .find(|file| file.path == "style/order.txt")
        .unwrap();
    let lines = order.text.lines().map(str::trim);
    let listed: Vec<&str> = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let found = files
        .iter()
        .filter_map(|file| file.path.strip_prefix("style/"));
    // The decoys have a style of their own: what they share, and one style sheet each.
    let (of_tools, found): (BTreeSet<&str>, BTreeSet<&str>) = found
        .filter(|name| *name != "order.txt")
        .partition(|name| name.starts_with("tools/"));
    let tools = decoys::Decoy::ALL.map(|tool| format!("tools/{}.css", tool.name()));
    let tools = tools.iter().map(String::as_str).chain(["tools/base.css"]);
    assert_eq!(tools.collect::<BTreeSet<_>>(), of_tools);
    assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), found);
    assert_eq!(listed.len(), found.len(), "a sheet is listed twice");
}

/// Files of the project, without what `.gitignore` leaves out.
fn kept_files() -> Vec<Source> {
    let root = test_support::project();
    let ignored = fs::read_to_string(root.join(".gitignore")).unwrap();
    let ignored: Vec<&str> = ignored
        .lines()
        .map(|line| line.trim_matches('/'))
        .filter(|line| !line.is_empty())
        .collect();
    let mut kept = Vec::new();
    for entry in fs::read_dir(root).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if name == ".git" || ignored.contains(&name.as_str()) {
            continue;
        }
        if root.join(&name).is_dir() {
            kept.extend(files::below(&root.join(&name)));
        } else {
            kept.push(root.join(&name));
        }
    }
    let read = kept.into_iter().map(|path| Source {
        path: path
            .strip_prefix(root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/"),
        text: String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned(),
    });
    let is_kept = |file: &Source| {
        !ignored
            .iter()
            .any(|ignored| Path::new(&file.path).starts_with(ignored))
    };
    read.filter(is_kept).collect()
}

/// Whether a line holds an absolute path below a folder. `example.org/home/` is an address.
fn names_folder(line: &str, folder: &str) -> bool {
    let is_part_of_something =
        |before: char| before.is_alphanumeric() || "._-~/})".contains(before);
    let ends = line
        .match_indices(folder)
        .map(|(at, _)| line.get(..at).unwrap_or_default());
    ends.into_iter()
        .any(|before| !before.ends_with(is_part_of_something))
}

#[test]
fn no_file_names_a_folder_of_the_machine_it_was_written_on() {
    // Concatenated, so that this file does not hold them.
    let folders = ["home", "root", "work", "Users"].map(|name| format!("/{name}/"));
    let files = kept_files();
    assert!(files.len() > 100, "{}", files.len());
    for file in &files {
        for folder in &folders {
            for (place, line) in file.lines_with(folder) {
                assert!(!names_folder(line, folder), "{place}: {line}");
            }
        }
    }
}

#[test]
fn a_path_of_a_machine_is_told_from_an_address() {
    let folder = format!("/{}/", "home");
    for path in ["cd @a", "\"@a\"", "@a", "file=@a", "file:@a"] {
        assert!(names_folder(&path.replace('@', &folder), &folder), "{path}");
    }
    for address in ["https://example.org@a", "~@a", "${HOME}@a", "..@a"] {
        assert!(
            !names_folder(&address.replace('@', &folder), &folder),
            "{address}"
        );
    }
}
