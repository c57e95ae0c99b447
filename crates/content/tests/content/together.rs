//! Files that cannot be parsed at all, and several errors at once.

use content::ContentError;

use crate::copy::{Copy, GUIDE, HOLIDAYS, SERVICE, SITE};
use crate::fault::Edit::{self, Line, Swap};
use crate::fault::{line_of, problems};
use test_support::copy::INTERFACE;

/// The first byte is valid in Latin-1 and never in UTF-8.
const LATIN_1: [u8; 4] = [0xe9, b'a', b'b', b'\n'];

#[track_caller]
fn one_unreadable_file(copy: &Copy, file: &str) {
    let found = problems(copy);
    let [
        ContentError {
            file: named,
            line,
            reason,
        },
    ] = found.as_slice()
    else {
        panic!("{file}: {found:#?}");
    };
    assert_eq!((named.as_str(), *line), (file, 1), "{reason}");
    assert!(reason.contains("cannot be read"), "{reason}");
}

#[test]
fn a_file_that_is_not_utf_8_is_named() {
    for file in [SERVICE, GUIDE, HOLIDAYS, INTERFACE, SITE] {
        let copy = Copy::new();
        copy.write(file, LATIN_1);
        one_unreadable_file(&copy, file);
    }
}

#[test]
fn a_file_that_is_missing_is_named() {
    for file in [HOLIDAYS, INTERFACE, SITE] {
        let copy = Copy::new();
        copy.remove(file);
        one_unreadable_file(&copy, file);
    }
}

#[test]
fn a_folder_in_the_place_of_a_file_is_named() {
    let copy = Copy::new();
    copy.write("content/helplines/folder.toml/inside.txt", "");
    one_unreadable_file(&copy, "content/helplines/folder.toml");
}

/// The edit of each file, and the positions of the two errors (`""` for a removed line).
const SEVERAL: [(&str, [Edit; 2], [&str; 2]); 5] = [
    (
        SITE,
        [
            Line("", "title", "title = \"My diary\""),
            Line(
                "[[exit]]",
                "address",
                "address = \"https://information.example/\\u0023\"",
            ),
        ],
        ["My diary", "u0023"],
    ),
    (
        INTERFACE,
        [
            Line("[ways]", "landmark", "landmark = \"Parts\""),
            Line("[areas]", "wales", ""),
        ],
        ["", "[areas]"],
    ),
    (
        SERVICE,
        [
            Swap("0808 802 0300", "0808 802"),
            Swap("next_check = 2027-02-19", "next_check = 2026-02-19"),
        ],
        ["0808 802", "next_check"],
    ),
    (
        GUIDE,
        [
            Swap("title = \"An example\"", "title = \"\""),
            Swap("next_check = 2027-05-21", "next_check = 2026-05-21"),
        ],
        ["title = \"\"", "next_check"],
    ),
    (
        HOLIDAYS,
        [
            Swap("2026-05-04", "2026-05-03"),
            Swap("next_check = 2027-02-20", "next_check = 2026-02-20"),
        ],
        ["2026-05-03", "next_check = 2026-02-20"],
    ),
];

#[test]
fn faults_in_several_files_are_reported_in_one_go() {
    let copy = Copy::new();
    let mut expected = Vec::new();
    for (file, edits, at) in SEVERAL {
        let text = edits
            .iter()
            .fold(copy.read(file), |text, edit| edit.apply(&text));
        copy.write(file, &text);
        let lines = at
            .iter()
            .filter(|words| !words.is_empty())
            .map(|words| line_of(&text, words));
        expected.extend(lines.map(|line| (file.to_owned(), line)));
    }
    let found: Vec<(String, usize)> = problems(&copy)
        .into_iter()
        .map(|problem| (problem.file, problem.line))
        .collect();
    assert_eq!(found, expected, "{:#?}", problems(&copy));
}

#[test]
fn a_file_that_would_not_be_read_is_named() {
    for stray in [
        "content/en/diary/tips.txt",
        "content/helplines/notes.md",
        "content/en/phones/tags.md",
    ] {
        let copy = Copy::new();
        copy.write(stray, "");
        let found = problems(&copy);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(stray.starts_with(&found[0].file), "{found:#?}");
        assert!(found[0].reason.contains("would not be published"));
    }
}

#[test]
fn lines_that_end_as_they_do_on_windows_are_read() {
    let copy = Copy::new();
    for file in [SERVICE, GUIDE, HOLIDAYS, INTERFACE, SITE] {
        let text = std::fs::read_to_string(copy.root().join(file)).unwrap();
        copy.write(file, text.replace('\n', "\r\n"));
    }
    assert_eq!(problems(&copy), []);
}
