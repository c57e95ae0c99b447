//! The whole document: the words as HTML, the style and the scripts inline, and the policy that
//! allows exactly those.

mod document;
mod inline;
mod minify;
mod style;
mod wasm;

pub use document::{AppFiles, Document, DocumentError};
pub use inline::{Inline, trim_lines};
pub use minify::{NotAScript, minify};
pub use style::{StyleError, read_style};
pub use wasm::without_names;
