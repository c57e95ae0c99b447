//! The whole document: the words as HTML, the style and the scripts inline, and the policy that
//! allows exactly those.

mod document;
mod icons;
mod inline;
mod minify;
mod palette;
mod release;
mod seen;
mod style;
mod tool;
mod wasm;

pub use document::{AppFiles, Document, DocumentError, Material, Sheet, Whose};
pub use icons::{Icon, IconError, icons};
pub use inline::{Inline, trim_lines};
pub use minify::{NotAScript, minify};
pub use release::{RELEASE_FILE, release};
pub use seen::refuse_what_reveals;
pub use style::{StyleError, read_style, read_tool_style};
pub use tool::{TOOL_FILES, ToolError, ToolPage};
pub use wasm::without_names;
