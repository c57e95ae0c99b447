//! Response headers from a single source, configuration for several servers, and a small server for tests.

pub mod features;
pub mod hosts;
mod kinds;
pub mod policy;
pub mod server;

pub use kinds::kind_of;
