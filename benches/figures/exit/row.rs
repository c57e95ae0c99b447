//! One outcome: a question, two results, and the expectation for ours.

use serde_json::{Value, json};

use crate::harness::Outcome;

/// The result for one of the two exits.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// A measurement.
    Number(f64),
    /// An observation.
    Words(String),
    /// Not applicable to this exit.
    DoesNotApply,
    /// It could not be measured, and why.
    NotMeasured(String),
}

/// The expectation for our result.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Wants {
    /// A number that is no larger.
    AtMost(f64),
    /// A number that is no smaller.
    AtLeast(f64),
    /// Exactly these words.
    Exactly(&'static str),
    /// Anything that was measured.
    Anything,
}

/// A question, before it is measured.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question {
    /// The question.
    pub(super) what: &'static str,
    /// The unit: `ms`, `px`, or none.
    pub(super) unit: &'static str,
    /// The expectation for ours.
    pub(super) wants: Wants,
}

/// A question with both results.
#[derive(Debug)]
pub(crate) struct Row {
    question: Question,
    ours: Cell,
    theirs: Cell,
}

impl Cell {
    pub(super) fn words(words: impl Into<String>) -> Self {
        Self::Words(words.into())
    }

    pub(super) fn yes_or_no(yes: bool) -> Self {
        Self::words(if yes { "yes" } else { "no" })
    }

    fn text(&self, unit: &str) -> String {
        match self {
            Self::Number(number) => {
                let number = format!("{number:.1}");
                let short = number.strip_suffix(".0").unwrap_or(&number);
                format!("{short} {unit}").trim_end().to_owned()
            }
            Self::Words(words) => words.clone(),
            Self::DoesNotApply => "-".into(),
            Self::NotMeasured(_) => "NOT MEASURED".into(),
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::Number(number) => json!(number),
            Self::Words(words) => json!(words),
            Self::DoesNotApply => Value::Null,
            Self::NotMeasured(why) => json!({ "not measured": why }),
        }
    }
}

impl Wants {
    fn holds(self, cell: &Cell) -> bool {
        match (self, cell) {
            (_, Cell::NotMeasured(_)) => false,
            (Self::AtMost(most), Cell::Number(number)) => *number <= most,
            (Self::AtLeast(least), Cell::Number(number)) => *number >= least,
            (Self::Exactly(words), Cell::Words(found)) => found == words,
            (Self::Anything, _) => true,
            _ => false,
        }
    }

    fn text(self, unit: &str) -> String {
        match self {
            Self::AtMost(most) => format!("at most {}", Cell::Number(most).text(unit)),
            Self::AtLeast(least) => format!("at least {}", Cell::Number(least).text(unit)),
            Self::Exactly(words) => words.to_owned(),
            Self::Anything => String::new(),
        }
    }
}

impl Row {
    /// The rows of several questions and the results of both exits.
    pub(super) fn all<const N: usize>(
        questions: [Question; N],
        ours: Outcome<[Cell; N]>,
        theirs: Outcome<[Cell; N]>,
    ) -> Vec<Self> {
        let answers = |outcome: Outcome<[Cell; N]>| {
            outcome.unwrap_or_else(|error| {
                std::array::from_fn(|_| Cell::NotMeasured(error.to_string()))
            })
        };
        let both = answers(ours).into_iter().zip(answers(theirs));
        let rows = questions.into_iter().zip(both);
        rows.map(|(question, (ours, theirs))| Self {
            question,
            ours,
            theirs,
        })
        .collect()
    }

    /// The rows of several questions that are not asked of the other exit.
    pub(super) fn alone<const N: usize>(
        questions: [Question; N],
        ours: Outcome<[Cell; N]>,
    ) -> Vec<Self> {
        Self::all(questions, ours, Ok([const { Cell::DoesNotApply }; N]))
    }

    /// Our result.
    pub(super) fn ours(&self) -> &Cell {
        &self.ours
    }

    /// Whether ours meets the expectation.
    pub(crate) fn holds(&self) -> bool {
        self.question.wants.holds(&self.ours)
    }

    /// The header of the table.
    pub(crate) fn head() -> String {
        let version = super::fixture::PEER_VERSION;
        let theirs = format!("GOV.UK {version}");
        format!("{:<70} {:<20} {theirs:<26} budget", "The exit", "ours")
    }

    /// A line of the table, and below it why something could not be measured.
    pub(crate) fn line(&self) -> String {
        let Question { what, unit, wants } = self.question;
        let verdict = if self.holds() { "" } else { "   <-- not so" };
        let mut line = format!(
            "{what:<70} {:<20} {:<26} {}{verdict}",
            self.ours.text(unit),
            self.theirs.text(unit),
            wants.text(unit),
        );
        for (whose, cell) in [("ours", &self.ours), ("GOV.UK", &self.theirs)] {
            if let Cell::NotMeasured(why) = cell {
                line = format!("{line}\n    {whose}: {why}");
            }
        }
        line.trim_end().to_owned()
    }

    /// The same as JSON.
    pub(crate) fn json(&self) -> Value {
        json!({
            "what": self.question.what,
            "unit": self.question.unit,
            "ours": self.ours.json(),
            "govuk": self.theirs.json(),
            "wants": self.question.wants.text(self.question.unit),
            "holds": self.holds(),
        })
    }
}

/// The 95th percentile.
pub(super) fn worst_of_most(values: &[f64]) -> Option<f64> {
    at_rank(values, values.len() * 95)
}

/// The median.
pub(super) fn middle(values: &[f64]) -> Option<f64> {
    at_rank(values, values.len() * 50)
}

/// A percentile, with its rank rounded up.
fn at_rank(values: &[f64], hundredths: usize) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
        .get(hundredths.div_ceil(100).checked_sub(1)?)
        .copied()
}
