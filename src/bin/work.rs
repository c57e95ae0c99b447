//! The worker's WASM: it does nothing until it is asked (`platform::work`).

use sidedoor as _;

fn main() {}
