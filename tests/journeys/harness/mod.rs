//! What every journey stands on: a browser, a server with faults, a page that is asked in words.

pub mod destination;
pub mod engine;
pub mod page;
pub mod probe;
pub mod process;
pub mod site;

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

pub use destination::{Answer, Destination};
pub use engine::{Browser, Engine, Scheme, Size};
pub use page::{Page, Pointer};
pub use site::{Fault, Serving, Storage};

/// What a step of a journey gives: its result, or why the journey could not go on.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// A journey that takes longer than this is stuck.
const LIMIT: Duration = Duration::from_secs(150);

/// How many browsers run at once. More of them only wait for each other on a small machine.
const BROWSERS: usize = 2;

/// Runs one journey in one engine.
pub fn run<F: Future<Output = Outcome>>(engine: Engine, journey: fn(Engine) -> F) {
    if let Err(missing) = engine.is_here() {
        assert!(std::env::var_os("CI").is_none(), "{missing}");
        say(&format!("SKIPPED in {engine:?}: {missing}"));
        return;
    }
    let _place = Place::take();
    let outcome = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Into::into)
        .and_then(|runtime| {
            runtime.block_on(async {
                match tokio::time::timeout(LIMIT, journey(engine)).await {
                    Ok(outcome) => outcome,
                    Err(_) => Err(format!("stuck for {LIMIT:?}").into()),
                }
            })
        });
    if let Err(error) = outcome {
        std::panic::panic_any(format!("in {engine:?}: {error}"));
    }
}

#[expect(clippy::print_stderr, reason = "a journey that did not run has to be heard of")]
fn say(line: &str) {
    eprintln!("{line}");
}

/// One of the few places for a browser, given back when it is dropped.
struct Place;

static TAKEN: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

impl Place {
    fn take() -> Self {
        let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        while *taken >= BROWSERS {
            taken = FREED.wait(taken).unwrap_or_else(PoisonError::into_inner);
        }
        *taken += 1;
        Self
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        FREED.notify_one();
    }
}

/// Makes one test per engine of each journey: `every_view_opens::firefox` and so on.
macro_rules! journeys {
    (in every engine: $($journey:ident),+ $(,)?) => {
        $(journeys!(@one $journey: chromium Chromium, firefox Firefox, webkit WebKit);)+
    };
    (in chromium: $($journey:ident),+ $(,)?) => {
        $(journeys!(@one $journey: chromium Chromium);)+
    };
    (in chromium and firefox: $($journey:ident),+ $(,)?) => {
        $(journeys!(@one $journey: chromium Chromium, firefox Firefox);)+
    };
    (@one $journey:ident: $($name:ident $engine:ident),+) => {
        mod $journey {
            $(
                #[test]
                fn $name() {
                    $crate::harness::run($crate::harness::Engine::$engine, super::$journey);
                }
            )+
        }
    };
}
