//! WASM of the diary's screens: it mounts them where the page says.

#[cfg(target_arch = "wasm32")]
mod start;

/// The allocator: 2 kB of the WASM less than the default one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
