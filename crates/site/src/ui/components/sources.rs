//! Sources of a fact, and when they were last compared.

use content::InterfaceText;
use domain::service::{Assurance, Source};

/// Fills the placeholders of an assurance line: `{date}`, `{newest}`, `{next}` and `{sources}`.
pub(super) fn checked(line: &str, assurance: &Assurance, text: &InterfaceText) -> String {
    let newest = match assurance.newest_source() {
        Some(date) => text.service.newest.replace("{date}", &date),
        None => text.service.undated.clone(),
    };
    line.replace("{date}", &text.date(assurance.checked))
        .replace("{newest}", &newest)
        .replace("{next}", &text.date(assurance.next_check))
        .replace("{sources}", &sources(&assurance.sources))
}

/// Lists every source with its date in one line, without duplicates.
fn sources(sources: &[Source]) -> String {
    let mut cited: Vec<String> = Vec::new();
    for Source { name, date } in sources {
        let line = format!("{name} ({date})");
        if !cited.contains(&line) {
            cited.push(line);
        }
    }
    cited.join(", ")
}

#[cfg(test)]
mod tests {
    use super::{Source, sources};

    fn source(name: &str, date: &str) -> Source {
        Source {
            name: name.into(),
            date: date.into(),
        }
    }

    #[test]
    fn each_source_stands_with_its_date_and_only_what_reads_alike_stands_once() {
        let given = [
            source("a paper", "2019"),
            source("a trust", "no date"),
            source("a paper", "April 2019"),
            source("a paper", "2019"),
        ];
        assert_eq!(
            sources(&given),
            "a paper (2019), a trust (no date), a paper (April 2019)"
        );
    }
}
