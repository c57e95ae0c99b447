//! The offline copy on a phone: the page that sets it up, and its scripts.
//!
//! | built file | of | runs |
//! |---|---|---|
//! | `worker.js` | `worker.js` | in a worker: loads the WASM of `crates/vault/src/bin/work/main.rs`, which makes keys and seals |
//! | `keep.js` | `set_up.js` and what it calls | on the set-up page ([`KeepPage`]) |
//! | `entry.js` | `entry.js` and what it calls | on the page of a decoy: tries passcodes |
//! | `offline.js` | `offline.js` and what it calls | as the service worker |
//! | `renew.js` | `renew.js` and what it calls | in the offline copy: fetches a newer release |
//! | in the head of an offline copy | `kept.js` | before the exit |
//!
//! `docs/keeping.md` documents every stored item and every request.

mod page;

pub use page::KeepPage;

const OPEN_PACK: &str = script!("offline/open_pack.js");

/// Script that turns the names of our workers into `TrustedScriptURL`s, where the browser has Trusted Types.
pub const OWN_FILES: &str = script!("offline/own_files.js");

/// First script of an offline copy.
pub const KEPT: &str = script!("offline/kept.js");

const ASK: &str = script!("offline/ask.js");
const KEPT_STATE: &str = script!("offline/kept_state.js");
const RELEASE: &str = script!("offline/release.js");
const REMOVE: &str = script!("offline/remove.js");

/// The script files, each with the sources that it is concatenated from, in this order.
pub const FILES: [(&str, &[&str]); 5] = [
    (
        WORKER_FILE,
        &[
            script!("vault/stores.js"),
            script!("offline/seal_pack.js"),
            script!("offline/worker.js"),
        ],
    ),
    (
        SET_UP_FILE,
        &[
            OWN_FILES,
            ASK,
            KEPT_STATE,
            RELEASE,
            REMOVE,
            script!("offline/set_up.js"),
        ],
    ),
    (
        ENTRY_FILE,
        &[OWN_FILES, ASK, KEPT_STATE, script!("offline/entry.js")],
    ),
    (
        OFFLINE_FILE,
        &[KEPT_STATE, OPEN_PACK, script!("offline/offline.js")],
    ),
    (
        RENEW_FILE,
        &[
            OWN_FILES,
            ASK,
            KEPT_STATE,
            RELEASE,
            script!("offline/renew.js"),
        ],
    ),
];

/// Entry point of the worker. `own_files.js` contains its name too.
pub const WORKER_FILE: &str = "worker.js";
/// Script of the set-up page.
pub const SET_UP_FILE: &str = "keep.js";
/// Script on the pages of the decoys.
pub const ENTRY_FILE: &str = "entry.js";
/// The service worker. `own_files.js` contains its name too.
pub const OFFLINE_FILE: &str = "offline.js";
/// Script that updates an offline copy.
pub const RENEW_FILE: &str = "renew.js";
/// The set-up page.
pub const PAGE_FILE: &str = "more.html";
/// URL prefix of the files of the offline copy, under which the service worker serves the opened pack. Its pages are
/// shown at the address of the decoy, which is as deep.
pub const FOLDER: &str = "open";
/// Destination of an offline copy's exit: the copy has the address of the chosen decoy, and is shown there once only.
pub const AWAY: &str = "./";
