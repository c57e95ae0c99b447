//! Assembles the document: prerendered HTML, inline style and scripts, and the policy that allows exactly those.

mod decoy;
mod disclosure;
mod document;
mod icons;
mod inline;
mod minify;
mod palette;
mod release;
mod style;
mod wasm;

pub use decoy::{DECOY_FILES, DecoyError, DecoyPage};
pub use disclosure::check_disclosure;
pub use document::{AppFiles, Delivery, Document, DocumentError, PageKind, RenderInput};
pub use icons::{Icon, IconError, icons};
pub use inline::Inline;
pub use minify::{ScriptError, minify};
pub use release::{RELEASE_FILE, release};
pub use style::{StyleError, read_decoy_style, read_style};
pub use wasm::strip_module;
