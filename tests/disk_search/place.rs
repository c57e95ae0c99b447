//! The kind of file of a finding. Closed tabs, engagement and most typed addresses are parts of files (`parts`).

use std::path::Path;

/// A kind of file in a browser's profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The HTTP cache.
    HttpCache,
    /// Compiled scripts, and caches of the browser for a faster start.
    CodeCache,
    /// Session restore: open tabs, and those closed recently.
    Session,
    /// Those closed recently alone.
    ClosedTabs,
    /// The browsing history.
    History,
    /// The sites that a new tab shows.
    TopSites,
    /// Addresses that were typed, and what the address bar learned from it.
    TypedAddresses,
    /// Icons of pages.
    Favicons,
    /// How much a site was used, as the browser scores it.
    Engagement,
    /// Form history and autofill.
    Forms,
    /// Names and passwords.
    Logins,
    /// Cookies, storage of pages, databases, workers and their caches.
    Storage,
    /// Settings, some of them for one site.
    Preferences,
    /// Everything else.
    Other,
}

/// Prefixes of path components by place, in Chromium and in Firefox. The first that matches counts.
const BEGINNINGS: [(Place, &[&str]); 11] = [
    (
        Place::Storage,
        &[
            "Cookies",
            "IndexedDB",
            "Local Storage",
            "Session Storage",
            "Service Worker",
            "CacheStorage",
            "WebStorage",
            "File System",
            "blob_storage",
            "databases",
            "storage",
            "cookies.sqlite",
            "webappsstore.sqlite",
        ],
    ),
    (
        Place::CodeCache,
        &[
            "Code Cache",
            "startupCache",
            "scriptCache",
            "GPUCache",
            "DawnGraphiteCache",
            "DawnWebGPUCache",
            "GrShaderCache",
            "GraphiteDawnCache",
            "ShaderCache",
        ],
    ),
    (Place::HttpCache, &["Cache", "cache2", "OfflineCache"]),
    (
        Place::Session,
        &[
            "Sessions",
            "sessionstore",
            "sessionCheckpoints",
            "Current ",
            "Last ",
        ],
    ),
    (Place::TopSites, &["Top Sites"]),
    (
        Place::TypedAddresses,
        &["Shortcuts", "Network Action Predictor"],
    ),
    (Place::Favicons, &["Favicons", "favicons.sqlite"]),
    (
        Place::History,
        &[
            "History",
            "Visited Links",
            "places.sqlite",
            "bookmarkbackups",
        ],
    ),
    (Place::Forms, &["Web Data", "formhistory", "autofill"]),
    (
        Place::Logins,
        &[
            "Login Data",
            "Account Web Data",
            "logins",
            "key4.db",
            "signons",
        ],
    ),
    (
        Place::Preferences,
        &[
            "Preferences",
            "Secure Preferences",
            "Local State",
            "prefs.js",
            "permissions.sqlite",
            "content-prefs.sqlite",
        ],
    ),
];

impl Place {
    /// Every place, in the order of the tables.
    pub const ALL: [Self; 14] = [
        Self::HttpCache,
        Self::CodeCache,
        Self::Session,
        Self::ClosedTabs,
        Self::History,
        Self::TopSites,
        Self::TypedAddresses,
        Self::Favicons,
        Self::Engagement,
        Self::Forms,
        Self::Logins,
        Self::Storage,
        Self::Preferences,
        Self::Other,
    ];

    /// What kind of file this is, by its path in the profile.
    pub fn of(file: &Path) -> Self {
        let parts: Vec<_> = file
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        let fits = |beginning: &&str| parts.iter().any(|part| part.starts_with(*beginning));
        let place = BEGINNINGS
            .iter()
            .find(|(_, beginnings)| beginnings.iter().any(&fits));
        place.map_or(Self::Other, |(place, _)| *place)
    }

    /// What the tables call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::HttpCache => "HTTP cache",
            Self::CodeCache => "code cache",
            Self::Session => "session",
            Self::ClosedTabs => "closed tabs",
            Self::History => "history",
            Self::TopSites => "top sites",
            Self::TypedAddresses => "typed addresses",
            Self::Favicons => "favicons",
            Self::Engagement => "engagement",
            Self::Forms => "form data",
            Self::Logins => "logins",
            Self::Storage => "storage",
            Self::Preferences => "preferences",
            Self::Other => "other",
        }
    }
}
