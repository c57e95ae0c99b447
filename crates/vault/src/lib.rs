//! Codes, keys, sealed bytes and packs of files, without a browser: random bytes come as an argument.

pub mod code;
pub mod crypto;
pub mod passphrase;
pub mod store;
pub mod volume;
