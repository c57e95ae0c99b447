//! A page of helplines and guidance for people who are being stalked, with a way out that works
//! before anything else does.
//!
//! The map of the house, from the inside out:
//!
//! | room | what it is for | what never enters it |
//! |---|---|---|
//! | [`domain`] | values and rules | the browser, the clock, files, Leptos |
//! | [`crypto`] | keys and sealing: the only code that names a cipher | the browser, randomness of its own |
//! | [`store`] | what an installed copy keeps, in which form | ciphers, the browser |
//! | `content` | reads `content/` and `site.toml`, and refuses what is wrong | the browser |
//! | `recheck` | the sheet for whoever asks the services again, and the answers' way back | the browser |
//! | `page` | puts the whole document together: words, style, exit, policy | the browser |
//! | `kit` | the exit as a drop-in for other pages | the browser |
//! | `open_data` | the directory of services for other people's directories | the browser |
//! | `hosting` | the headers that go with the page, and a small server for trying it | the words |
//! | [`platform`] | the only code that names the browser | words, rules |
//! | [`ui`] | what is shown, as thin components; `ui::islands` alone runs in the browser | rules |
//!
//! `content`, `recheck`, `page`, `kit`, `open_data` and `hosting` exist only on the machine that builds the page. The
//! words reach a reader as HTML; the WASM holds none of them.
//!
//! The browser gets a WASM of this library for the page (feature `page`), one for the worker (feature `work`) and one
//! for the plain tools (feature `tool`), each without the others' parts
//! (docs/decisions/0013-a-worker-of-its-own.md).

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
