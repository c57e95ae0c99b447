//! A test server: the built page as it is shipped, or with faults.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse as _, Response};
use site::hosting::server::Files;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::destination::Destination;
pub use super::fault::{Fault, Storage};
pub use super::request::Request;
use super::{Outcome, ports, probe};

/// The configuration of a site.
#[derive(Debug)]
pub struct Serving {
    folder: PathBuf,
    pub(super) exit: Option<String>,
    pub(super) outside: Option<String>,
    pub(super) fault: Option<Fault>,
    storage: Storage,
    watched: bool,
    untouched: bool,
    standalone: Option<bool>,
}

/// A running site.
#[derive(Debug)]
pub struct Site {
    origin: String,
    shared: Arc<Shared>,
    gate: watch::Sender<bool>,
    /// Dropped to take the site off the network.
    line: Mutex<Option<watch::Sender<()>>>,
}

#[derive(Debug)]
struct Shared {
    files: Mutex<Arc<Files>>,
    missing: Mutex<Option<String>>,
    serving: Serving,
    requests: Mutex<Vec<Request>>,
    clock: Mutex<Option<i64>>,
    open: watch::Receiver<bool>,
}

impl Serving {
    /// The shipped page.
    pub fn dist() -> Self {
        Self::folder(folder_of("SIDEDOOR_DIST", "dist"))
    }

    /// One of the pseudo-locales that `prerender --pseudo target/pseudo` writes.
    pub fn pseudo(language: &str) -> Self {
        Self::folder(folder_of("SIDEDOOR_PSEUDO", "target/pseudo").join(language))
    }

    /// The pages of a folder.
    pub fn folder(folder: PathBuf) -> Self {
        Self {
            folder,
            exit: None,
            outside: None,
            fault: None,
            storage: Storage::Usual,
            watched: false,
            untouched: false,
            standalone: None,
        }
    }

    /// Points the exit at a mock destination.
    pub fn leaving_to(mut self, destination: &Destination) -> Self {
        self.exit = Some(destination.page("weather"));
        self
    }

    /// Points every external link at a mock destination.
    pub fn linking_to(mut self, destination: &Destination) -> Self {
        self.outside = Some(destination.page("outside"));
        self
    }

    /// Injects a fault.
    pub fn with(mut self, fault: Fault) -> Self {
        self.fault = Some(fault);
        self
    }

    /// Sets the state of `localStorage`.
    pub fn where_storage_is(mut self, storage: Storage) -> Self {
        self.storage = storage;
        self
    }

    /// Makes the page report regularly what is on the screen: see [`Site::seen`].
    pub fn watched(mut self) -> Self {
        self.watched = true;
        self
    }

    /// Fakes an iPhone: in a tab of its browser, or opened from the home screen.
    pub fn on_an_iphone(mut self, from_the_home_screen: bool) -> Self {
        self.standalone = Some(from_the_home_screen);
        self
    }

    /// Serves every byte as it was built: an offline copy is checked against hashes.
    pub fn untouched(mut self) -> Self {
        self.untouched = true;
        self
    }

    /// Starts serving.
    pub async fn start(self) -> Outcome<Site> {
        let files = read_once(&self.folder)?;
        let listener = ports::listen().await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let (gate, open) = watch::channel(false);
        let shared = Arc::new(Shared {
            files: Mutex::new(files),
            missing: Mutex::default(),
            serving: self,
            requests: Mutex::default(),
            clock: Mutex::default(),
            open,
        });
        let line = serve(listener, &shared);
        Ok(Site {
            origin,
            shared,
            gate,
            line: Mutex::new(Some(line)),
        })
    }
}

impl Site {
    /// The folder that it serves.
    pub fn folder(&self) -> &Path {
        &self.shared.serving.folder
    }

    /// The origin, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The address of the page.
    pub fn page(&self) -> String {
        format!("{}/", self.origin)
    }

    /// An ordinary page to come from.
    pub fn page_before(&self) -> String {
        format!("{}/before", self.origin)
    }

    /// Goes offline: closes open connections and accepts no new one.
    pub async fn go_off_the_network(&self) -> Outcome {
        let line = locked(&self.line).take();
        if let Some(line) = line {
            line.send_replace(());
            line.closed().await;
        }
        Ok(())
    }

    /// Goes online again, at the same address.
    pub async fn come_back_to_the_network(&self) -> Outcome {
        let address = self.origin.trim_start_matches("http://");
        let listener = TcpListener::bind(address).await?;
        *locked(&self.line) = Some(serve(listener, &self.shared));
        Ok(())
    }

    /// Serves another release from now on.
    pub fn publish(&self, folder: &Path) -> Outcome {
        *locked(&self.shared.files) = Arc::new(Files::read(folder)?);
        Ok(())
    }

    /// Answers 404 for this path from now on, or for none.
    pub fn lose(&self, path: Option<&str>) {
        *locked(&self.shared.missing) = path.map(str::to_owned);
    }

