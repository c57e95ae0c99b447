//! What a phone shows or keeps of a finished site by itself: names of files and of what is stored, titles,
//! manifests, the text in pictures. A word that gives the subject away in any of it stops the build.
//!
//! The base address is looked at where `site.toml` is read, and the words of the tools where they are read,
//! with their lines; this looks at what came of it.

use std::fs;
use std::path::{Path, PathBuf};

use html5gum::{StartTag, Token, Tokenizer, naive_next_state};
use serde_json::Value;

use crate::ui::boot::SCREENS_FILES;
use content::{ContentError, ContentErrors};
use domain::site::revealing_word;
use domain::storage_keys;

/// Looks at a finished site.
///
/// # Errors
///
/// Everything that reveals something, each with its file.
pub fn check_disclosure(dist: &Path) -> Result<(), ContentErrors> {
    let mut problems = ContentErrors::default();
    for name in storage_keys::ALL {
        look(
            &mut problems,
            "crates/domain/src/storage_keys.rs",
            "the name of what is stored",
            name,
        );
    }
    for path in below(dist) {
        let shown = path.strip_prefix(dist).unwrap_or(&path);
        let file = shown.to_string_lossy().replace('\\', "/");
        look(&mut problems, &file, "the name of the file", &file);
        let ending = path.extension().map(|ending| ending.to_string_lossy());
        let text = || fs::read(&path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let [.., words] = SCREENS_FILES;
        match ending.as_deref() {
            // Text of the screens, as that of the page. No phone shows or keeps it by itself.
            _ if path.file_name().is_some_and(|name| name == words) => {}
            Some("webmanifest" | "json") => {
                let read = text()
                    .ok()
                    .and_then(|text| serde_json::from_str(&text).ok());
                match read {
                    Some(value) => in_json(&mut problems, &file, "", &value),
                    None => problems.push(problem(&file, "it is not JSON".into())),
                }
            }
            Some("html") => in_html(&mut problems, &file, &text().unwrap_or_default()),
            Some("svg") => look(
                &mut problems,
                &file,
                "the picture",
                &text().unwrap_or_default(),
            ),
            Some("png") => {
                // Words stand in pictures as they are, whatever the part is called that holds them.
                let text = text().unwrap_or_default();
                let words = text.split(|c: char| !c.is_ascii_alphanumeric());
                for word in words.filter(|word| word.len() > 3) {
                    look(&mut problems, &file, "a text in the picture", word);
                }
            }
            _ => {}
        }
    }
    problems.into_result(())
}

fn problem(file: &str, reason: String) -> ContentError {
    ContentError {
        file: file.to_owned(),
        line: 1,
        reason,
    }
}

fn look(problems: &mut ContentErrors, file: &str, what: &str, text: &str) {
    if let Some(word) = revealing_word(&without_hashes(text)) {
        let reason =
            format!("{what} holds “{word}”, which tells anyone who sees this phone what it is for");
        problems.push(problem(file, reason));
    }
}

/// Leaves out hashes, in which 999 may stand by chance: 16 hexadecimal digits and more without a break.
fn without_hashes(text: &str) -> String {
    let is_hash = |word: &&str| word.len() >= 16 && word.chars().all(|c| c.is_ascii_hexdigit());
    let words = text.split_inclusive(|c: char| !c.is_ascii_alphanumeric());
    words
        .filter(|word| !is_hash(&word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric())))
        .collect()
}

/// Every text of a manifest, names included.
fn in_json(problems: &mut ContentErrors, file: &str, at: &str, value: &Value) {
    match value {
        Value::String(text) => look(problems, file, at, text),
        Value::Array(values) => values
            .iter()
            .for_each(|value| in_json(problems, file, at, value)),
        Value::Object(values) => {
            for (name, value) in values {
                look(problems, file, "a name", name);
                in_json(problems, file, name, value);
            }
        }
        _ => {}
    }
}

/// The title, and what the head says besides to a system or to other programs.
fn in_html(problems: &mut ContentErrors, file: &str, html: &str) {
    let mut tokens = Tokenizer::new(html);
    let mut title: Option<String> = None;
    let mut in_title = false;
    while let Some(Ok(token)) = tokens.next() {
        match token {
            Token::StartTag(tag) => {
                match tag.name.as_slice() {
                    b"body" => break,
                    b"meta" | b"link" => in_tag(problems, file, &tag),
                    b"title" => {
                        in_title = true;
                        title.get_or_insert_default();
                    }
                    _ => {}
                }
                // Scripts, styles and titles hold text. What is in `noscript` is read where scripts are off.
                let state = naive_next_state(&tag.name).filter(|_| tag.name != b"noscript");
                if let Some(state) = state {
                    tokens.set_state(state);
                }
            }
            Token::EndTag(tag) if tag.name == b"head" => break,
            Token::EndTag(tag) if tag.name == b"title" => in_title = false,
            Token::String(text) if in_title => {
                title
                    .get_or_insert_default()
                    .push_str(&String::from_utf8_lossy(&text));
            }
            _ => {}
        }
    }
    match title {
        Some(title) => look(problems, file, "the title", &title),
        None => problems.push(problem(file, "it has no title".into())),
    }
}

/// Every attribute, but not the policy: it holds hashes, in which anything may stand by chance, and no words.
fn in_tag(problems: &mut ContentErrors, file: &str, tag: &StartTag<()>) {
    let equivalent = tag.attributes.get(b"http-equiv".as_slice());
    if equivalent.is_some_and(|name| name.eq_ignore_ascii_case(b"Content-Security-Policy")) {
        return;
    }
    let element = String::from_utf8_lossy(&tag.name);
    for (name, value) in &tag.attributes {
        let attribute = format!(
            "{}=\"{}\"",
            String::from_utf8_lossy(name),
            String::from_utf8_lossy(value)
        );
        look(
            problems,
            file,
            &format!("<{element} {attribute}>"),
            &attribute,
        );
    }
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(below(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[cfg(test)]
mod tests;
