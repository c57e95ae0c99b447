//! Words that are the names of what they are for.

use diary::text::{DAMAGE, FAULTS, OBSTACLES, ScreensText, WEAKNESSES};
use diary::{Behaviour, Question};
use serde_json::{Map, Value, json};

/// A table in which each text is the name of its key.
fn table(names: &[&str]) -> Value {
    let rows = names
        .iter()
        .map(|name| ((*name).to_owned(), Value::from(*name)));
    rows.collect::<Map<_, _>>().into()
}

/// The words of all screens.
pub(crate) fn words() -> ScreensText {
    let questions = Question::ALL.map(|question| {
        let name = key_of(question);
        let text = json!({ "ask": format!("{name}?"), "hint": "hint", "label": name });
        (key_of(question), text)
    });
    let behaviours = Behaviour::ALL.map(|kind| (key_of(kind), Value::from(key_of(kind))));
    let mut ask = table(&[
        "next", "not_sure", "not_now", "back", "date", "time", "about", "invalid",
    ]);
    ask["clock"] = "h12".into();
    ask["about_when"] = "about {when}".into();
    ask["date_and_time"] = "{date} at {time}".into();
    let mut entries = table(&[
        "title",
        "memory",
        "saved",
        "written",
        "another",
        "add",
        "add_label",
        "add_save",
        "large",
        "print",
        "remove",
        "remove_sure",
        "remove_yes",
        "remove_no",
        "add_saved",
        "remove_done",
    ]);
    entries["entry"] = "entry {number}".into();
    entries["added"] = "added {when}".into();
    entries["removed"] = "removed {when}".into();
    let mut compose = table(&[
        "title", "hint", "memory", "save", "details", "answers", "more", "empty", "cancel",
    ]);
    compose["rules"] = json!(["rule"]);
    compose["change"] = "change {question}".into();
    let [before, passphrase, unlock, kept, chain] = keeping();
    let all = json!({
        "compose": compose,
        "ask": ask,
        "entries": entries,
        "before": before,
        "passphrase": passphrase,
        "unlock": unlock,
        "kept": kept,
        "chain": chain,
        "questions": Map::from_iter(questions),
        "behaviours": Map::from_iter(behaviours),
    });
    serde_json::from_value(all).unwrap()
}

/// The words of keeping a diary: `[before]`, `[passphrase]`, `[unlock]`, `[kept]` and `[chain]`.
fn keeping() -> [Value; 5] {
    let mut before = table(&[
        "offer",
        "title",
        "not_here_title",
        "instead_title",
        "truths_title",
        "private_ask",
        "ordinary",
        "private",
        "private_says",
        "stop",
    ]);
    before["not_here"] = json!(["not here"]);
    before["instead"] = json!(["instead"]);
    before["truths"] = json!(["truth"]);
    before["obstacles"] = json!(OBSTACLES);
    let mut passphrase = table(&[
        "title",
        "lead",
        "another",
        "label",
        "create",
        "own",
        "own_lead",
        "own_label",
        "mismatch",
        "working",
        "done",
    ]);
    passphrase["weaknesses"] = json!(WEAKNESSES);
    let [unlock, kept, chain] = open();
    [before, passphrase, unlock, kept, chain]
}

/// The words of a diary that is opened.
fn open() -> [Value; 3] {
    let mut unlock = table(&[
        "title",
        "hint",
        "open",
        "back",
        "remove",
        "remove_sure",
        "removed",
    ]);
    unlock["offer"] = "open kept".into();
    unlock["damage"] = json!(DAMAGE);
    let mut kept = table(&[
        "memory",
        "saving",
        "save",
        "retry",
        "nearly_full",
        "lock",
        "locked",
        "forget",
        "forget_sure",
        "forget_yes",
        "forget_no",
        "forgotten",
        "failed",
    ]);
    kept["saved"] = "saved on the phone".into();
    kept["not_saved"] = "not saved: {reason}".into();
    kept["faults"] = json!(FAULTS);
    let chain = json!({
        "check": "check",
        "intact": "intact {head}",
        "changed": "changed {number}",
        "limits": "limits",
    });
    [unlock, kept, chain]
}

/// The name of a variant in a file.
fn key_of(variant: impl serde::Serialize) -> String {
    let name = serde_json::to_value(variant).unwrap();
    name.as_str().unwrap().to_owned()
}
