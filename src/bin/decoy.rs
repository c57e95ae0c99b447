//! What runs in the browser on the page of a tool.

/// Gives out the memory, in a third of the code of the usual one.
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    sidedoor::platform::decoy::run();
}
