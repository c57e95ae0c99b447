//! Writing into a service's file. Every byte that an answer does not change stays as it is: comments,
//! spaces, the order of fields, how lines end.

use jiff::civil::Date;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

/// What is written into the file of one service.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change<'a> {
    /// The day of the check.
    pub(super) checked: Date,
    /// The day by which it has to be checked again.
    pub(super) next_check: Date,
    /// The name of the new source.
    pub(super) source: &'a str,
    /// The day of the check as sources have it, like 22 November 2026.
    pub(super) source_date: &'a str,
    /// How sure it is.
    pub(super) confidence: Option<&'a str>,
    /// The new number.
    pub(super) number: Option<&'a str>,
    /// The new hours.
    pub(super) hours: Option<&'a toml::Table>,
}

/// Why nothing can be written into a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub(super) enum EditError {
    /// It is not TOML.
    #[error("its file cannot be read: {0}")]
    NotToml(String),
    /// Some lines end as on Windows and some do not, so they could not be kept as they are.
    #[error("the lines of its file end in two ways: let an editor make them one")]
    MixedLineEnds,
    /// It publishes no number, so nobody can tell where a new one would stand.
    #[error("it publishes no number to call: a new one is written into its file by hand")]
    NoNumber,
    /// It publishes several numbers, so nobody can tell which one is meant.
    #[error("it publishes several numbers: the new one is written into its file by hand")]
    SeveralNumbers,
    /// A part of the file is missing, or is written in an unusual way.
    #[error("its file has no “{0}” that could be changed")]
    Missing(&'static str),
    /// Something in the hours is neither words nor a list of words.
    #[error("“{0}” in the hours is neither words nor a list of words")]
    NotHours(String),
}

const FIELDS_OF_HOURS: [&str; 6] = [
    "kind",
    "agreement",
    "bank_holidays",
    "week",
    "newest",
    "any",
];
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The text with a change in it.
pub(super) fn changed(text: &str, change: &Change<'_>) -> Result<String, EditError> {
    let windows = text.contains("\r\n");
    let plain = text.replace("\r\n", "\n");
    if windows && plain.replace('\n', "\r\n") != text {
        return Err(EditError::MixedLineEnds);
    }
    let mut document: DocumentMut = plain
        .parse()
        .map_err(|error: toml_edit::TomlError| EditError::NotToml(error.message().to_owned()))?;
    if let Some(number) = change.number {
        set_number(&mut document, number)?;
    }
    if let Some(hours) = change.hours {
        let written = document.get_mut("hours");
        let table = written
            .and_then(Item::as_table_like_mut)
            .ok_or(EditError::Missing("hours"))?;
        set_table(table, hours, &FIELDS_OF_HOURS)?;
    }
    let assurance = document
        .get_mut("assurance")
        .and_then(Item::as_table_like_mut)
        .ok_or(EditError::Missing("assurance"))?;
    set_date(assurance, "checked", change.checked)?;
    set_date(assurance, "next_check", change.next_check)?;
    if let Some(confidence) = change.confidence {
        set(assurance, "confidence", confidence.into());
    }
    let sources = assurance
        .get_mut("source")
        .ok_or(EditError::Missing("source"))?;
    add_source(sources, change.source, change.source_date)?;
    let edited = document.to_string();
    Ok(if windows {
        edited.replace('\n', "\r\n")
    } else {
        edited
    })
}

/// The number that a file publishes, if it is one.
pub(super) fn number(text: &str) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let numbers = numbers(&mut document);
    match numbers.as_slice() {
        [number] => number.as_str().map(Into::into),
        _ => None,
    }
}

fn numbers(document: &mut DocumentMut) -> Vec<&mut Value> {
    let call = |table: &'_ mut dyn TableLike| -> bool { table.contains_key("call") };
    match document.get_mut("contact") {
        Some(Item::Value(Value::Array(contacts))) => contacts
            .iter_mut()
            .filter_map(Value::as_inline_table_mut)
            .filter_map(|contact| contact.get_mut("call"))
            .collect(),
        Some(Item::ArrayOfTables(contacts)) => contacts
            .iter_mut()
            .filter_map(|contact| call(contact).then(|| contact.get_mut("call")).flatten())
            .filter_map(Item::as_value_mut)
            .collect(),
        _ => Vec::new(),
    }
}

fn set_number(document: &mut DocumentMut, number: &str) -> Result<(), EditError> {
    let mut numbers = numbers(document);
    match numbers.as_mut_slice() {
        [] => Err(EditError::NoNumber),
        [written] => {
            replace(written, number.into());
            Ok(())
        }
        _ => Err(EditError::SeveralNumbers),
    }
}

fn set_date(table: &mut dyn TableLike, key: &'static str, date: Date) -> Result<(), EditError> {
    let value: toml_edit::Datetime = date
        .to_string()
        .parse()
        .map_err(|_| EditError::Missing(key))?;
    set(table, key, value.into());
    Ok(())
}

/// Writes a value where the old one stood, or at the end.
fn set(table: &mut dyn TableLike, key: &str, new: Value) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => replace(old, new),
        None => {
            table.insert(key, Item::Value(new));
        }
    }
}

