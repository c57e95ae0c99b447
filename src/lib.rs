//! A static page of helplines and guidance for people who are being stalked, with an exit that works before
//! anything else does.
//!
//! # Where to start
//!
//! | to | go to | tests |
//! |---|---|---|
//! | add or correct a service | `content/helplines/`; for a new field [`domain::service`], `content::services`, `site::open_data` | `crates/content/tests/content/`, `crates/site/tests/open_data/` |
//! | add a guide | `content/<language>/<view>/`; for a new kind of block [`domain::guide`], `content::markdown`, `site::ui::components` | `crates/content/tests/content/` |
//! | change an interface text | `content/<language>/interface.toml`; for a new one `content::interface` | `crates/content/tests/content/` |
//! | change a rule of opening hours | [`domain::opening`] | `crates/domain/tests/opening/` |
//! | change which services match | [`domain::matching`] | `crates/domain/tests/matching/` |
//! | change how search ranks | [`domain::search`] | `crates/domain/tests/search/` |
//! | seal or open bytes | `vault::crypto` | `crates/vault/tests/keys/` |
//! | change what an offline copy stores | `vault::store`, `site::page::release`, `scripts/offline/` | `crates/vault/tests/keys/`, `tests/journeys/kept/` |
//! | change the exit or the cover | `scripts/exit/`, `scripts/cover/` | `tests/journeys/leaving/` |
//! | use another browser API | [`browser`], in both `web` and `native` | `tests/journeys/` |
//! | show something new | `site::ui::components`, `style/`; if it needs the app, [`islands`] | `tests/pages/`, `tests/journeys/` |
//! | change a header or the policy | `site::hosting::policy` | `tests/pages/`, `tests/hosting/` |
//! | add a decoy | `decoys`, `content::decoys`, `site::ui::decoys`, `crates/decoys/src/bin/tool/` | `tests/journeys/tools/` |
//! | change when facts are due for a check | `content::freshness`, `content::recheck` | `crates/content/tests/recheck/` |
//!
//! The code map, the invariants and their reasons are in `docs/ARCHITECTURE.md`; how to work on it is in
//! `CONTRIBUTING.md`.
//!
//! # The crates
//!
//! This crate is what runs in the page: the islands and their state. The others are in `crates/`:
//!
//! | crate | holds | runs |
//! |---|---|---|
//! | [`domain`] | values and rules | everywhere |
//! | [`browser`] | browser APIs | in the page; on the build machine as no-op stubs |
//! | `vault` | keys, sealed bytes, packs | in the worker (binary `work`) |
//! | `decoys` | plain tools | in their own pages (binary `tool`) |
//! | `content` | parsers of `content/` and `site.toml` | on the build machine |
//! | `site` | the page, its policy, its servers' configuration | on the build machine |
//!
//! No WASM contains the text of a page, because none links `content` or `site`.

pub mod islands;

/// Starts hydration of the islands. A no-op on the host.
pub fn hydrate() {
    #[cfg(target_arch = "wasm32")]
    leptos::mount::hydrate_islands();
}
