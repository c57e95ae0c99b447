//! The words of the search and the questions.

/// The words of the search and the questions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels {
    /// What the field for searching is called.
    pub search: String,
    /// How many were found; `{count}`.
    pub found: String,
    /// The heading over what was found to read.
    pub to_read: String,
    /// How many pieces of guidance were found; `{count}`.
    pub found_to_read: String,
    /// That nothing was found.
    pub nothing: String,
    /// That no question was answered.
    pub unanswered: String,
    /// That everything was taken back.
    pub cleared: String,
    /// The heading of the three questions.
    pub choose: String,
    /// How many fit the answers; `{count}`.
    pub fit: String,
    /// That no service fits all the answers.
    pub nobody: String,
    /// Said until the app runs.
    pub waiting: String,
    /// Takes back every answer and the search.
    pub again: String,
    /// An answer that is not in the list.
    pub any: String,
    /// Passes over a question.
    pub skip: String,
    /// Goes back to a question.
    pub change: String,
    /// The three questions.
    pub questions: [String; 3],
    /// What the field for a county, town or police force is called.
    pub near: String,
    /// How many places have that name; `{count}`.
    pub near_found: String,
    /// How many places have a name like it; `{count}`.
    pub near_guess: String,
    /// Said of a place that the page does not know.
    pub near_nothing: String,
    /// What a police force is called among the offers; `{force}`.
    pub force: String,
    /// The heading over what was found.
    pub first: String,
    /// Said of a service whose next check is overdue; `{date}`.
    pub check_first: String,
    /// Said once a number was copied.
    pub copied: String,
    /// Said when it was not.
    pub not_copied: String,
    /// Ends the reading aloud.
    pub hush: String,
    /// There is no voice on the device.
    pub no_voice: String,
}

impl Labels {
    pub(super) fn read(lines: &mut impl Iterator<Item = String>) -> Self {
        let mut next = || lines.next().unwrap_or_default();
        Self {
            search: next(),
            found: next(),
            to_read: next(),
            found_to_read: next(),
            nothing: next(),
            unanswered: next(),
            cleared: next(),
            choose: next(),
            fit: next(),
            nobody: next(),
            waiting: next(),
            again: next(),
            any: next(),
            skip: next(),
            change: next(),
            questions: [next(), next(), next()],
            near: next(),
            near_found: next(),
            near_guess: next(),
            near_nothing: next(),
            force: next(),
            first: next(),
            check_first: next(),
            copied: next(),
            not_copied: next(),
            hush: next(),
            no_voice: next(),
        }
    }
}
