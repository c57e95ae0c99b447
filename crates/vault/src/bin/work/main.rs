//! WASM of the worker: it only handles requests.

#[cfg(target_arch = "wasm32")]
mod volumes;
#[cfg(target_arch = "wasm32")]
mod worker;

/// The allocator: 2 kB of the WASM less than the default one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
