//! The loader: reads the WASM's file names from the page, fetches it after the first paint, and hydrates the
//! islands.

/// Script in the head, after the exit's: applies the saved settings.
pub const EARLY_SCRIPT: &str = script!("loader/early.js");

/// Script that is appended to the app's glue: fetches the screens for writing when they are opened. It is not inline
/// because the first view is at its budget.
pub const SCREENS_SCRIPT: &str = script!("loader/write.js");

/// Scripts that are appended to the screens' glue: the client of the worker that keeps what is written.
pub const CLIENT_SCRIPTS: [&str; 2] = [super::keep::OWN_FILES, script!("vault/client.js")];

/// Glue, WASM and words of these screens. The names are neutral, and [`SCREENS_SCRIPT`] has them too.
pub const SCREENS_FILES: [&str; 3] = ["form.js", "form_bg.wasm", "form.json"];

/// Script at the end of the body: loads the app.
pub const SCRIPT: &str = script!("loader/boot.js");
