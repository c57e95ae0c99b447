//! The blank answers file.

use std::path::Path;
use std::{fs, io};

use super::answers::has_answers;
use domain::build_date::BuildDate;
use domain::service::Service;

/// Result of writing the blank answers file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// Written, ready to be filled in.
    Written,
    /// Not written: the existing file has answers.
    HasAnswers,
}

/// Writes the blank answers file, unless the existing one has answers.
///
/// # Errors
///
/// The I/O error of reading or writing the file.
pub fn write_blank(path: &Path, answers: &str) -> io::Result<Blank> {
    if fs::read_to_string(path).is_ok_and(|there| has_answers(&there)) {
        return Ok(Blank::HasAnswers);
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, answers)?;
    Ok(Blank::Written)
}

/// Returns the instructions at the top of the file.
pub(super) fn head(today: BuildDate) -> String {
    format!(
        "\
# Answers to the sheet of {today}. What is not filled in is left as it is.
#
# result      \"same\", \"changed\", \"no-answer\" or \"gone\".
# date        The day on which you asked, like \"{today}\".
# asked       Who was asked. It is printed on the page as a source, like \"Rang the helpline\" or
#             \"Read the operator's page\". Never the name of a person.
# confidence  \"confirmed\" if their own staff or page said so, \"single\" if somebody else did.
#             Empty leaves it as it is.
# notes       For you. They are shown again and not published.
#
# With \"changed\" you say what is new: the number, the hours, or both, as in content/helplines/.
#
#   number = \"0808 802 0300\"
#   [answer.hours]
#   kind = \"weekly\"
#   agreement = \"confirmed\"
#   bank_holidays = \"closed\"
#   [answer.hours.week]
#   mon = [\"09:30-16:00\"]
#
# Then: make recheck ANSWERS=target/recheck/answers.toml
"
    )
}

/// Returns a blank answer.
pub(super) fn answer(service: &Service, contacts: &[(String, String)]) -> String {
    let call = contacts.iter().find(|(kind, _)| kind == "call");
    let number = call.map_or(String::new(), |(_, number)| format!(", {number}"));
    format!(
        "\n# {}{number}\n[[answer]]\nservice = \"{}\"\nresult = \"\"\ndate = \"\"\nasked = \"\"\n\
         confidence = \"\"\nnotes = \"\"\n",
        service
            .name
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        service.id
    )
}
