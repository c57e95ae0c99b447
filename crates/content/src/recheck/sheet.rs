//! The call sheet for the person who phones the services: plain text, for paper.

use std::fmt::Write as _;
use std::path::Path;

use super::blank;
use super::due::{self, Due, DueFilter};
use super::text_layout::{rule, to_fill, wrapped};
use crate::{ContentErrors, Edition, SourceFile};
use domain::build_date::BuildDate;
use domain::service::{Agreement, Confidence, Group, Hours, OnBankHolidays, Period};
use domain::site::Site;

/// A call sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallSheet {
    /// The sheet as text.
    pub text: String,
    /// The answers file, with a blank answer for each service.
    pub answers: String,
    /// Number of services on it.
    pub services: usize,
}

/// Advice for the caller, before the first service.
const ADVICE: [&str; 8] = [
    "Say at once who you are: “I keep a list of helplines. I am safe and I am not calling about \
     myself. May I check what we print about you, or is there an office I should ask?”",
    "Never pretend to be somebody who needs help.",
    "An office number or an e-mail address is better than the helpline. Look for one first.",
    "Do not keep a helpline in its busy hours. Ask when it is quiet. If somebody is waiting, ring off.",
    "Never ring or text 999, 112, 101 or 18000 to check them. Read the operator's own page instead.",
    "Never try a text line by texting it: somebody would sit down to answer you.",
    "Write down what they said, not what you think. “They did not know” is an answer.",
    "Write no name of a person, on this sheet or in the file of answers.",
];

/// Questions for a call.
const ON_THE_TELEPHONE: [&str; 6] = [
    "Is this still the number?",
    "DueFilter days and hours?",
    "Bank holidays, Christmas, New Year?",
    "Who can ring? Who cannot?",
    "Does it show on a bill?",
    "Interpreters? DueFilter languages, BSL?",
];

/// What to look up on the operator's page, for numbers that must not be called for a check.
const ON_THEIR_PAGE: [&str; 4] = [
    "Is this still how it is reached?",
    "Is it there day and night?",
    "Who can use it? Sign up first?",
    "Are our steps and notes still right?",
];

/// What to look up for a service that is only a web page.
const OF_A_PAGE: [&str; 3] = [
    "Is the page still there, and theirs?",
    "Do they have a number now?",
    "Is what we say about it right?",
];

/// How a service is rechecked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    Ring,
    /// By reading only: no one may call or text just to check.
    ReadOnly,
    /// By text: it takes no calls.
    TextOnly,
    /// By opening its web page.
    Open,
}

/// Numbers that must not be called for a check.
const NEVER_RUNG: [&str; 5] = ["999", "112", "101", "18000", "18001"];

/// A contact of a service, verbatim from its file.
type Contact = (String, String);

/// Builds the call sheet of a date.
///
/// # Errors
///
/// Every error in the content.
pub fn call_sheet(
    root: &Path,
    site: &Site,
    today: BuildDate,
    which: DueFilter,
) -> Result<CallSheet, ContentErrors> {
    let main = site.languages.first().map_or("en", String::as_str);
    let edition = crate::read_edition(root, main)?;
    let due = due::services(edition.every_service(), today, site.freshness, which);
    let mut text = head(&edition, &due, today, which);
    let mut answers = blank::head(today);
    for (index, due) in due.iter().enumerate() {
        let path = super::dry_run::service_file(&due.service.id);
        let file = SourceFile::read(root, &path)?;
        let contacts = contacts(&file)?;
        text.push_str(&service(index + 1, &edition, *due, &file, &contacts));
        answers.push_str(&blank::answer(due.service, &contacts));
    }
    text.push_str(&to_read(&edition, today, site, which));
    Ok(CallSheet {
        text,
        answers,
        services: due.len(),
    })
}

