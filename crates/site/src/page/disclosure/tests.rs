//! A site without a fault, spoiled in one place at a time.

use std::fs;
use std::path::Path;

use super::check_disclosure;

const PAGE: &str = "<!doctype html><html><head><meta http-equiv=\"Content-Security-Policy\" content=\"'sha256-stalk'\"><title>Sums</title><link rel=\"icon\" href=\"icon.svg\"></head><body>stalking</body></html>";

/// What is said of a site, with one file written over.
fn findings(file: &str, bytes: impl AsRef<[u8]>) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let write = |file: &str, bytes: &[u8]| {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).unwrap();
        fs::write(path, bytes).unwrap();
    };
    write("sums/index.html", PAGE.as_bytes());
    write(
        "sums/manifest.webmanifest",
        br#"{"name":"Sums","icons":[{"src":"icon.svg"}]}"#,
    );
    write("sums/icon.svg", b"<svg/>");
    write("app-99909996101cfab2.js", b"");
    write(
        "files.json",
        br#"{"hash":"999e5028342452f92a66bd3dde1ec054","path":"app-99909996101cfab2_bg.wasm"}"#,
    );
    if !file.is_empty() {
        write(file, bytes.as_ref());
    }
    match check_disclosure(folder.path()) {
        Ok(()) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_site_that_says_nothing_passes() {
    assert_eq!(findings("", ""), [""; 0]);
}

/// A file, what becomes of it, and what has to be said.
fn spoiled() -> [(&'static str, String, &'static str); 12] {
    let head = |tag: &str| PAGE.replace("<title>", &format!("{tag}<title>"));
    [
        (
            "sums/diary.png",
            String::new(),
            "the name of the file holds “diary”",
        ),
        (
            "helplines/icon.svg",
            String::new(),
            "the name of the file holds “helpline”",
        ),
        (
            "sums/index.html",
            PAGE.replace("Sums", "Safety sums"),
            "the title holds “safety”",
        ),
        (
            "sums/index.html",
            PAGE.replace("<title>Sums</title>", ""),
            "it has no title",
        ),
        (
            "sums/index.html",
            head("<meta name=\"apple-mobile-web-app-title\" content=\"Refuge\">"),
            "Refuge\"> holds “refuge”",
        ),
        (
            "sums/index.html",
            head("<link rel=\"icon\" href=\"victim.svg\">"),
            "holds “victim”",
        ),
        (
            "sums/manifest.webmanifest",
            r#"{"name":"My diary"}"#.into(),
            "name holds “diary”",
        ),
        (
            "sums/manifest.webmanifest",
            r#"{"icons":[{"src":"police.png"}]}"#.into(),
            "src holds “police”",
        ),
        (
            "sums/manifest.webmanifest",
            r#"{"shortcuts":[{"name":"Abuse"}]}"#.into(),
            "name holds “abuse”",
        ),
        ("sums/manifest.webmanifest", "{".into(), "it is not JSON"),
        (
            "sums/icon.svg",
            "<svg><title>Stalked</title></svg>".into(),
            "the picture holds “stalk”",
        ),
        (
            "sums/icon-9.png",
            "PNG tEXtTitle\0Harassment".into(),
            "a text in the picture holds “harass”",
        ),
    ]
}

#[test]
fn a_word_that_reveals_is_found_wherever_a_phone_shows_it() {
    for (file, text, reason) in spoiled() {
        let findings = findings(file, &text);
        let expected =
            |line: &String| line.starts_with(&format!("{file}:1: ")) && line.contains(reason);
        assert!(findings.iter().any(expected), "{file} {text}: {findings:?}");
        assert_eq!(findings.len(), 1, "{findings:?}");
    }
}

/// What browsers read in a head however it is written, and the reason.
const WRITTEN: &[(&str, &str)] = &[
    // Attributes hold what ends a tag elsewhere.
    (
        "<meta name=\"description\" content=\"a < b > victim\">",
        "b > victim\"> holds “victim”",
    ),
    ("<LINK\nHREF=victim.svg>", "<link href=\"victim.svg\">"),
    (
        "<meta name=title content='&#82;efuge'>",
        "content=\"Refuge\"> holds “refuge”",
    ),
    // Scripts, styles and comments hold what ends a head elsewhere.
    (
        "<script>'</head>'</script><link href=\"victim.svg\">",
        "holds “victim”",
    ),
    (
        "<style>/* </head> */</style><link href=\"victim.svg\">",
        "holds “victim”",
    ),
    (
        "<!-- </head> --><link href=\"victim.svg\">",
        "holds “victim”",
    ),
    (
        "<noscript><link href=\"victim.svg\"></noscript>",
        "holds “victim”",
    ),
    // Nothing but the policy is left out.
    (
        "<link href=\"victim.svg\" title=\"Content-Security-Policy\">",
        "holds “victim”",
    ),
];

#[test]
fn a_head_is_read_as_browsers_read_it() {
    for (head, reason) in WRITTEN {
        let page = PAGE.replace("<title>", &format!("{head}<title>"));
        let findings = findings("sums/index.html", page);
        let [line] = findings.as_slice() else {
            panic!("{head}: {findings:?}");
        };
        assert!(line.contains(reason), "{head}: {line}");
    }
    let title = PAGE.replace("<title>Sums", "<title lang=en>Safe&#116;y sums");
    let [line] = &findings("sums/index.html", title)[..] else {
        panic!("one fault was expected");
    };
    assert!(line.contains("the title holds “safety”"), "{line}");
    // What is not a tag is not read as one.
    for silent in [
        "<script>'<link href=\"victim.svg\">'</script>",
        "<!-- <meta content=\"victim\"> -->",
    ] {
        let page = PAGE.replace("<title>", &format!("{silent}<title>"));
        assert_eq!(findings("sums/index.html", page), [""; 0], "{silent}");
    }
}

#[test]
fn a_number_reveals_in_a_name_and_not_in_a_hash() {
    let name = findings("sums/999.png", "");
    assert!(name.iter().any(|line| line.contains("holds “999”")));
    let path = findings("files.json", r#"{"path":"999/16101cfab2e97192.js"}"#);
    assert!(path.iter().any(|line| line.contains("path holds “999”")));
}
