//! WASM of the decoys. Their pages contain all of their text and need only this code to work.
//!
//! Each has one input and one action that evaluates it: `=`, Convert, Search.

#[cfg(target_arch = "wasm32")]
mod calculator;
#[cfg(target_arch = "wasm32")]
mod converter;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod recipes;

/// The allocator: a third of the code size of the default one.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(target_arch = "wasm32")]
    page::run();
}