fn head(edition: &Edition, due: &[Due<'_>], today: BuildDate, which: DueFilter) -> String {
    let overdue = due.iter().filter(|due| due.overdue).count();
    let mut text = format!("TO BE ASKED AGAIN, {}\n\n", edition.text.date(today.date()));
    let (count, all) = (due.len(), edition.every_service().count());
    let what = match which {
        DueFilter::All => format!("All {all} services. {overdue} of them overdue."),
        DueFilter::Within(_) if due.is_empty() => format!("None of {all} services is due."),
        DueFilter::Within(days) => {
            format!("{count} of {all} services, due within {days} days. {overdue} of them overdue.")
        }
    };
    text.push_str(&wrapped("", &what));
    if !due.is_empty() {
        text.push_str("\nBefore you ring\n");
        for line in ADVICE {
            text.push_str(&wrapped("  - ", line));
        }
    }
    text
}

/// Returns every contact of a service, whatever its kind.
fn contacts(file: &SourceFile) -> Result<Vec<Contact>, ContentErrors> {
    let table: toml::Table = file.toml(&file.text, 0)?;
    let entries = table.get("contact").and_then(toml::Value::as_array);
    let fields = entries.into_iter().flatten().filter_map(|e| e.as_table());
    Ok(fields
        .flatten()
        .map(|(kind, value)| {
            let written = value.as_str().map_or_else(|| value.to_string(), Into::into);
            (kind.clone(), written)
        })
        .collect())
}

fn how(group: Group, contacts: &[Contact]) -> How {
    let has = |kind: &str| contacts.iter().any(|(found, _)| found == kind);
    let never = |(_, written): &Contact| NEVER_RUNG.contains(&written.as_str());
    if group == Group::Emergency || contacts.iter().any(never) {
        How::ReadOnly
    } else if has("call") {
        How::Ring
    } else if has("text") {
        How::TextOnly
    } else {
        How::Open
    }
}

fn service(
    number: usize,
    edition: &Edition,
    due: Due<'_>,
    file: &SourceFile,
    contacts: &[Contact],
) -> String {
    let service = due.service;
    let assurance = &service.assurance;
    let mut text = format!("\n{}", rule());
    let late = if due.overdue { "OVERDUE. " } else { "" };
    text.push_str(&wrapped(
        &format!("{number}. "),
        &service.name.to_uppercase(),
    ));
    text.push_str(&wrapped(
        "   ",
        &format!(
            "{late}Checked {}, next check by {}. Run by {}. {}",
            edition.text.date(assurance.checked),
            edition.text.date(assurance.next_check),
            service.organization,
            file.path
        ),
    ));
    text.push_str("\n   What we print\n");
    for (kind, written) in contacts {
        text.push_str(&wrapped(&format!("     {kind:<10}"), written));
    }
    let words = &service.words;
    let (leaves, costs) = (edition.trace_note(service), edition.costs(service));
    let labelled = [
        ("hours", words.hours.as_ref()),
        ("for", Some(&words.eligibility)),
        ("leaves", leaves.as_ref()),
        ("cost", costs.as_ref()),
    ];
    for (label, words) in labelled {
        if let Some(words) = words {
            text.push_str(&wrapped(
                &format!("     {label:<10}"),
                &format!("“{words}”"),
            ));
        }
    }
    text.push_str(&wrapped("     timetable ", &timetable(&service.hours)));
    for (label, lines) in [("step", &words.steps), ("note", &words.notes)] {
        for line in lines {
            text.push_str(&wrapped(&format!("     {label:<10}"), &format!("“{line}”")));
        }
    }
    let sources = assurance.sources.iter();
    let sources: Vec<String> = sources
        .map(|source| format!("{} ({})", source.name, source.date))
        .collect();
    text.push_str(&wrapped("     sources   ", &sources.join("; ")));
    let unsure = open_issues(due, file);
    if !unsure.is_empty() {
        text.push_str("   What is not settled\n");
        for line in unsure {
            text.push_str(&wrapped("     - ", &line));
        }
    }
    text.push_str(&asking(how(service.group, contacts)));
    text
}

/// Returns the script of a recheck, with space for the answers.
fn asking(how: How) -> String {
    let (head, questions): (_, &[&str]) = match how {
        How::Ring => ("Ask", &ON_THE_TELEPHONE),
        How::ReadOnly => (
            "DO NOT RING OR TEXT. Read the operator's own page",
            &ON_THEIR_PAGE,
        ),
        How::TextOnly => (
            "DO NOT TEXT. Ask their office, or read their own page",
            &ON_THE_TELEPHONE,
        ),
        How::Open => ("Open the page", &OF_A_PAGE),
    };
    let mut text = format!("   {head}\n");
    for question in questions {
        text.push_str(&to_fill(&format!("     [ ] {question}")));
    }
    text.push_str(&to_fill("   Day, and who was asked (no name):"));
    text.push_str("   [ ] same   [ ] changed   [ ] no answer   [ ] gone\n");
    text.push_str("   [ ] confirmed by their own staff or page   [ ] one other source\n");
    text
}

/// Formats the hours in the notation of the data file.
fn timetable(hours: &Hours) -> String {
    match hours {
        Hours::NotStated => "not stated".into(),
        Hours::Always { bank_holidays, .. } => {
            format!("day and night; bank holidays: {}", kept(*bank_holidays))
        }
        Hours::Weekly {
            periods,
            bank_holidays,
            ..
        } => {
            let mut text = String::new();
            for Period { day, opens, closes } in periods {
                let day: String = format!("{day:?}").chars().take(3).collect();
                // Writing to a string cannot fail.
                write!(text, "{day} {opens}-{closes}, ").ok();
            }
            format!("{text}bank holidays: {}", kept(*bank_holidays))
        }
    }
}

const fn kept(bank_holidays: OnBankHolidays) -> &'static str {
    match bank_holidays {
        OnBankHolidays::Open => "as usual",
        OnBankHolidays::Closed => "closed",
        OnBankHolidays::Unknown => "not known",
    }
}

