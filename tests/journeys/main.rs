//! The built page in three engines: Chromium, Firefox, and WebKit, the engine of every iPhone.
//!
//! A journey is a test whose name is a sentence about what a person can do or is spared. It runs once in each engine
//! that can show it; where one cannot, the module says why. The app's own rules, which no engine changes (results,
//! opening hours), are tested in Chromium, and in WebKit where layout, focus or clocks matter.
//! Browsers are reused: see `harness::pool`. The page is read from `dist/` (or from
//! `$SIDEDOOR_DIST`), served on this machine only, and can be served badly: see `harness::site`.
//!
//! ```text
//! cargo test --test journeys                 # everything; at most three browsers at once
//! cargo test --test journeys webkit          # one engine
//! cargo test --test journeys leaving         # one subject
//! cargo test --test journeys traces          # what is left on the disk, with figures by place
//! tools/slowest.sh                           # the last run: the slowest, the browsers started, what was retried
//! ```
//!
//! The drivers (`chromedriver`, `geckodriver`, `WebKitWebDriver` with `Xvfb`) are looked for on
//! `PATH`. One that is missing is a failure where `CI` is set, and is logged elsewhere.

#[macro_use]
mod harness;

use disk_search as disk;

mod accessibility;
mod addresses;
mod arriving;
mod guidance;
mod helplines;
mod keeping;
mod keeping_a_diary;
mod kept;
mod keys;
mod layout;
mod leaving;
mod main_thread;
mod moving_about;
mod on_other_pages;
mod other_languages;
mod own_origin;
mod searching;
mod tools;
mod traces;
mod words_first;
mod writing;
