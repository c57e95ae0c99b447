//! What goes wrong in a page without being seen: errors, refused policies, the console.
//!
//! A script that the tests' server puts first in the page hears errors, unhandled rejections,
//! `securitypolicyviolation` and `console.error` and `.warn`, in every engine. Chromium's driver
//! also hands out the browser's own log, where its warnings about the page stand; the drivers of
//! Firefox and WebKit have nothing like it, so a warning that never becomes an event (a deprecated
//! interface, an unknown directive of the policy) is seen in Chromium alone.

use axum::http::header;
use axum::response::{IntoResponse as _, Response};

use super::site::Storage;

/// Where the script is served.
pub const PATH: &str = "/probe.js";

/// What is put first into the head.
pub const TAG: &str = "<script src=\"/probe.js\"></script>";

/// Something that went wrong, as it was said.
pub type ConsoleError = String;

/// Where a watched page tells what is on its screen.
pub const SEEN: &str = "/seen/";

/// The script, and what else a journey put into it.
pub fn script(
    storage: Storage,
    watched: bool,
    standalone: Option<bool>,
    clock: Option<i64>,
) -> Response {
    let spoilt = match storage {
        Storage::Usual => "",
        Storage::Full => include_str!("js/storage_full.js"),
        Storage::Forbidden => include_str!("js/storage_forbidden.js"),
    };
    let watch = if watched {
        include_str!("js/watch.js").replace("SCREEN", include_str!("js/screen.js"))
    } else {
        String::new()
    };
    let clock = clock.map_or_else(String::new, |seconds| {
        include_str!("js/clock.js").replace("MOMENT", &seconds.to_string())
    });
    // What iPhones say, and no other: whether the page was opened from the home screen.
    let phone = standalone.map_or_else(String::new, |standalone| {
        format!("Object.defineProperty(navigator, 'standalone', {{ value: {standalone} }});")
    });
    let kind = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        // Each journey, and each moment of one, has its own.
        (header::CACHE_CONTROL, "no-store"),
    ];
    (
        kind,
        [include_str!("js/probe.js"), spoilt, &watch, &phone, &clock].join("\n"),
    )
        .into_response()
}
