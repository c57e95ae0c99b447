//! Prints the call sheet, or applies the answers: see `make recheck`.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it is a command")]

use std::env;
use std::path::Path;
use std::process::ExitCode;

use content::recheck::{Blank, DueFilter, apply_answers, call_sheet, write_blank};
use domain::build_date::BuildDate;

/// Path of the answers file.
const ANSWERS: &str = "target/recheck/answers.toml";
/// How many days ahead a service counts as due.
const AHEAD: u16 = 14;

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let root = env::current_dir()?;
    let mut which = DueFilter::Within(AHEAD);
    let mut answers = None;
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--all" => which = DueFilter::All,
            "--days" => {
                let days = arguments.next().unwrap_or_default();
                let days = days.parse();
                which = DueFilter::Within(days.map_err(|_| "DAYS is a number of days, like 14")?);
            }
            "--answers" => answers = arguments.next(),
            _ => return Err("usage: freshness [--all | --days N] [--answers FILE]".into()),
        }
    }
    let moment = env::var("SOURCE_DATE_EPOCH")
        .map_err(|_| "SOURCE_DATE_EPOCH is not set: make recheck sets it to now")?;
    let today = BuildDate::at_epoch(&moment)?;
    let site = content::read_site(&root)?;

    if let Some(answers) = answers {
        let taken = apply_answers(&root, &site, Path::new(&answers), today)?;
        print!("{taken}");
        // A service that is gone needs a person to act, so the exit code is a failure even though files were written.
        return Ok(if taken.gone.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        });
    }
    let sheet = call_sheet(&root, &site, today, which)?;
    print!("{}", sheet.text);
    if sheet.services > 0 {
        match write_blank(&root.join(ANSWERS), &sheet.answers)? {
            Blank::Written => eprintln!("\nTo be filled in: {ANSWERS}"),
            Blank::HasAnswers => eprintln!(
                "\n{ANSWERS} has answers in it and stays as it is. Take them back with \
                 make recheck ANSWERS={ANSWERS}, or remove it."
            ),
        }
    }
    Ok(ExitCode::SUCCESS)
}
