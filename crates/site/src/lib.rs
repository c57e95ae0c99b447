//! Renders the page from content: components, document, policy, hosting, open data and the kit for other sites.
//!
//! All of it runs on the machine that builds or serves the page.

/// Text of a file of `scripts/`, at compile time.
macro_rules! script {
    ($path:literal) => {
        include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../scripts/",
            $path
        ))
    };
}

pub mod hosting;
pub mod kit;
pub mod open_data;
pub mod page;
pub mod ui;
