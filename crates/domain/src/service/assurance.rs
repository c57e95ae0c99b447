//! Assurance of facts. Terms from HSDS (`assured_date`).

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Sources of a fact, and the date of the last check (HSDS `assured_date`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assurance {
    /// Date on which the facts were last compared with their sources.
    pub checked: Date,
    /// Date by which they have to be compared again.
    pub next_check: Date,
    /// Confidence in the facts.
    pub confidence: Confidence,
    /// Sources.
    pub sources: Vec<Source>,
}

/// Confidence in a published fact. Anything less certain is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// The organization's own page, or two independent sources.
    Confirmed,
    /// One secondary source.
    Single,
    /// Some of it is common sense that no expert has read yet. No number and no law rests on that.
    Advice,
}

/// A source of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Publisher.
    pub name: String,
    /// Date, as the source writes it.
    pub date: String,
}

impl Source {
    /// Whether the year of the date can be read, or it says that there is none.
    ///
    /// Every word is a year, a day, a month or, in small letters, a word such as “about”, and a whole date
    /// exists in the calendar.
    #[must_use]
    pub fn has_readable_date(&self) -> bool {
        if self.date == "no date" || self.date.starts_with("no date,") {
            return true;
        }
        let is_known = |word: &str| match word.parse::<u16>() {
            Ok(number) => (1..=31).contains(&number) || YEARS.contains(&number),
            Err(_) => word.chars().all(char::is_lowercase) || MONTHS.contains(&word),
        };
        let dates = dates_of(&self.date);
        words_of(&self.date).into_iter().all(is_known)
            && !dates.is_empty()
            && dates.iter().all(WrittenDate::exists)
    }
}

impl Assurance {
    /// The date of the newest source, as that source gives it, or `None` if none has a date that can be read.
    ///
    /// Sources write their dates as people do: `14 August 2026`, `April 2019`, `about 2022-23`, or several in
    /// one (`8 April 2019 and May 2023`), of which the newest counts. A day is newer than its month alone, and a
    /// month than its year alone.
    #[must_use]
    pub fn newest_source(&self) -> Option<String> {
        let dates = self.sources.iter().flat_map(|source| {
            let dates = dates_of(&source.date);
            let only = dates.len() == 1;
            // Qualifiers such as “about” or “no later than” are kept if the source has only one date.
            let written = move |date: WrittenDate| {
                let words = if only {
                    source.date.clone()
                } else {
                    date.words
                };
                (date.order, words)
            };
            dates.into_iter().map(written)
        });
        let newest = dates.fold(None, |newest: Option<(_, String)>, date| match newest {
            Some(newest) if newest.0 >= date.0 => Some(newest),
            _ => Some(date),
        });
        newest.map(|(_, words)| words)
    }
}

/// A date as written, with its sort key: year, month, day, with 0 for a missing component.
struct WrittenDate {
    order: (u16, usize, u8),
    words: String,
}

impl WrittenDate {
    /// Whether the month has the day, if both are written.
    fn exists(&self) -> bool {
        let (year, month, day) = self.order;
        let date = || {
            Date::new(
                year.try_into().ok()?,
                month.try_into().ok()?,
                day.try_into().ok()?,
            )
            .ok()
        };
        day == 0 || date().is_some()
    }
}

/// The years that sources can be from.
const YEARS: Range<u16> = 1900..2200;

/// The months as sources write them.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn words_of(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Finds every date in a text, in order.
fn dates_of(text: &str) -> Vec<WrittenDate> {
    let words = words_of(text);
    let mut dates = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let year = word.parse::<u16>().ok();
        let Some(year) = year.filter(|year| YEARS.contains(year)) else {
            continue;
        };
        let before = |steps: usize| words.get(place.checked_sub(steps)?).copied();
        let month = before(1).and_then(|word| MONTHS.iter().position(|month| *month == word));
        let day = before(2).and_then(|word| word.parse::<u8>().ok());
        let day = day.filter(|day| month.is_some() && (1..=31).contains(day));
        let first = place - usize::from(month.is_some()) - usize::from(day.is_some());
        dates.push(WrittenDate {
            order: (year, month.map_or(0, |month| month + 1), day.unwrap_or(0)),
            words: words.get(first..=place).unwrap_or_default().join(" "),
        });
    }
    dates
}

#[cfg(test)]
mod tests {
    use super::{Assurance, Confidence, Source};
    use jiff::civil::date;

    fn newest(dates: &[&str]) -> Option<String> {
        let source = |date: &&str| Source {
            name: "A page".into(),
            date: (*date).into(),
        };
        let assurance = Assurance {
            checked: date(2026, 11, 29),
            next_check: date(2027, 2, 27),
            confidence: Confidence::Confirmed,
            sources: dates.iter().map(source).collect(),
        };
        assurance.newest_source()
    }

    #[test]
    fn the_newest_source_is_found_however_its_date_is_written() {
        for (dates, expected) in [
            (vec!["no date"], None),
            (
                vec!["April 2019", "8 April 2019", "no date"],
                Some("8 April 2019"),
            ),
            (
                vec!["2018", "about 2022-23", "December 2016"],
                Some("about 2022-23"),
            ),
            (
                vec!["8 April 2019, May 2023 and 11 February 2025"],
                Some("11 February 2025"),
            ),
            (vec!["14 August 2026", "2026"], Some("14 August 2026")),
            (
                vec!["1 and 7 October 2026", "4 September 2026"],
                Some("1 and 7 October 2026"),
            ),
            (
                vec!["2023 and later", "31 May 2022"],
                Some("2023 and later"),
            ),
            (vec!["line 2500 of 31"], None),
        ] {
            assert_eq!(newest(&dates).as_deref(), expected, "{dates:?}");
        }
    }

    #[test]
    fn a_date_is_refused_if_its_year_cannot_be_read_or_its_day_does_not_exist() {
        let is_readable = |date: &str| {
            let source = Source {
                name: "A page".into(),
                date: date.into(),
            };
            source.has_readable_date()
        };
        for date in [
            "no date",
            "no date, old",
            "2026",
            "about 2022-23",
            "2023 and later",
            "1 and 7 October 2026",
            "29 February 2024",
            "8 April 2019, May 2023 and 11 February 2025",
        ] {
            assert!(is_readable(date), "{date}");
        }
        for date in [
            "",
            "recently",
            "nodate",
            "no dates",
            "October",
            "20226",
            "Febuary 2026",
            "october 2026 BC",
            "31 February 2026",
            "32 January 2026",
            "2026-13-45",
            "29 February 2025 and May 2026",
        ] {
            assert!(!is_readable(date), "{date}");
        }
    }
}
