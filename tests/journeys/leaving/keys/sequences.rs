//! Sequences of key events, dispatched to the exit's script.
//!
//! A sequence is written as words, one an event: `L↓` and `L↑` (the left Shift goes down, comes up),
//! `R↓`, `R↑`, `S↓`, `S↑` (a Shift on a screen, which has no side), `L=` (it repeats, being held),
//! `a↓`, `a↑`, `a=` (any other key), `C↓` (a Shift while Control is held), `M↓` (a Shift during a
//! composition), `*` (a press of a pointer), `^` (the focus moves), `~` (the window
//! loses the focus). A number is a delay in ms; without one an event comes 50 ms after the one before.

use fastrand::Rng;
use serde_json::json;

use crate::harness::{Outcome, Page};

/// The rules of `docs/exit.md`, row by row.
pub(super) const TABLE: &[(&str, &str)] = &[
    ("leaves: three taps", "L↓ L↑ L↓ L↑ L↓ L↑"),
    ("leaves: of either side", "L↓ L↑ R↓ R↑ L↓ L↑"),
    (
        "leaves: one down before the other is up",
        "L↓ R↓ L↑ R↑ L↓ L↑",
    ),
    ("leaves: slow taps", "L↓ 900 L↑ 500 L↓ 900 L↑ 500 L↓ 900 L↑"),
    (
        "leaves: held long enough to repeat",
        "L↓ 500 L= L= L↑ L↓ L↑ L↓ L↑",
    ),
    (
        "leaves: a key from before comes up in between",
        "a↓ L↓ L↑ a↑ L↓ L↑ L↓ L↑",
    ),
    (
        "leaves: after a word",
        "a↓ a↑ L↓ b↓ b↑ L↑ L↓ L↑ L↓ L↑ L↓ L↑",
    ),
    (
        "leaves: a keyboard that tells of coming up only",
        "S↑ 300 S↑ 300 S↑",
    ),
    (
        "leaves: a keyboard that tells of going down only",
        "S↓ 300 S↓ 300 S↓",
    ),
    (
        "leaves: a first tap too early, then three",
        "L↓ L↑ 2000 L↓ L↑ L↓ L↑ L↓ L↑",
    ),
    ("leaves: four taps", "L↓ L↑ L↓ L↑ L↓ L↑ L↓ L↑"),
    ("stays: two taps", "L↓ L↑ L↓ L↑"),
    (
        "leaves: the third after an announcement",
        "L↓ L↑ L↓ L↑ 3800 L↓ L↑",
    ),
    (
        "stays: two taps, and a third much later",
        "L↓ L↑ L↓ L↑ 4100 L↓ L↑",
    ),
    (
        "stays: a second tap too late",
        "L↓ L↑ 1600 L↓ L↑ L↓ L↑ 1600",
    ),
    (
        "stays: a screen reader's Shift and a letter it keeps",
        "L↓ 300 L↑ ^ 500 L↓ 300 L↑ ^ 500 L↓ 300 L↑",
    ),
    ("stays: two taps and a capital", "L↓ L↑ L↓ L↑ L↓ a↓ a↑ L↑"),
    ("stays: a capital and two taps", "L↓ a↓ a↑ L↑ L↓ L↑ L↓ L↑"),
    (
        "stays: three capitals",
        "L↓ a↓ a↑ L↑ L↓ b↓ b↑ L↑ L↓ c↓ c↑ L↑",
    ),
    ("stays: a letter between taps", "L↓ L↑ L↓ L↑ a↓ a↑ L↓ L↑"),
    ("stays: a pointer between taps", "L↓ L↑ L↓ L↑ * L↓ L↑"),
    ("stays: another window between taps", "L↓ L↑ L↓ L↑ ~ L↓ L↑"),
    ("stays: held down for long", "L↓ 500 L= L= L= 900 L↑"),
    ("stays: a long hold is no tap", "L↓ L↑ L↓ L↑ L↓ 1100 L↑"),
    (
        "stays: held on a system that does not say so",
        "L↓ 500 L↓ 30 L↓ 30 L↓ 30 L↓ 30 L↓ 30 L↑",
    ),
    ("stays: with Control", "C↓ L↑ C↓ L↑ C↓ L↑"),
    ("stays: with Control, then two taps", "C↓ L↑ L↓ L↑ L↓ L↑"),
    ("stays: during a composition", "M↓ L↑ M↓ L↑ M↓ L↑"),
    ("stays: both sides once", "L↓ R↓ L↑ R↑"),
];

