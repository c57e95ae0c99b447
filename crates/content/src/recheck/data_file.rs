//! Lossless edits of a service's TOML file: comments, spaces, order of fields and line endings outside the changed
//! values are preserved.

use jiff::civil::Date;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

/// Changes to the file of one service.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change<'a> {
    /// Date of the check.
    pub(super) checked: Date,
    /// Date by which it has to be checked again.
    pub(super) next_check: Date,
    /// Name of the new source.
    pub(super) source: &'a str,
    /// Date of the check in the format of sources, such as 22 November 2026.
    pub(super) source_date: &'a str,
    /// New confidence.
    pub(super) confidence: Option<&'a str>,
    /// The new number.
    pub(super) number: Option<&'a str>,
    /// The new hours.
    pub(super) hours: Option<&'a toml::Table>,
}

/// Failure to edit a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub(super) enum EditError {
    /// It is not valid TOML.
    #[error("its file cannot be read: {0}")]
    NotToml(String),
    /// Mixed line endings, which could not be preserved.
    #[error("the lines of its file end in two ways: let an editor make them one")]
    MixedLineEnds,
    /// It publishes no number, so the position of a new one is unknown.
    #[error("it publishes no number to call: a new one is written into its file by hand")]
    NoNumber,
    /// It publishes several numbers, so the answer is ambiguous.
    #[error("it publishes several numbers: the new one is written into its file by hand")]
    SeveralNumbers,
    /// A key is missing or has an unexpected type.
    #[error("its file has no “{0}” that could be changed")]
    Missing(&'static str),
    /// A value in the hours is neither a string nor a list of strings.
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

/// Applies a change to the text of a file.
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

/// Returns the number that a file publishes, if there is exactly one.
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

/// Sets a value: in place of the old one, or at the end of the table.
fn set(table: &mut dyn TableLike, key: &str, new: Value) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => replace(old, new),
        None => {
            table.insert(key, Item::Value(new));
        }
    }
}

/// Replaces a value and preserves the spaces and comments around it. An equal value keeps its formatting.
fn replace(old: &mut Value, new: Value) {
    if meaning(old) != meaning(&new) {
        let decor = old.decor().clone();
        *old = new;
        *old.decor_mut() = decor;
    }
}

/// Returns a value without formatting, for comparison.
fn meaning(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.value().clone()],
        Value::Array(array) => array.iter().flat_map(meaning).collect(),
        other => vec![other.clone().decorated("", "").to_string()],
    }
}

/// Sets the fields of a table and removes all others. An existing field keeps its position and comment.
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
    // Unknown fields are written too: the content parser rejects them.
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

/// Sets the days of a week. A new day is inserted in the order of the week.
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

/// Appends a source, unless it is present already.
fn add_source(sources: &mut Item, name: &str, date: &str) -> Result<(), EditError> {
    match sources {
        Item::Value(Value::Array(list)) => {
            let is_present = |source: &Value| {
                let table = source.as_inline_table();
                let field = |key: &str| table?.get(key)?.as_str();
                field("name") == Some(name) && field("date") == Some(date)
            };
            if !list.iter().any(is_present) {
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
    let is_present = |table: &Table| {
        let field = |key: &str| table.get(key).and_then(Item::as_str);
        field("name") == Some(name) && field("date") == Some(date)
    };
    if !tables.iter().any(is_present) {
        let mut table = Table::new();
        table.insert("name", toml_edit::value(name));
        table.insert("date", toml_edit::value(date));
        tables.push(table);
    }
}

/// Appends a value to a list, on a separate line if the last one is.
fn push_like_the_last(sources: &mut Array, value: Value) {
    let has_comma = sources.trailing_comma();
    let mut after = sources.trailing().as_str().unwrap_or_default().to_owned();
    let mut line = String::new();
    if let Some(last) = sources.iter_mut().last() {
        let prefix = last.decor().prefix().and_then(|text| text.as_str());
        // Without a comment above the last one.
        line = match prefix.unwrap_or_default().rsplit_once('\n') {
            Some((_, spaces)) => format!("\n{spaces}"),
            None => " ".to_owned(),
        };
        // Without a trailing comma, what follows the last value belongs to it.
        let suffix = last.decor().suffix().and_then(|text| text.as_str());
        after.insert_str(0, suffix.unwrap_or_default());
        last.decor_mut().set_suffix("");
    }
    // A comment after the last one stays on its line.
    let (behind, end) = match after.rsplit_once('\n') {
        Some((behind, end)) => (behind.to_owned(), format!("\n{end}")),
        None => (String::new(), after),
    };
    sources.push_formatted(value.decorated(format!("{behind}{line}"), ""));
    sources.set_trailing_comma(has_comma);
    sources.set_trailing(end);
}
