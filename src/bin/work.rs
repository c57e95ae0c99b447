//! WASM of the worker: it only handles requests (`platform::web::worker`).

use sidedoor as _;

fn main() {}