/// Which of the sequences make the script leave. `page` is any page without a policy.
pub(super) async fn which_leave<S: AsRef<str>>(
    page: &Page<'_>,
    sequences: &[S],
) -> Outcome<Vec<bool>> {
    let script = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/exit/keys.js"));
    let all: Vec<&str> = sequences.iter().map(AsRef::as_ref).collect();
    page.eval(include_str!("hear.js"), vec![json!(script), json!(all)])
        .await
}

/// Strategy: ordinary typing. Words, capitals and symbols, corrections, keys held down, selections,
/// shortcuts, a press of a pointer; and at most two bare taps of Shift before any other key or the timeout
/// of a third. None of this may leave.
pub(super) fn typing(chance: &mut Rng) -> String {
    let mut out = Vec::new();
    let mut bare = 0;
    for _ in 0..chance.usize(1..20) {
        match chance.u8(0..16) {
            0..=4 => letters(chance, &mut out),
            5..=8 => capitals(chance, &mut out),
            9 => out.push(format!("a↓ {} a= a= a= a↑", chance.u32(300..900))),
            10 => out.push(one_of(chance, &["C↓ a↓ a↑ L↑", "M↓ L↑", "*", "~"])),
            11 => long_hold(chance, &mut out),
            12 => out.push("L↓ Tab↓ Tab↑ L↑".into()),
            _ if bare < 2 => {
                out.push(tap(chance));
                bare += 1;
                continue;
            }
            _ => out.push(chance.u32(4100..6000).to_string()),
        }
        bare = 0;
    }
    out.join(" ")
}

/// Strategy: any typing, then three taps of Shift as `docs/exit.md` defines them, then any typing.
pub(super) fn true_exit(chance: &mut Rng) -> String {
    let mut out = vec![typing(chance), "a↓ 20".to_owned()];
    out.push(match chance.u8(0..8) {
        0 => told_once(chance, "S↑"),
        1 => told_once(chance, "S↓"),
        2 => "L↓ R↓ 80 L↑ 80 R↑ 200 R↓ 90 R↑".to_owned(),
        _ => {
            let mut taps = Vec::new();
            for _ in 0..3 {
                taps.push(tap(chance));
                if chance.bool() {
                    taps.push("a↑".into());
                }
            }
            taps.join(" ")
        }
    });
    out.push(typing(chance));
    out.join(" ")
}

fn letters(chance: &mut Rng, out: &mut Vec<String>) {
    for _ in 0..chance.usize(1..6) {
        let keys = [
            "a↓ 90 a↑",
            "b↓ c↓ b↑ c↑",
            "Backspace↓ Backspace↑",
            "Enter↓ Enter↑",
            "CapsLock↓ CapsLock↑",
        ];
        out.push(one_of(chance, &keys));
    }
}

/// One or more letters under one Shift, which may come up before the last letter does.
fn capitals(chance: &mut Rng, out: &mut Vec<String>) {
    let side = side(chance);
    let letters = "a↓ 60 a↑ ".repeat(chance.usize(0..3));
    let repeats = if chance.u8(0..5) == 0 {
        format!("500 {side}= {side}= ")
    } else {
        String::new()
    };
    let last = if chance.bool() {
        format!("{side}↑ b↑")
    } else {
        format!("b↑ {side}↑")
    };
    out.push(format!("{side}↓ {repeats}{letters}b↓ {last}"));
}

fn long_hold(chance: &mut Rng, out: &mut Vec<String>) {
    let side = side(chance);
    out.push(format!(
        "{side}↓ 500 {side}= {side}= {} {side}↑",
        chance.u32(700..3000)
    ));
}

/// One tap: up to 900 ms long, at most 1,450 ms after the one before has ended.
fn tap(chance: &mut Rng) -> String {
    let side = side(chance);
    let long = chance.u32(10..900);
    let pause = chance.u32(5..1450 - long);
    let repeat = if long > 550 {
        format!("500 {side}= {}", long - 500)
    } else {
        long.to_string()
    };
    format!("{pause} {side}↓ {repeat} {side}↑")
}

/// An on-screen keyboard that fires only one of keydown and keyup for each tap.
fn told_once(chance: &mut Rng, event: &str) -> String {
    let times = (0..3).map(|_| format!("{} {event}", chance.u32(120..1400)));
    times.collect::<Vec<_>>().join(" ")
}

fn side(chance: &mut Rng) -> &'static str {
    if chance.bool() { "L" } else { "R" }
}

fn one_of(chance: &mut Rng, all: &[&str]) -> String {
    chance.choice(all).copied().unwrap_or_default().to_owned()
}
