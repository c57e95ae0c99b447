//! What can be wrong with a day: how the page is served, and what it finds on the phone.

/// What goes wrong while the page is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Every `.wasm` is waited for until [`Site::release`](super::Site::release), or for ever.
    WasmHeldBack,
    /// Every script file and every `.wasm` is waited for, likewise.
    ScriptsHeldBack,
    /// The policy does not allow WebAssembly, as some systems do not.
    WasmRefused,
    /// The host sets none of our headers: what is in the page has to do.
    HeadersLost,
    /// No script runs at all: the page is served as a sandbox, which every engine treats as scripts
    /// switched off, `noscript` included.
    NoScripts,
}

/// What the page finds when it wants to keep something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Storage {
    /// It works.
    Usual,
    /// It is full, or a private window: everything that is kept is refused.
    Full,
    /// The browser forbids it: asking for it is an error.
    Forbidden,
}
