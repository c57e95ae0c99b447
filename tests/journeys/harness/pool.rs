//! Session pool: browsers are reused, at most one for each engine, scheme and thread of the test runner.
//!
//! A journey has a new tab, or a window of its own size, in a reused browser. Journeys are isolated from each
//! other: each site has its own port and so its own origin (storage, caches, workers, permissions); viewport,
//! touch and keys belong to the tab, which is closed; the log is read and dropped. Nothing here sets a cookie,
//! which ports do not isolate. A browser in which a journey failed, or which
//! cannot be cleaned up, is discarded.
//!
//! Journeys with a browser of their own, and why:
//!
//! - `traces`: the whole profile is searched, and the browser is closed or killed.
//! - `own_origin`: all that the browser sends is logged, and two visitors of one site may share nothing.
//! - `in_a_private_window_the_exit_leaves`: the private window is the profile's.
//! - `wherever_the_phone_is…` ([`Kind::Abroad`]): the time zone is the process's.
//! - what needs an X screen ([`Kind::OnAScreen`]): real keys go to the one window that has the focus, and the
//!   history page lists every journey's visits.

use std::cell::RefCell;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use thirtyfour::common::command::Command;

use super::engine::{Engine, Kind, Session};
use super::{Outcome, log};

/// Idle sessions, clean.
static IDLE: Mutex<Vec<Arc<Session>>> = Mutex::new(Vec::new());

thread_local! {
    /// Sessions that the journey of this thread has dropped, with their tabs still open.
    static DROPPED: RefCell<Vec<Arc<Session>>> = const { RefCell::new(Vec::new()) };
}

/// Timeout of closing tabs; after it the session is discarded.
const CLEANING: Duration = Duration::from_secs(5);

/// An idle session of this kind.
pub(super) async fn take(engine: Engine, kind: Kind) -> Option<Arc<Session>> {
    let fits = |session: &Arc<Session>| session.engine == engine && session.kind == Some(kind);
    let dropped = DROPPED.with_borrow_mut(|dropped| {
        let place = dropped.iter().position(fits)?;
        Some(dropped.swap_remove(place))
    });
    if let Some(session) = dropped
        && is_clean(&session).await
    {
        return Some(session);
    }
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    let place = idle.iter().rposition(fits)?;
    Some(idle.swap_remove(place))
}

/// Takes a session that a journey drops.
pub(super) fn give_back(session: Arc<Session>) {
    DROPPED.with_borrow_mut(|dropped| dropped.push(session));
}

/// Cleans the sessions of this thread's journey and makes them idle.
pub(super) async fn keep() {
    for session in DROPPED.take() {
        if is_clean(&session).await {
            IDLE.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(session);
        }
    }
}

/// Ends the sessions of this thread's journey, which failed.
pub(super) fn discard() {
    drop(DROPPED.take());
}

/// Closes all tabs of a journey; returns whether that succeeded.
async fn is_clean(session: &Session) -> bool {
    let why = match tokio::time::timeout(CLEANING, clean(session)).await {
        Ok(Ok(())) => return true,
        Ok(Err(error)) => error.to_string(),
        Err(_) => format!("not done in {CLEANING:?}"),
    };
    log(&format!("DISCARDED a {:?}: {why}", session.engine));
    false
}

async fn clean(session: &Session) -> Outcome {
    let driver = &session.driver;
    if session.engine != Engine::Chromium {
        // Pointers and keys that are still down.
        driver.cmd(Command::ReleaseActions).await.ok();
    }
    for window in driver.windows().await? {
        if window != session.home {
            driver.switch_to_window(window).await?;
            driver.close_window().await?;
        }
    }
    driver.switch_to_window(session.home.clone()).await?;
    Ok(())
}
