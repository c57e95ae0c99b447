//! Names that a browser shows to whoever looks into its settings: of what is stored.
//!
//! They say nothing. The build checks each of them ([`ALL`]), so a new one is added here.

/// What a person chose, in local storage. `early.js` reads it too.
pub const PREFERENCES: &str = "reading";

/// The cache that says what is kept, in `src/ui/keep/kept_state.js`.
pub const OFFLINE_COPY: &str = "own";

/// The caches of files, each with a random number behind it, in `src/ui/keep/release.js`.
pub const CACHE_PREFIX: &str = "files-";

/// Every name under which something is stored.
pub const ALL: &[&str] = &[PREFERENCES, OFFLINE_COPY, CACHE_PREFIX];
