//! The strings of data files.

/// Every string of a value, without the names of fields.
pub fn strings(value: &toml::Value) -> Vec<&str> {
    match value {
        toml::Value::String(string) => vec![string],
        toml::Value::Array(values) => values.iter().flat_map(strings).collect(),
        toml::Value::Table(table) => table.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}
