//! WASM of the worker: it only handles requests.

#[cfg(target_arch = "wasm32")]
mod worker;

fn main() {}
