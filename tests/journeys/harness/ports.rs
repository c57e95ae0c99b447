//! Unique ports. Browsers are reused and isolate storage by origin: so in one run no two sites may have the same
//! port.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use tokio::net::TcpListener;

use super::Outcome;

static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

/// Listens on a port that nothing in this run has used.
pub async fn listen() -> Outcome<TcpListener> {
    // Held until a free one is found, so that the system does not assign the same again.
    let mut refused = Vec::new();
    loop {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        if is_new(listener.local_addr()?.port()) {
            return Ok(listener);
        }
        refused.push(listener);
    }
}

/// A port that nothing in this run has used, and that is free now.
pub fn free() -> Outcome<u16> {
    let mut refused = Vec::new();
    loop {
        let listener = std::net::TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        if is_new(port) {
            return Ok(port);
        }
        refused.push(listener);
    }
}

fn is_new(port: u16) -> bool {
    USED.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .insert(port)
}
