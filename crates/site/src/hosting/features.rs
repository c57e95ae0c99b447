//! Browser features that this page denies by Permissions Policy.
//!
//! The list is the result of `document.featurePolicy.features()` in Chromium 156, which includes those of Firefox;
//! WebKit has no others. A journey (`tests/journeys/own_origin.rs`) queries which features the browser leaves open,
//! so that a new name is noticed.

/// Allowed features: “Copy the number” writes to the clipboard.
pub const OPEN: [&str; 1] = ["clipboard-write"];

/// Features that the same browsers support on phones but not on some computers, where each load logs a console
/// warning. Only developers see it.
pub const ON_SOME_SYSTEMS: [&str; 2] = ["bluetooth", "web-share"];

/// Features denied everywhere. `ch-…` are client hints, which a browser would add to requests.
const CLOSED: [&str; 77] = [
    "accelerometer",
    "aria-notify",
    "autoplay",
    "browsing-topics",
    "camera",
    "captured-surface-control",
    "ch-device-memory",
    "ch-downlink",
    "ch-dpr",
    "ch-ect",
    "ch-prefers-color-scheme",
    "ch-prefers-reduced-motion",
    "ch-prefers-reduced-transparency",
    "ch-rtt",
    "ch-save-data",
    "ch-ua",
    "ch-ua-arch",
    "ch-ua-bitness",
    "ch-ua-form-factors",
    "ch-ua-full-version",
    "ch-ua-full-version-list",
    "ch-ua-high-entropy-values",
    "ch-ua-mobile",
    "ch-ua-model",
    "ch-ua-platform",
    "ch-ua-platform-version",
    "ch-ua-wow64",
    "ch-viewport-height",
    "ch-viewport-width",
    "ch-width",
    "clipboard-read",
    "compute-pressure",
    "cross-origin-isolated",
    "deferred-fetch",
    "deferred-fetch-minimal",
    "digital-credentials-create",
    "digital-credentials-get",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "interest-cohort",
    "keyboard-map",
    "language-detector",
    "language-model",
    "local-fonts",
    "local-network",
    "local-network-access",
    "loopback-network",
    "magnetometer",
    "media-playback-while-not-visible",
    "microphone",
    "midi",
    "on-device-speech-recognition",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "private-state-token-issuance",
    "private-state-token-redemption",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "speaker-selection",
    "storage-access",
    "summarizer",
    "sync-xhr",
    "translator",
    "unload",
    "usb",
    "window-management",
    "xr-spatial-tracking",
];

/// Returns every denied feature.
pub fn closed() -> impl Iterator<Item = &'static str> {
    CLOSED.into_iter().chain(ON_SOME_SYSTEMS)
}

/// Builds the value of the `Permissions-Policy` header. A browser ignores all of it on a syntax error.
#[must_use]
pub(super) fn permissions() -> String {
    let closed = closed().map(|name| format!("{name}=()"));
    let open = OPEN.map(|name| format!("{name}=(self)"));
    closed.chain(open).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{CLOSED, OPEN, closed, permissions};

    #[test]
    fn every_feature_is_named_once_as_a_structured_field_names_it() {
        let names: Vec<&str> = closed().chain(OPEN).collect();
        let once: BTreeSet<&&str> = names.iter().collect();
        assert_eq!(once.len(), names.len());
        assert!(CLOSED.is_sorted());
        for name in names {
            let plain = name
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            assert!(
                plain && name.starts_with(|c: char| c.is_ascii_lowercase()),
                "{name}"
            );
        }
    }

    #[test]
    fn the_header_closes_all_but_the_clipboard() {
        let header = permissions();
        assert_eq!(header.matches("=()").count(), closed().count());
        assert!(header.ends_with(", clipboard-write=(self)"), "{header}");
        for private in ["camera", "geolocation", "microphone", "web-share"] {
            assert!(header.contains(&format!("{private}=(), ")), "{private}");
        }
    }
}
