//! The exit for other people's pages: a charity's own site, whatever it is made with.
//!
//! It is the exit's own scripts (`src/ui/exit`), the cover's way back and a few lines that draw
//! both, in one file of less than two kilobytes as it travels. `prerender` writes it to `kit/`,
//! beside `dist/` and not into it. What it can do on a site of several addresses, and what it
//! cannot, stands in `README.md` beside this file, which is written to `kit/` too.

use std::path::Path;
use std::{fs, io};

use crate::content::Edition;
use crate::domain::site::Site;
use crate::page::{ScriptError, minify, trim_lines};
use crate::ui::{cover, exit};

/// Everything that goes onto another page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kit {
    /// The script, with its style inside.
    pub script: String,
    /// The style of a link that is in the page already, with or without the script.
    pub style: String,
    /// What is pasted where the script may not run.
    pub block: String,
    /// How to use it, and what it cannot do.
    pub guide: String,
}

impl Kit {
    /// The drop-in with the words of one language and the first destination of `site`.
    ///
    /// # Errors
    ///
    /// [`ScriptError`] if its script cannot be read.
    pub fn new(edition: &Edition, site: &Site) -> Result<Self, ScriptError> {
        let text = &edition.text;
        let destination = site.exits.first().address.as_str();
        let drawn = trim_lines(include_str!("kit.css")).replace('\n', " ");
        let words = [
            ("DESTINATION", destination),
            ("LABEL", &text.exit.label),
            ("DISH", &text.cover.title),
            ("INTRO", first_sentence(&text.cover.intro)),
            ("STYLE", drawn.trim_end()),
        ];
        let filled = |text: &str, write: fn(&str) -> String| {
            words
                .into_iter()
                .fold(text.to_owned(), |text, (name, word)| {
                    text.replace(name, &write(word))
                })
        };
        let parts = [include_str!("kit.js")]
            .into_iter()
            .chain(exit::LEAVING)
            .chain([cover::WAY_BACK]);
        let script: String = parts.collect();
        let block = filled(include_str!("leave.html"), in_markup);
        Ok(Self {
            script: minify(&filled(&script, in_string))?,
            style: format!(
                "{drawn}\n{}",
                trim_lines(include_str!("without_script.css"))
            ),
            guide: include_str!("README.md")
                .replace("BLOCK\n", &block)
                .replace("LABEL", &text.exit.label)
                .replace("DISH", &text.cover.title)
                .replace("DESTINATION", destination),
            block,
        })
    }

    /// Writes it into a folder.
    ///
    /// # Errors
    ///
    /// What the file system says.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        fs::write(folder.join("leave.js"), &self.script)?;
        fs::write(folder.join("leave.css"), &self.style)?;
        fs::write(folder.join("leave.html"), &self.block)?;
        fs::write(folder.join("README.md"), &self.guide)
    }
}

/// Enough for a page that is shown for a moment.
fn first_sentence(words: &str) -> &str {
    words
        .split_inclusive(". ")
        .next()
        .unwrap_or_default()
        .trim_end()
}

/// `words` between the single quotes of a script.
fn in_string(words: &str) -> String {
    words.replace('\\', "\\\\").replace('\'', "\\'")
}

/// `words` in HTML, between tags or quotes.
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