    /// Sends what was held back.
    pub fn release(&self) {
        self.gate.send_replace(true);
    }

    /// Fixes the fake clock at a moment, from the next load of the page.
    pub fn stop_the_clock_at(&self, seconds: i64) {
        *locked(&self.shared.clock) = Some(seconds);
    }

    /// All requests, without those for what the tests inject.
    pub fn requests(&self) -> Vec<Request> {
        let requests = locked(&self.shared.requests);
        let ours = |path: &str| OURS.contains(&path) || path.starts_with(probe::SEEN);
        requests
            .iter()
            .filter(|request| !ours(&request.path))
            .cloned()
            .collect()
    }

    /// What was on the screen, ten times a second, as a watched page reported it.
    pub fn seen(&self) -> Vec<String> {
        let mut seen = self.told();
        seen.retain(|screen| !screen.ends_with(WHEN_PRESSED));
        seen
    }

    /// What was on the screen at the moment of each press, as a watched page reported it.
    pub fn seen_when_pressed(&self) -> Vec<String> {
        let told = self.told().into_iter();
        told.filter_map(|screen| screen.strip_suffix(WHEN_PRESSED).map(str::to_owned))
            .collect()
    }

    fn told(&self) -> Vec<String> {
        let requests = locked(&self.shared.requests);
        let told = requests
            .iter()
            .filter_map(|request| request.path.strip_prefix(probe::SEEN));
        told.map(str::to_owned).collect()
    }
}

/// See `js/watch.js`.
const WHEN_PRESSED: &str = "-when-pressed";

/// Paths of the tests, and the icon that a browser requests by itself for a page without one.
const OURS: [&str; 3] = ["/before", probe::PATH, "/favicon.ico"];

async fn answer(
    State(shared): State<Arc<Shared>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let path = uri.path();
    let request = Request::of(&method, &uri, &headers);
    locked(&shared.requests).push(request);
    match path {
        "/before" => {
            return Html("<!doctype html><title>Before</title><p>An ordinary page.</p>")
                .into_response();
        }
        probe::PATH => {
            let clock = *locked(&shared.clock);
            let serving = &shared.serving;
            return probe::script(serving.storage, serving.watched, serving.standalone, clock);
        }
        _ if path.starts_with(probe::SEEN) => return StatusCode::NO_CONTENT.into_response(),
        _ => {}
    }
    if held_back(shared.serving.fault, path) {
        let mut open = shared.open.clone();
        // An error means that the site is gone, and with it the request that waited.
        open.wait_for(|open| *open).await.ok();
    }
    if locked(&shared.missing).as_deref() == Some(path) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let files = Arc::clone(&locked(&shared.files));
    let mut response = files.answer(&method, path, false);
    if shared.serving.untouched {
        return response;
    }
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page {
        response = shared.serving.rewrite(response).await;
    }
    response
}

/// Serves until what it returns is signalled or dropped.
fn serve(listener: TcpListener, shared: &Arc<Shared>) -> watch::Sender<()> {
    let router = Router::new()
        .fallback(answer)
        .with_state(Arc::clone(shared));
    let (line, mut cut) = watch::channel(());
    // Held until the last connection is closed.
    let until_closed = line.subscribe();
    tokio::spawn(async move {
        let until_cut = async move {
            // An error means that the site is gone.
            cut.changed().await.ok();
        };
        let served = axum::serve(listener, router).with_graceful_shutdown(until_cut);
        served.await.ok();
        drop(until_closed);
    });
    line
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn held_back(fault: Option<Fault>, path: &str) -> bool {
    let is = |ending: &str| {
        Path::new(path)
            .extension()
            .is_some_and(|extension| extension == ending)
    };
    match fault {
        Some(Fault::WasmHeldBack) => is("wasm"),
        Some(Fault::ScriptsHeldBack) => is("wasm") || is("js"),
        Some(Fault::WasmRefused | Fault::HeadersLost | Fault::NoScripts) | None => false,
    }
}

/// The folder that `variable` names, or else `usual` in the project.
fn folder_of(variable: &str, usual: &str) -> PathBuf {
    std::env::var_os(variable).map_or_else(|| test_support::project().join(usual), PathBuf::from)
}

/// Reads a folder once for all journeys.
fn read_once(folder: &Path) -> Outcome<Arc<Files>> {
    static READ: Mutex<Option<HashMap<PathBuf, Arc<Files>>>> = Mutex::new(None);
    let mut read = locked(&READ);
    let read = read.get_or_insert_default();
    if let Some(files) = read.get(folder) {
        return Ok(Arc::clone(files));
    }
    if !folder.join("index.html").is_file() {
        return Err(format!(
            "there is no page in {}: build it first (make build)",
            folder.display()
        )
        .into());
    }
    let files = Arc::new(Files::read(folder)?);
    read.insert(folder.to_owned(), Arc::clone(&files));
    Ok(files)
}
