//! WASM of the diary's screens: it mounts them where the page says.

#[cfg(target_arch = "wasm32")]
mod start;

fn main() {}
