//! The harness of every journey: a browser session, a test server with faults, and a page object.

pub mod destination;
pub mod engine;
mod fault;
pub mod input;
mod installed;
pub mod page;
mod picture;
mod pool;
pub mod ports;
pub mod probe;
pub mod process;
mod records;
pub mod request;
mod rewriting;
pub mod scene;
pub mod screen;
pub mod site;
mod window;

use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use tokio::runtime::Runtime;

pub use destination::{Answer, Destination};
pub use engine::{Browser, Engine, Scheme, Size};
pub use input::{Key, Pointer};
pub use page::Page;
use records::Record;
pub use scene::Scene;
pub use site::{Fault, Serving, Site, Storage};

/// The result of a step of a journey, or why the journey failed.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Timeout of a journey.
const LIMIT: Duration = Duration::from_mins(4);

/// Failures after which a journey is retried (`docs/flaky.md`): the connection to the driver is lost, as the client
/// reports it and as Firefox's driver does when the page was left before its reply; or a step timed out, which
/// happens now and then on a machine under load.
const RETRIED: [&str; 3] = [
    "error sending request",
    "message reply cannot be cloned",
    "timed out waiting",
];

/// The most retries in one run: a page that needs more fails.
const MAX_RETRIES: usize = 3;
static RETRIES: AtomicUsize = AtomicUsize::new(0);

/// The most browsers at once, if the test runner has as many threads. A journey waits a third of its time: with
/// two browsers, two cores were idle for that long; with three the same journeys took a fifth less.
const BROWSERS: usize = 3;

/// Runs one journey in one engine.
pub fn run<F: Future<Output = Outcome>>(engine: Engine, journey: fn(Engine) -> F) {
    run_beside(engine, journey, BROWSERS - 1);
}

/// The same for a journey that measures time: it runs alone.
pub fn run_alone<F: Future<Output = Outcome>>(engine: Engine, journey: fn(Engine) -> F) {
    run_beside(engine, journey, 0);
}

fn run_beside<F: Future<Output = Outcome>>(
    engine: Engine,
    journey: fn(Engine) -> F,
    others: usize,
) {
    if let Err(missing) = engine.is_here() {
        assert!(std::env::var_os("CI").is_none(), "{missing}");
        log(&format!("SKIPPED in {engine:?}: {missing}"));
        return;
    }
    let _permit = Permit::take(others);
    let mut record = Record::begin();
    let mut failure = once(engine, journey);
    for _ in 0..2 {
        let again = RETRIED.iter().any(|reason| failure.contains(reason))
            && RETRIES.fetch_add(1, Ordering::Relaxed) < MAX_RETRIES;
        if !again {
            break;
        }
        log(&format!("AGAIN in {engine:?}: {failure}"));
        record.retried(&failure);
        failure = once(engine, journey);
    }
    record.end(failure.is_empty());
    assert!(failure.is_empty(), "in {engine:?}: {failure}");
}

/// One runtime for all journeys: the client of a reused browser belongs to the runtime that it began in.
static RUNTIME: LazyLock<std::io::Result<Runtime>> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
});

/// Runs one journey once; returns why it failed, or an empty string.
fn once<F: Future<Output = Outcome>>(engine: Engine, journey: fn(Engine) -> F) -> String {
    let runtime = match &*RUNTIME {
        Ok(runtime) => runtime,
        Err(error) => return error.to_string(),
    };
    let gone_through = AssertUnwindSafe(|| {
        runtime.block_on(async {
            match tokio::time::timeout(LIMIT, journey(engine)).await {
                Ok(outcome) => outcome,
                Err(_) => Err(format!("stuck for {LIMIT:?}").into()),
            }
        })
    });
    let failure = match catch_unwind(gone_through) {
        Ok(Ok(())) => {
            runtime.block_on(pool::keep());
            return String::new();
        }
        Ok(Err(error)) => error.to_string(),
        // The panic has printed the reason.
        Err(_) => "an assertion does not hold".to_owned(),
    };
    pool::discard();
    failure
}

/// Logs a line to standard error. The test runner hides what `eprintln!` prints in a passing test, so this writes
/// to the stream itself.
pub fn log(line: &str) {
    // If standard error is closed, the outcome still counts.
    writeln!(std::io::stderr(), "{line}").ok();
}

/// A permit of the semaphore that limits browsers, given back when it is dropped.
struct Permit(usize);

static TAKEN: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

impl Permit {
    /// Acquires as many permits as leave room for `others`.
    fn take(others: usize) -> Self {
        let permits = BROWSERS - others;
        let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        while *taken + permits > BROWSERS {
            taken = FREED.wait(taken).unwrap_or_else(PoisonError::into_inner);
        }
        *taken += permits;
        Self(permits)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        *TAKEN.lock().unwrap_or_else(PoisonError::into_inner) -= self.0;
        FREED.notify_all();
    }
}

/// Makes one test per engine of each journey: `every_view_opens::firefox` and so on.
macro_rules! journeys {
    (in every engine: $($journey:ident),+ $(,)?) => {
        $(journeys!(@one $journey: chromium Chromium, firefox Firefox, webkit WebKit);)+
    };
    (alone in every engine: $($journey:ident),+ $(,)?) => {
        $(journeys!(@run_alone $journey: chromium Chromium, firefox Firefox, webkit WebKit);)+
    };
    (alone in chromium: $($journey:ident),+ $(,)?) => {
        $(journeys!(@run_alone $journey: chromium Chromium);)+
    };
    (in chromium and webkit: $($journey:ident),+ $(,)?) => {
        $(journeys!(@one $journey: chromium Chromium, webkit WebKit);)+
    };
    (in chromium: $($journey:ident),+ $(,)?) => {
        $(journeys!(@one $journey: chromium Chromium);)+
    };
    (in chromium and firefox: $($journey:ident),+ $(,)?) => {
        $(journeys!(@one $journey: chromium Chromium, firefox Firefox);)+
    };
    (@one $journey:ident: $($name:ident $engine:ident),+) => {
        journeys!(@run $journey: $($name $engine),+);
    };
    (@$run:ident $journey:ident: $($name:ident $engine:ident),+) => {
        mod $journey {
            $(
                #[test]
                fn $name() {
                    $crate::harness::$run($crate::harness::Engine::$engine, super::$journey);
                }
            )+
        }
    };
}

/// Defines a journey of several cases in turn, each with a page of its own, in one run of an engine. A failure names its
/// case.
macro_rules! cases {
    ($(#[$doc:meta])* $journey:ident: $($case:ident),+ $(,)?) => {
        $(#[$doc])*
        async fn $journey(engine: $crate::harness::Engine) -> $crate::harness::Outcome {
            $($case(engine)
                .await
                .map_err(|error| format!("{}: {error}", stringify!($case)))?;)+
            Ok(())
        }
    };
}
