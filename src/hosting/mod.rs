//! What goes with the page when it is served: its headers, from one source, and a small server to
//! try it with.

pub mod policy;
pub mod server;
