//! Parser of `content/<language>/writing.toml`: words of the screens on which a person writes.

use std::path::Path;

use super::error::ContentErrors;
use super::interface::{check_placeholders, names_all};
use super::reading;
use super::source::SourceFile;
use diary::text::{DAMAGE, FAULTS, OBSTACLES, ScreensText, WEAKNESSES};
use diary::{Behaviour, Question};

/// Name of the file in `content/<language>/`.
pub(super) const FILE: &str = "writing.toml";

/// Reads the words of a language.
pub(super) fn read(root: &Path, language: &str) -> Result<ScreensText, ContentErrors> {
    let path = Path::new("content").join(language).join(FILE);
    let file = SourceFile::read(root, &path)?;
    let text: ScreensText = file.toml(&file.text, 0)?;
    let mut problems = ContentErrors::default();
    for (table, complete) in [
        ("questions", names_all(&text.questions, &Question::ALL)),
        ("behaviours", names_all(&text.behaviours, &Behaviour::ALL)),
    ] {
        if !complete {
            let offset = file.text.find(&format!("[{table}")).unwrap_or(0);
            let reason = format!("[{table}] does not name every one of them");
            problems.push(file.problem_at(offset, reason));
        }
    }
    for (key, texts, names) in [
        ("obstacles", &text.before.obstacles, OBSTACLES.as_slice()),
        ("weaknesses", &text.passphrase.weaknesses, &WEAKNESSES),
        ("damage", &text.unlock.damage, &DAMAGE),
        ("faults", &text.kept.faults, &FAULTS),
    ] {
        if texts.len() != names.len() {
            let offset = file.text.find(&format!("\n{key} ")).map_or(0, |at| at + 1);
            let reason = format!("“{key}” has one text for each of: {}", names.join(", "));
            problems.push(file.problem_at(offset, reason));
        }
    }
    if !["h12", "h23"].contains(&text.ask.clock.as_str()) {
        let offset = file.text.find("\nclock ").map_or(0, |at| at + 1);
        problems.push(file.problem_at(offset, "the clock is “h12” or “h23”"));
    }
    check_placeholders(&file, &text.placeholders(), &mut problems);
    reading::check_strings(&file, &file.toml(&file.text, 0)?, &mut problems);
    problems.into_result(text)
}
