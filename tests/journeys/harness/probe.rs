//! Console errors: uncaught errors, unhandled rejections, policy violations and console messages.
//!
//! A script that the test server injects first into the page records `error`, `unhandledrejection`,
//! `securitypolicyviolation`, `console.error` and `console.warn`, in every engine. Chromium's driver
//! also returns the browser's own log with its warnings about the page; the drivers of Firefox and
//! WebKit have no such log, so a warning that fires no event (a deprecated interface, an unknown
//! directive of the policy) is found in Chromium alone.

use axum::http::header;
use axum::response::{IntoResponse as _, Response};

use super::site::Storage;

/// The path of the script.
pub const PATH: &str = "/probe.js";

/// The tag that is injected first into the head.
pub const TAG: &str = "<script src=\"/probe.js\"></script>";

/// One error, as it was logged.
pub type ConsoleError = String;

/// The path to which a watched page reports what is on the screen.
pub const SEEN: &str = "/seen/";

/// The script, with what else a journey injects.
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
    // iPhones alone have `navigator.standalone`: whether the page was opened from the home screen.
    let phone = standalone.map_or_else(String::new, |standalone| {
        format!("Object.defineProperty(navigator, 'standalone', {{ value: {standalone} }});")
    });
    let kind = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        // It differs between journeys, and within one.
        (header::CACHE_CONTROL, "no-store"),
    ];
    (
        kind,
        [include_str!("js/probe.js"), spoilt, &watch, &phone, &clock].join("\n"),
    )
        .into_response()
}
