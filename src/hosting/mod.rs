//! What goes with the page when it is served: its headers, from one source, the same for servers that
//! read files of their own, and a small server to try it with.

pub mod features;
pub mod hosts;
mod kinds;
pub mod policy;
pub mod server;

pub use kinds::kind_of;
