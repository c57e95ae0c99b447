//! WASM of the decoys.

/// The allocator: a third of the code size of the default one.
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    sidedoor::platform::decoy::run();
}
