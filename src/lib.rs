//! A static page of helplines and guidance for people who are being stalked, with an exit that works before
//! anything else does.
//!
//! # Where to start
//!
//! | to | go to | tests |
//! |---|---|---|
//! | add or correct a service | `content/helplines/`; for a new field [`domain::service`], `content::services`, `open_data` | `tests/content/`, `tests/open_data/` |
//! | add a guide | `content/<language>/<view>/`; for a new kind of block [`domain::guide`], `content::markdown`, `ui::components` | `tests/content/` |
//! | change an interface text | `content/<language>/interface.toml`; for a new one `content::interface` | `tests/content/` |
//! | change a rule of opening hours | [`domain::opening`] | `tests/opening/` |
//! | change which services match | [`domain::matching`] | `tests/matching/` |
//! | change how search ranks | [`domain::search`] | `tests/search/` |
//! | seal or open bytes | [`crypto::seal`], [`crypto::open`], [`crypto::Lock`] | `tests/keys/` |
//! | change what an offline copy stores | [`store`], `page::release`, `scripts/offline/` | `tests/keys/`, `tests/journeys/kept/` |
//! | change the exit or the cover | `scripts/exit/`, `scripts/cover/` | `tests/journeys/leaving/` |
//! | use another browser API | [`platform`], in both `web` and `native` | `tests/journeys/` |
//! | show something new | `ui::components`, `style/` | `tests/pages/` |
//! | change a header or the policy | `hosting::policy` | `tests/pages/`, `tests/hosting/` |
//! | add a decoy | [`domain::decoys`], `content::decoys`, `ui::decoys`, `platform::decoy` | `tests/journeys/tools/` |
//! | change when facts are due for a check | `content::freshness`, `recheck` | `tests/recheck/` |
//!
//! The code map, the invariants and their reasons are in `docs/ARCHITECTURE.md`; how to work on it is in
//! `CONTRIBUTING.md`.
//!
//! # What is compiled where
//!
//! `content`, `recheck`, `page`, `kit`, `open_data`, `hosting` and all of `ui` but its islands are compiled for the
//! host only, so no WASM contains their text. For wasm32 a Cargo feature selects the module: `page` (the islands),
//! `work` (the worker) or `tool` (the decoys). See `docs/decisions/0013-a-worker-of-its-own.md`.

/// Text of a file of `scripts/`, at compile time.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! script {
    ($path:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/", $path))
    };
}

#[cfg(not(target_arch = "wasm32"))]
pub mod content;
pub mod crypto;
pub mod domain;
#[cfg(not(target_arch = "wasm32"))]
pub mod hosting;
#[cfg(not(target_arch = "wasm32"))]
pub mod kit;
#[cfg(not(target_arch = "wasm32"))]
pub mod open_data;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
pub mod platform;
#[cfg(not(target_arch = "wasm32"))]
pub mod recheck;
pub mod store;
#[cfg(any(feature = "page", not(target_arch = "wasm32")))]
pub mod ui;
