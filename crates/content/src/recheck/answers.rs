//! Parser of the answers file. Every error has its line, and all are reported in one pass.

use std::path::Path;

use jiff::civil::Date;
use serde::Deserialize;
use toml::{Spanned, Value};

use crate::{ContentError, ContentErrors, Edition, SourceFile};
use domain::build_date::BuildDate;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswersFile {
    #[serde(default)]
    answer: Vec<AnswerFile>,
}

/// An unvalidated answer. An empty field counts as not filled in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerFile {
    service: Spanned<String>,
    result: Spanned<String>,
    date: Option<Spanned<Value>>,
    asked: Option<Spanned<String>>,
    confidence: Option<Spanned<String>>,
    number: Option<Spanned<String>>,
    hours: Option<Spanned<toml::Table>>,
    notes: Option<Spanned<String>>,
}

/// The outcome for one service.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Answer {
    /// Id of the service.
    pub(super) service: String,
    /// Location of the answer.
    pub(super) place: Place,
    /// The outcome.
    pub(super) heard: Outcome,
    /// Notes of the caller.
    pub(super) notes: Option<String>,
}

/// Lines of an answer and of its new values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Line of the service.
    pub(super) service: usize,
    /// Line of the number, or else of the service.
    pub(super) number: usize,
    /// Line of the hours, or else of the service.
    pub(super) hours: usize,
}

/// Outcome of a recheck.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Outcome {
    /// The published facts are correct, or will be once the new values are written.
    Facts(Facts),
    /// No one answered.
    Nothing,
    /// The service no longer exists.
    Gone,
}

/// New values for the data file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Facts {
    /// Date of the recheck.
    pub(super) date: Date,
    /// Source that was asked, as the page names it.
    pub(super) asked: String,
    /// New confidence, in the format of the data file; `None` leaves it unchanged.
    pub(super) confidence: Option<String>,
    /// The new number.
    pub(super) number: Option<String>,
    /// The new hours.
    pub(super) hours: Option<toml::Table>,
}

/// Whether any field is filled in, or the file does not parse.
pub(super) fn has_answers(text: &str) -> bool {
    toml::from_str::<AnswersFile>(text).map_or(true, |file| {
        file.answer.iter().any(|answer| !answer.is_blank())
    })
}

impl AnswerFile {
    fn is_blank(&self) -> bool {
        self.result.get_ref().is_empty() && self.filled().next().is_none()
    }

    /// Returns the names of the filled-in fields, except the result.
    fn filled(&self) -> impl Iterator<Item = &'static str> {
        let text = |field: &Option<Spanned<String>>| words(field.as_ref()).is_some();
        [
            ("date", date_words(self.date.as_ref()).is_some()),
            ("asked", text(&self.asked)),
            ("confidence", text(&self.confidence)),
            ("number", text(&self.number)),
            ("hours", self.hours.is_some()),
            ("notes", text(&self.notes)),
        ]
        .into_iter()
        .filter_map(|(name, filled)| filled.then_some(name))
    }
}

/// Returns the text of a field, or `None` if it is not filled in.
fn words(field: Option<&Spanned<String>>) -> Option<&str> {
    field
        .map(|field| field.get_ref().trim())
        .filter(|words| !words.is_empty())
}

/// Returns the text of a date, with or without quotes.
fn date_words(field: Option<&Spanned<Value>>) -> Option<String> {
    let field = field?.get_ref();
    let words = field.as_str().map_or_else(|| field.to_string(), Into::into);
    Some(words).filter(|words| !words.trim().is_empty())
}

/// Parses the answers that are filled in.
pub(super) fn read(
    root: &Path,
    path: &Path,
    edition: &Edition,
    today: BuildDate,
) -> Result<Vec<Answer>, ContentErrors> {
    let file = SourceFile::read(root, path)?;
    let written: AnswersFile = file.toml(&file.text, 0)?;
    let reader = Reader {
        file: &file,
        edition,
        today,
    };
    let mut problems = ContentErrors::default();
    let mut answers: Vec<Answer> = Vec::new();
    for answer in written.answer.iter().filter(|answer| !answer.is_blank()) {
        let Some(answer) = problems.collect(reader.answer(answer)) else {
            continue;
        };
        if let Some(other) = answers.iter().find(|other| other.service == answer.service) {
            let reason = format!(
                "“{}” is answered in line {} already",
                other.service, other.place.service
            );
            problems.push(ContentError {
                file: file.path.clone(),
                line: answer.place.service,
                reason,
            });
        }
        answers.push(answer);
    }
    problems.into_result(answers)
}

struct Reader<'a> {
    file: &'a SourceFile,
    edition: &'a Edition,
    today: BuildDate,
}

