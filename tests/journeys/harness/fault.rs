//! Fault injection: in how the page is served, and in its storage.

/// A fault of the server or the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Every `.wasm` is held back until [`Site::release`](super::Site::release), or for ever.
    WasmHeldBack,
    /// Every script file and every `.wasm` is held back, likewise.
    ScriptsHeldBack,
    /// The Content Security Policy does not allow WebAssembly, as some systems do not.
    WasmRefused,
    /// The host sets none of our headers: only the `meta` policy of the page applies.
    HeadersLost,
    /// No script runs at all: the page is served as a sandbox, which every engine treats as scripts
    /// switched off, `noscript` included.
    NoScripts,
}

/// The state of `localStorage`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Storage {
    /// It works.
    Usual,
    /// Full, or a private window: every write fails.
    Full,
    /// Forbidden by the browser: every access throws.
    Forbidden,
}
