//! Parser of `content/bank_holidays.toml`.

use std::path::Path;

use jiff::civil::{Date, Weekday};
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::error::{ContentError, ContentErrors};
use super::front_matter::{AssuranceFile, date};
use super::source::SourceFile;
use domain::bank_holidays::{BankHoliday, BankHolidays, HolidayYear};
use domain::opening::Nation;
use domain::service::Confidence;

/// The unvalidated file. [`BankHolidays`] documents the fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidaysFile {
    year: Spanned<Vec<YearFile>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct YearFile {
    year: Spanned<i16>,
    england_and_wales: Spanned<Vec<DayFile>>,
    scotland: Spanned<Vec<DayFile>>,
    northern_ireland: Spanned<Vec<DayFile>>,
    assurance: Spanned<AssuranceFile>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DayFile {
    date: Spanned<Datetime>,
    name: Spanned<String>,
}

/// Reads and validates every year.
pub(super) fn read(root: &Path) -> Result<BankHolidays, ContentErrors> {
    let path = Path::new("content").join("bank_holidays.toml");
    let file = SourceFile::read(root, &path)?;
    let written: HolidaysFile = file.toml(&file.text, 0)?;
    let mut problems = ContentErrors::default();
    let offset = written.year.span().start;
    let mut before: Option<i16> = None;
    let mut years = Vec::new();
    for year in written.year.into_inner() {
        let number = *year.year.get_ref();
        if before.is_some_and(|before| before.checked_add(1) != Some(number)) {
            let reason = "years follow each other without a gap";
            problems.push(file.problem_at(year.year.span().start, reason));
        }
        before = Some(number);
        years.extend(problems.collect(read_year(&file, year)));
    }
    let mut years = years.into_iter();
    match years.next() {
        Some(first) => problems.into_result(BankHolidays {
            first,
            rest: years.collect(),
        }),
        None if problems.is_empty() => Err(file
            .problem_at(offset, "at least one year is needed")
            .into()),
        None => Err(problems),
    }
}

fn read_year(file: &SourceFile, written: YearFile) -> Result<HolidayYear, ContentErrors> {
    let mut problems = ContentErrors::default();
    let year = written.year.into_inner();
    let mut days = Vec::new();
    for (nation, list) in [
        (Nation::EnglandAndWales, written.england_and_wales),
        (Nation::Scotland, written.scotland),
        (Nation::NorthernIreland, written.northern_ireland),
    ] {
        if list.get_ref().is_empty() {
            let reason = "every nation has bank holidays: without them lines would seem open";
            problems.push(file.problem_at(list.span().start, reason));
        }
        let mut before: Option<Date> = None;
        for day in list.into_inner() {
            let Some(holiday) = problems.collect(read_day(file, year, nation, &day, before)) else {
                continue;
            };
            before = Some(holiday.date);
            days.push(holiday);
        }
    }
    let assurance_at = written.assurance.span().start;
    let assurance = problems.collect(written.assurance.into_inner().check(file, 0));
    if assurance
        .as_ref()
        .is_some_and(|assurance| assurance.confidence == Confidence::Advice)
    {
        let reason = "a day is published only when a source gives it: confidence is confirmed or \
                      single";
        problems.push(file.problem_at(assurance_at, reason));
    }
    match assurance {
        Some(assurance) if problems.is_empty() => Ok(HolidayYear {
            year,
            days,
            assurance,
        }),
        _ => Err(problems),
    }
}

fn read_day(
    file: &SourceFile,
    year: i16,
    nation: Nation,
    written: &DayFile,
    before: Option<Date>,
) -> Result<BankHoliday, ContentErrors> {
    let day = date(file, 0, &written.date)?;
    let problem = |reason: String| -> ContentError {
        file.problem_at(written.date.span().start, format!("{day}: {reason}"))
    };
    if written.name.get_ref().trim().is_empty() {
        let reason = "a bank holiday needs a name: the lists are compared by it";
        return Err(file.problem_at(written.name.span().start, reason).into());
    }
    if day.year() != year {
        return Err(problem(format!("this is the list of {year}")).into());
    }
    if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
        let reason = "this is a weekend, when offices are closed anyway: give the weekday that \
                      replaces it";
        return Err(problem(reason.into()).into());
    }
    if before == Some(day) {
        return Err(problem("this day is there twice".into()).into());
    }
    if before.is_some_and(|before| before > day) {
        return Err(problem("days are written in order".into()).into());
    }
    Ok(BankHoliday {
        nation,
        date: day,
        name: written.name.get_ref().clone(),
    })
}