impl Reader<'_> {
    fn answer(&self, written: &AnswerFile) -> Result<Answer, ContentErrors> {
        let mut problems = ContentErrors::default();
        let id = written.service.get_ref();
        let service = self.edition.service(id);
        if service.is_none() {
            let reason = format!("there is no service “{id}” in content/helplines/");
            problems.push(self.at(&written.service, reason));
        }
        let checked = service.map(|service| service.assurance.checked);
        let date = problems.collect(self.date(written, checked).map_err(ContentErrors::from));
        let heard = match written.result.get_ref().as_str() {
            "no-answer" | "gone" => {
                problems.collect(self.no_new_values(written));
                match written.result.get_ref().as_str() {
                    "gone" => Some(Outcome::Gone),
                    _ => Some(Outcome::Nothing),
                }
            }
            "same" => {
                problems.collect(self.no_new_values(written));
                problems
                    .collect(self.facts(written, date.flatten()))
                    .map(Outcome::Facts)
            }
            "changed" => {
                if words(written.number.as_ref()).is_none() && written.hours.is_none() {
                    let reason = "“changed” needs the new number or the new hours. Anything else is \
                                  written into the file by hand, and then the answer is “same”";
                    problems.push(self.at(&written.result, reason));
                }
                problems
                    .collect(self.facts(written, date.flatten()))
                    .map(Outcome::Facts)
            }
            "" => {
                let filled: Vec<&str> = written.filled().collect();
                let reason = format!(
                    "the result is missing, though this is filled in: {}",
                    filled.join(", ")
                );
                problems.push(self.at(&written.result, reason));
                None
            }
            other => {
                let reason = format!(
                    "“{other}” is not a result: they are same, changed, no-answer and gone"
                );
                problems.push(self.at(&written.result, reason));
                None
            }
        };
        match heard {
            Some(heard) if problems.is_empty() => Ok(Answer {
                service: id.clone(),
                place: self.place(written),
                heard,
                notes: words(written.notes.as_ref()).map(Into::into),
            }),
            _ => Err(problems),
        }
    }

    /// Parses the date of the recheck, if it is filled in.
    fn date(
        &self,
        written: &AnswerFile,
        checked: Option<Date>,
    ) -> Result<Option<Date>, ContentError> {
        let (Some(field), Some(words)) = (&written.date, date_words(written.date.as_ref())) else {
            return Ok(None);
        };
        let date: Date = words
            .parse()
            .ok()
            .filter(|date: &Date| date.to_string() == words)
            .ok_or_else(|| self.at(field, "a date is written like 2026-11-22, with no time"))?;
        if date > self.today.date() {
            let today = self.today;
            return Err(self.at(field, format!("{date} is still to come: it is {today}")));
        }
        if let Some(checked) = checked.filter(|checked| date < *checked) {
            let reason = format!("{date} is before {checked}, the day of the last check");
            return Err(self.at(field, reason));
        }
        Ok(Some(date))
    }

    /// Returns the new values. The date and the source that was asked are required.
    fn facts(&self, written: &AnswerFile, date: Option<Date>) -> Result<Facts, ContentErrors> {
        let mut problems = ContentErrors::default();
        // A date that does not parse is reported already.
        if date_words(written.date.as_ref()).is_none() {
            problems.push(self.at(&written.result, "the day on which you asked is missing"));
        }
        let asked = words(written.asked.as_ref());
        match (asked, &written.asked) {
            (Some(asked), Some(field)) if asked.contains(char::is_control) => {
                problems.push(self.at(field, "a source is named on one line"));
            }
            (None, _) => problems.push(self.at(
                &written.result,
                "who was asked? It is printed on the page as the source",
            )),
            _ => {}
        }
        let confidence = words(written.confidence.as_ref());
        if let (Some(word), Some(field)) = (confidence, &written.confidence)
            && !["confirmed", "single"].contains(&word)
        {
            let reason = format!("“{word}” is not how sure it is: that is confirmed or single");
            problems.push(self.at(field, reason));
        }
        match (date, asked) {
            (Some(date), Some(asked)) if problems.is_empty() => Ok(Facts {
                date,
                asked: asked.to_owned(),
                confidence: confidence.map(Into::into),
                number: words(written.number.as_ref()).map(Into::into),
                hours: written.hours.as_ref().map(|hours| hours.get_ref().clone()),
            }),
            _ => Err(problems),
        }
    }

    /// Rejects new values unless the result is “changed”.
    fn no_new_values(&self, written: &AnswerFile) -> Result<(), ContentErrors> {
        let mut problems = ContentErrors::default();
        let result = written.result.get_ref();
        let reason = |what: &str| format!("new {what}, but the result is “{result}”");
        if let Some(number) = &written.number
            && words(Some(number)).is_some()
        {
            problems.push(self.at(number, reason("number")));
        }
        if let Some(hours) = &written.hours {
            problems.push(self.at(hours, reason("hours")));
        }
        problems.into_result(())
    }

    fn place(&self, written: &AnswerFile) -> Place {
        let service = self.at(&written.service, "").line;
        let line = |problem: Option<ContentError>| problem.map_or(service, |problem| problem.line);
        Place {
            service,
            number: line(written.number.as_ref().map(|field| self.at(field, ""))),
            hours: line(written.hours.as_ref().map(|field| self.at(field, ""))),
        }
    }

    fn at<T>(&self, field: &Spanned<T>, reason: impl Into<String>) -> ContentError {
        self.file.problem_at(field.span().start, reason)
    }
}