/// Replaces a value and keeps the spaces and the comment round it. The same value stays as it was
/// written.
fn replace(old: &mut Value, new: Value) {
    if meaning(old) != meaning(&new) {
        let decor = old.decor().clone();
        *old = new;
        *old.decor_mut() = decor;
    }
}

/// A value without its spaces and quotes.
fn meaning(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.value().clone()],
        Value::Array(array) => array.iter().flat_map(meaning).collect(),
        other => vec![other.clone().decorated("", "").to_string()],
    }
}

/// Gives a table these fields and no others. A field that stays keeps its place and its comment.
fn set_table(
    table: &mut dyn TableLike,
    new: &toml::Table,
    order: &[&str],
) -> Result<(), EditError> {
    let old: Vec<String> = table.iter().map(|(key, _)| key.to_owned()).collect();
    for key in old.iter().filter(|key| !new.contains_key(*key)) {
        table.remove(key);
    }
    let known = order.iter().copied().filter(|key| new.contains_key(*key));
    // What is not known is written as well, for the reader of the content to refuse.
    let others = new.keys().map(String::as_str);
    let others = others.filter(|key| !order.contains(key));
    for key in known.chain(others) {
        match new.get(key) {
            Some(toml::Value::Table(fields)) => {
                if !table.get(key).is_some_and(Item::is_table_like) {
                    table.insert(key, Item::Table(Table::new()));
                }
                let inner = table.get_mut(key).ok_or(EditError::Missing("hours"))?;
                set_week(inner, fields)?;
            }
            Some(value) => set(table, key, written(key, value)?),
            None => {}
        }
    }
    Ok(())
}

/// Gives a week these days. A day that is new stands in its place among the others.
fn set_week(week: &mut Item, new: &toml::Table) -> Result<(), EditError> {
    let table = week.as_table_like_mut().ok_or(EditError::Missing("week"))?;
    let adds_a_day = new.keys().any(|day| !table.contains_key(day));
    set_table(table, new, &DAYS)?;
    if let Some(table) = week.as_table_mut().filter(|_| adds_a_day) {
        let place = |key: &str| DAYS.iter().position(|day| *day == key);
        table.sort_values_by(|a, _, b, _| place(a.get()).cmp(&place(b.get())));
    }
    Ok(())
}

fn written(key: &str, value: &toml::Value) -> Result<Value, EditError> {
    match value {
        toml::Value::String(text) => Ok(text.as_str().into()),
        toml::Value::Array(list) => {
            let list: Option<Array> = list.iter().map(toml::Value::as_str).collect();
            list.map(Value::Array)
                .ok_or_else(|| EditError::NotHours(key.to_owned()))
        }
        _ => Err(EditError::NotHours(key.to_owned())),
    }
}

/// Adds a source at the end, unless it stands there already.
fn add_source(sources: &mut Item, name: &str, date: &str) -> Result<(), EditError> {
    match sources {
        Item::Value(Value::Array(list)) => {
            let stands = |source: &Value| {
                let table = source.as_inline_table();
                let field = |key: &str| table?.get(key)?.as_str();
                field("name") == Some(name) && field("date") == Some(date)
            };
            if !list.iter().any(stands) {
                let mut source = InlineTable::new();
                source.insert("name", name.into());
                source.insert("date", date.into());
                push_like_the_last(list, Value::InlineTable(source));
            }
            Ok(())
        }
        Item::ArrayOfTables(tables) => {
            add_table(tables, name, date);
            Ok(())
        }
        _ => Err(EditError::Missing("source")),
    }
}

fn add_table(tables: &mut ArrayOfTables, name: &str, date: &str) {
    let stands = |table: &Table| {
        let field = |key: &str| table.get(key).and_then(Item::as_str);
        field("name") == Some(name) && field("date") == Some(date)
    };
    if !tables.iter().any(stands) {
        let mut table = Table::new();
        table.insert("name", toml_edit::value(name));
        table.insert("date", toml_edit::value(date));
        tables.push(table);
    }
}

/// Adds a value to a list, on a line of its own if the last one has one.
fn push_like_the_last(sources: &mut Array, value: Value) {
    let has_comma = sources.trailing_comma();
    let mut after = sources.trailing().as_str().unwrap_or_default().to_owned();
    let mut line = String::new();
    if let Some(last) = sources.iter_mut().last() {
        let prefix = last.decor().prefix().and_then(|text| text.as_str());
        // Without a comment that stands above the last one.
        line = match prefix.unwrap_or_default().rsplit_once('\n') {
            Some((_, spaces)) => format!("\n{spaces}"),
            None => " ".to_owned(),
        };
        // Where no comma stands at the end, what follows the last one is its own.
        let suffix = last.decor().suffix().and_then(|text| text.as_str());
        after.insert_str(0, suffix.unwrap_or_default());
        last.decor_mut().set_suffix("");
    }
    // A comment behind the last one stays in its line.
    let (behind, end) = match after.rsplit_once('\n') {
        Some((behind, end)) => (behind.to_owned(), format!("\n{end}")),
        None => (String::new(), after),
    };
    sources.push_formatted(value.decorated(format!("{behind}{line}"), ""));
    sources.set_trailing_comma(has_comma);
    sources.set_trailing(end);
}
