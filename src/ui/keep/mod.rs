//! Persistence the page on a phone: the page for it, and the scripts.
//!
//! | built file | of | runs |
//! |---|---|---|
//! | `worker.js` | `worker.js` | in a worker: loads the WASM of `src/bin/work.rs`, which makes keys and seals |
//! | `keep.js` | `set_up.js` and what it calls | on the page for it ([`KeepPage`]) |
//! | `entry.js` | `entry.js` and what it calls | beside a tool: tries codes |
//! | `offline.js` | `offline.js` and what it calls | as the service worker |
//! | `renew.js` | `renew.js` and what it calls | in the kept copy: fetches a newer release |
//! | in the head of a kept copy | `kept.js` | before the exit |
//!
//! Everything that is stored and asked for is written down in `docs/keeping.md`.

mod page;

pub use page::KeepPage;

/// What opens a sealed pack in the browser, for the service worker.
pub const OPEN_PACK: &str = include_str!("open_pack.js");

/// What turns the names of our workers into addresses that a browser with Trusted Types takes.
pub const OWN_FILES: &str = include_str!("own_files.js");

/// What runs first in a kept copy.
pub const KEPT: &str = include_str!("kept.js");

const ASK: &str = include_str!("ask.js");
const KEPT_STATE: &str = include_str!("kept_state.js");
const RELEASE: &str = include_str!("release.js");
const REMOVE: &str = include_str!("remove.js");

/// The script files, each with what it is put together from, in this order.
pub const FILES: [(&str, &[&str]); 5] = [
    (WORKER_FILE, &[include_str!("worker.js")]),
    (
        SET_UP_FILE,
        &[
            OWN_FILES,
            ASK,
            KEPT_STATE,
            RELEASE,
            REMOVE,
            include_str!("set_up.js"),
        ],
    ),
    (
        ENTRY_FILE,
        &[OWN_FILES, ASK, KEPT_STATE, include_str!("entry.js")],
    ),
    (
        OFFLINE_FILE,
        &[KEPT_STATE, OPEN_PACK, include_str!("offline.js")],
    ),
    (
        RENEW_FILE,
        &[
            OWN_FILES,
            ASK,
            KEPT_STATE,
            RELEASE,
            include_str!("renew.js"),
        ],
    ),
];

/// The worker's entry. Its name stands in `own_files.js` too.
pub const WORKER_FILE: &str = "worker.js";
/// The script of the page on which it is kept.
pub const SET_UP_FILE: &str = "keep.js";
/// The script beside the tools.
pub const ENTRY_FILE: &str = "entry.js";
/// The service worker. Its name stands in `own_files.js` too.
pub const OFFLINE_FILE: &str = "offline.js";
/// What brings a kept copy up to date.
pub const RENEW_FILE: &str = "renew.js";
/// The page on which it is kept.
pub const PAGE_FILE: &str = "more.html";
/// The folder of the kept copy's own pages. What is sealed is opened under this address.
pub const FOLDER: &str = "open";
/// Where the exit of a kept copy leads: the service worker leads on to the tool that was chosen.
pub const AWAY: &str = "../calculator/";
