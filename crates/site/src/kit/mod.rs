//! The drop-in exit for other sites, whatever they are built with.
//!
//! It consists of the exit's scripts (`scripts/exit/`), the cover's way back and a few lines that render both, in one
//! file of less than 2 kB compressed. `prerender` writes it to `kit/`, beside `dist/` and not into it. `README.md`
//! beside this file, which is written to `kit/` too, says what it can and cannot do on a site of several pages.

use std::path::Path;
use std::{fs, io};

use crate::page::{Inline, ScriptError, minify};
use crate::ui::{cover, exit};
use content::Edition;
use domain::site::Site;

/// The files of the drop-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kit {
    /// The script, which contains its style.
    pub script: String,
    /// The style of a link that the page has already, with or without the script.
    pub style: String,
    /// The markup for pages where the script may not run.
    pub block: String,
    /// Instructions and limits.
    pub guide: String,
}

impl Kit {
    /// Builds the drop-in with the text of one language and the first exit destination of `site`.
    ///
    /// # Errors
    ///
    /// [`ScriptError`] if the script does not parse.
    pub fn new(edition: &Edition, site: &Site) -> Result<Self, ScriptError> {
        let text = &edition.text;
        let destination = site.exits.first().address.as_str();
        let drawn = Inline::style(include_str!("kit.css"));
        let without_script = Inline::style(include_str!("without_script.css"));
        let words = [
            ("DESTINATION", destination),
            ("LABEL", &text.exit.label),
            ("DISH", &text.cover.title),
            ("INTRO", first_sentence(&text.cover.intro)),
            ("STYLE", drawn.as_str()),
        ];
        let filled = |text: &str, write: fn(&str) -> String| {
            words
                .into_iter()
                .fold(text.to_owned(), |text, (name, word)| {
                    text.replace(name, &write(word))
                })
        };
        let parts = [script!("kit/kit.js")]
            .into_iter()
            .chain(exit::LEAVING)
            .chain([cover::WAY_BACK]);
        let script: String = parts.collect();
        let block = filled(include_str!("leave.html"), in_markup);
        Ok(Self {
            script: minify(&filled(&script, in_string))?,
            style: format!("{}\n{}\n", drawn.as_str(), without_script.as_str()),
            guide: include_str!("README.md")
                .replace("BLOCK\n", &block)
                .replace("LABEL", &text.exit.label)
                .replace("DISH", &text.cover.title)
                .replace("DESTINATION", destination),
            block,
        })
    }

    /// Writes the files to a folder.
    ///
    /// # Errors
    ///
    /// The I/O error of a file that cannot be written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        fs::write(folder.join("leave.js"), &self.script)?;
        fs::write(folder.join("leave.css"), &self.style)?;
        fs::write(folder.join("leave.html"), &self.block)?;
        fs::write(folder.join("README.md"), &self.guide)
    }
}

/// Returns the first sentence: enough for a page that is shown for a moment.
fn first_sentence(words: &str) -> &str {
    words
        .split_inclusive(". ")
        .next()
        .unwrap_or_default()
        .trim_end()
}

/// Escapes text for a single-quoted JavaScript string.
fn in_string(words: &str) -> String {
    words.replace('\\', "\\\\").replace('\'', "\\'")
}

/// Escapes text for HTML content or attribute values.
fn in_markup(words: &str) -> String {
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    words.replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{in_markup, in_string};

    #[test]
    fn words_cannot_leave_the_place_they_are_put_into() {
        assert_eq!(in_string(r"it's \ here"), r"it\'s \\ here");
        assert_eq!(in_markup(r#"<a> & "b""#), "&lt;a> &amp; &quot;b&quot;");
    }
}
