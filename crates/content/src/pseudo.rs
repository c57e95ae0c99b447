//! Pseudo-locales, generated from the English edition to test other languages.
//!
//! They are built and tested, never shipped. The first has accents and is a third longer; the second is
//! right-to-left, by the Unicode override that reverses each run of text. Text without either is hard-coded, out of
//! reach of translators.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Edition;
use crate::InterfaceText;
use domain::guide::{Block, EasyRead, Guide, Inline};
use domain::locale::{Direction, Locale};
use domain::service::{Service, ServiceDescription};

/// A pseudo-locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pseudo {
    /// Accented and a third longer: `en-XA`.
    Longer,
    /// Right-to-left: `ar-XB`.
    Mirrored,
}

impl Pseudo {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Longer, Self::Mirrored];

    /// Returns the locale, with the tag that CLDR reserves for it.
    #[must_use]
    pub fn locale(self) -> Locale {
        let (lang, dir) = match self {
            Self::Longer => ("en-XA", Direction::Ltr),
            Self::Mirrored => ("ar-XB", Direction::Rtl),
        };
        Locale {
            lang: lang.into(),
            dir,
            name: lang.into(),
        }
    }

    /// Pseudo-translates a text. Placeholders such as `{date}` stay unchanged.
    #[must_use]
    pub fn translate(self, words: &str) -> String {
        let mut out = String::new();
        let mut placeholder = false;
        for c in words.chars() {
            placeholder |= c == '{';
            match self {
                Self::Longer if !placeholder => out.push_str(longer(c)),
                _ => {}
            }
            if placeholder || self == Self::Mirrored || longer(c).is_empty() {
                out.push(c);
            }
            placeholder &= c != '}';
        }
        match self {
            Self::Longer => out,
            Self::Mirrored => format!("\u{202e}{out}\u{202c}"),
        }
    }

    /// Pseudo-translates an edition.
    #[must_use]
    pub fn edition(self, edition: &Edition) -> Edition {
        let services = |services: &[Service]| {
            let services = services.iter().cloned().map(|mut service| {
                service.words = self.service_words(service.words);
                service
            });
            services.collect()
        };
        Edition {
            text: self.interface(&edition.text),
            screens: self.translated(&edition.screens),
            services: services(&edition.services),
            unlisted: services(&edition.unlisted),
            guides: edition
                .guides
                .iter()
                .map(|guide| self.guide(guide))
                .collect(),
            bank_holidays: edition.bank_holidays.clone(),
            places: edition.places.clone(),
        }
    }

    fn interface(self, text: &InterfaceText) -> InterfaceText {
        let mut text = self.translated(text);
        text.locale = self.locale();
        text
    }

    /// Translates every string of a value, except in a table `locale`.
    fn translated<T: Clone + Serialize + DeserializeOwned>(self, value: &T) -> T {
        let translated = toml::Value::try_from(value).map(|mut value| {
            self.every_string(&mut value);
            value
        });
        let translated = translated.ok().and_then(|value| value.try_into().ok());
        translated.unwrap_or_else(|| value.clone())
    }

    fn every_string(self, value: &mut toml::Value) {
        match value {
            toml::Value::String(words) => *words = self.translate(words),
            toml::Value::Array(values) => {
                for value in values {
                    self.every_string(value);
                }
            }
            toml::Value::Table(table) => {
                table
                    .iter_mut()
                    .filter(|(key, _)| *key != "locale")
                    .for_each(|(_, value)| self.every_string(value));
            }
            _ => {}
        }
    }

    fn service_words(self, words: ServiceDescription) -> ServiceDescription {
        let all = |lines: Vec<String>| lines.iter().map(|line| self.translate(line)).collect();
        ServiceDescription {
            eligibility: self.translate(&words.eligibility),
            hours: words.hours.map(|text| self.translate(&text)),
            brief: words.brief.map(|text| self.translate(&text)),
            traces: words.traces.map(|text| self.translate(&text)),
            call: all(words.call),
            search: all(words.search),
            crisis: all(words.crisis),
            steps: all(words.steps),
            notes: all(words.notes),
        }
    }

    fn guide(self, guide: &Guide) -> Guide {
        Guide {
            title: self.translate(&guide.title),
            summary: self.translate(&guide.summary),
            search: guide
                .search
                .iter()
                .map(|words| self.translate(words))
                .collect(),
            blocks: guide.blocks.iter().map(|block| self.block(block)).collect(),
            easy: guide.easy.as_ref().map(|easy| EasyRead {
                title: self.translate(&easy.title),
                lines: easy
                    .lines
                    .iter()
                    .map(|(drawing, text)| (*drawing, self.text(text)))
                    .collect(),
            }),
            ..guide.clone()
        }
    }

    fn block(self, block: &Block) -> Block {
        let lines = |lines: &[Vec<Inline>]| lines.iter().map(|line| self.text(line)).collect();
        match block {
            Block::Heading { depth, text } => Block::Heading {
                depth: *depth,
                text: self.text(text),
            },
            Block::Paragraph(text) => Block::Paragraph(self.text(text)),
            Block::List { kind, items } => Block::List {
                kind: *kind,
                items: lines(items),
            },
            Block::Boxes(items) => Block::Boxes(lines(items)),
            Block::Choice {
                question,
                several,
                answers,
            } => Block::Choice {
                question: self.text(question),
                several: *several,
                answers: answers.iter().map(|words| self.translate(words)).collect(),
            },
            Block::Part { fits, blocks } => Block::Part {
                fits: fits.clone(),
                blocks: blocks.iter().map(|block| self.block(block)).collect(),
            },
            Block::Picture {
                picture,
                alternative,
            } => Block::Picture {
                picture: *picture,
                alternative: self.translate(alternative),
            },
            Block::Sheet { sheet, words } => Block::Sheet {
                sheet: *sheet,
                words: self.translate(words),
            },
            Block::Go(view, words) => Block::Go(*view, self.translate(words)),
            Block::Note(paragraphs) => Block::Note(lines(paragraphs)),
            Block::Example { caption, rows } => Block::Example {
                caption: self.text(caption),
                rows: rows
                    .iter()
                    .map(|(label, text)| (self.translate(label), self.text(text)))
                    .collect(),
            },
            Block::Term { word, meaning } => Block::Term {
                word: self.translate(word),
                meaning: self.text(meaning),
            },
            Block::Rehearsal(words) => Block::Rehearsal(self.translate(words)),
            Block::Look(words) => Block::Look(self.translate(words)),
            Block::Keep(words) => Block::Keep(self.translate(words)),
            Block::Call { service, words } => Block::Call {
                service: service.clone(),
                words: self.translate(words),
            },
        }
    }

    fn text(self, text: &[Inline]) -> Vec<Inline> {
        text.iter()
            .map(|inline| match inline {
                Inline::Plain(words) => Inline::Plain(self.translate(words)),
                Inline::Strong(inner) => Inline::Strong(self.text(inner)),
                Inline::Risk(inner) => Inline::Risk(self.text(inner)),
                Inline::ViewName(view, words) => Inline::ViewName(*view, self.translate(words)),
                Inline::Number(number) => Inline::Number(number.clone()),
                Inline::Link(address, words) => {
                    Inline::Link(address.clone(), self.translate(words))
                }
            })
            .collect()
    }
}

/// Returns the letter with an accent, vowels doubled, so that words grow by about a third. Empty for a character
/// that stays unchanged.
const fn longer(c: char) -> &'static str {
    match c {
        'a' => "áá",
        'e' => "éé",
        'i' => "íí",
        'o' => "óó",
        'u' => "úú",
        'c' => "ç",
        'n' => "ñ",
        's' => "š",
        'y' => "ý",
        'A' => "Á",
        'E' => "É",
        'I' => "Í",
        'O' => "Ó",
        'U' => "Ú",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::Pseudo;

    #[test]
    fn words_grow_and_placeholders_stay() {
        let words = "Checked on {date}: every line.";
        let longer = Pseudo::Longer.translate(words);
        assert!(longer.contains("{date}"), "{longer}");
        assert!(
            longer.chars().count() * 10 > words.chars().count() * 12,
            "{longer}"
        );
        assert!(!longer.contains("every"));
    }

    #[test]
    fn mirrored_words_are_overridden_and_closed_again() {
        assert_eq!(Pseudo::Mirrored.translate("Leave"), "\u{202e}Leave\u{202c}");
    }
}