/// Lists open issues: disagreements, missing facts, and comments in the file.
fn open_issues(due: Due<'_>, file: &SourceFile) -> Vec<String> {
    let service = due.service;
    let mut lines: Vec<String> = Vec::new();
    match &service.hours {
        Hours::NotStated => lines.push("Nobody says when it answers.".into()),
        Hours::Always { agreement, .. } | Hours::Weekly { agreement, .. } => match agreement {
            Agreement::Confirmed => {}
            Agreement::Single => lines.push("One source gives these hours.".into()),
            Agreement::Disagree => lines.push(
                "Sources give different hours. The timetable holds only what all of them share."
                    .into(),
            ),
        },
    }
    if let Hours::Always { bank_holidays, .. } | Hours::Weekly { bank_holidays, .. } =
        &service.hours
        && *bank_holidays == OnBankHolidays::Unknown
    {
        lines.push("Nobody says what happens on bank holidays.".into());
    }
    if service.assurance.confidence == Confidence::Single {
        lines.push("One source gives these facts.".into());
    }
    if service.areas.is_empty() {
        lines.push("Nobody says where it works.".into());
    }
    let comments = file.text.lines().filter_map(|line| line.strip_prefix('#'));
    lines.extend(comments.map(|comment| format!("In the file: “{}”", comment.trim())));
    lines
}

/// Lists what is due and has no one to call: it is compared with its sources.
fn to_read(edition: &Edition, today: BuildDate, site: &Site, which: DueFilter) -> String {
    let is_due = |assurance| due::when(assurance, today, site.freshness, which).is_some();
    let years = edition
        .bank_holidays
        .years()
        .filter(|year| is_due(&year.assurance))
        .map(|year| format!("bank holidays of {}", year.year));
    let guides = edition
        .guides
        .iter()
        .filter(|guide| is_due(&guide.assurance))
        .map(|guide| format!("“{}” ({}.md)", guide.title, guide.id));
    let lines: Vec<String> = years.chain(guides).collect();
    if lines.is_empty() {
        return String::new();
    }
    let mut text = format!(
        "\n{}ALSO DUE: TO BE READ BESIDE ITS SOURCES. Nobody is rung, and the day is\n\
         written into the file by hand.\n",
        rule()
    );
    for line in lines {
        text.push_str(&wrapped("  [ ] ", &line));
    }
    text
}
