//! Names of stored items, which anyone who opens the browser's settings can see.
//!
//! They reveal nothing. The build runs the disclosure check on each of them ([`ALL`]), so a new one must be added
//! here.

/// Key of the settings in local storage. `early.js` reads it too.
pub const PREFERENCES: &str = "reading";

/// Name of the cache with the state of the offline copy, in `scripts/offline/kept_state.js`.
pub const OFFLINE_COPY: &str = "own";

/// Prefix of the caches of files, followed by a random UUID, in `scripts/offline/release.js`.
pub const CACHE_PREFIX: &str = "files-";

/// Every name of a stored item.
pub const ALL: &[&str] = &[PREFERENCES, OFFLINE_COPY, CACHE_PREFIX];
