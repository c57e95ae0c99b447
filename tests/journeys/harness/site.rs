//! The built page, served on this machine as it is shipped, and with the faults of a bad day.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse as _, Response};
use sidedoor::hosting::server::Files;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::Outcome;
use super::destination::Destination;
pub use super::fault::{Fault, Storage};
use super::probe;

/// One request, as a log would keep it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What was asked for, with whatever stood behind a `?`.
    pub path: String,
    /// Which page it was asked from, if the browser told.
    pub referer: Option<String>,
}

/// How the page is to be served.
#[derive(Debug)]
pub struct Serving {
    folder: PathBuf,
    exit: Option<String>,
    outside: Option<String>,
    fault: Option<Fault>,
    storage: Storage,
    watched: bool,
    other_words: Vec<(String, String)>,
}

/// A running site.
#[derive(Debug)]
pub struct Site {
    origin: String,
    shared: Arc<Shared>,
    gate: watch::Sender<bool>,
}

#[derive(Debug)]
struct Shared {
    files: Arc<Files>,
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
            other_words: Vec::new(),
        }
    }

    /// Makes the exit lead to a destination of the tests.
    pub fn leaving_to(mut self, destination: &Destination) -> Self {
        self.exit = Some(destination.page("weather"));
        self
    }

    /// Makes every link to another site lead to a destination of the tests.
    pub fn linking_to(mut self, destination: &Destination) -> Self {
        self.outside = Some(destination.page("outside"));
        self
    }

    /// Serves it badly.
    pub fn with(mut self, fault: Fault) -> Self {
        self.fault = Some(fault);
        self
    }

    /// Lets the page find `storage`.
    pub fn where_storage_is(mut self, storage: Storage) -> Self {
        self.storage = storage;
        self
    }

    /// Makes the page tell again and again what is on its screen: see [`Site::seen`].
    pub fn watched(mut self) -> Self {
        self.watched = true;
        self
    }

    /// Puts other words or numbers in the place of some of the page's own.
    pub fn with_other_words(mut self, other_words: Vec<(String, String)>) -> Self {
        self.other_words = other_words;
        self
    }

    /// Starts serving.
    pub async fn start(self) -> Outcome<Site> {
        let files = read_once(&self.folder)?;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let (gate, open) = watch::channel(false);
        let shared = Arc::new(Shared {
            files,
            serving: self,
            requests: Mutex::default(),
            clock: Mutex::default(),
            open,
        });
        let router = Router::new()
            .fallback(answer)
            .with_state(Arc::clone(&shared));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Ok(Site {
            origin,
            shared,
            gate,
        })
    }
}

impl Site {
    /// The origin, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The address of the page.
    pub fn page(&self) -> String {
        format!("{}/", self.origin)
    }

    /// An ordinary page that a person was on before.
    pub fn page_before(&self) -> String {
        format!("{}/before", self.origin)
    }

    /// Lets what was held back go.
    pub fn release(&self) {
        self.gate.send_replace(true);
    }

    /// Makes the clock of every phone stand still at a moment, from when it next opens the page.
    pub fn stop_the_clock_at(&self, seconds: i64) {
        let clock = self.shared.clock.lock();
        *clock.unwrap_or_else(PoisonError::into_inner) = Some(seconds);
    }

    /// Everything that was asked for, but for what the tests themselves brought in.
    pub fn requests(&self) -> Vec<Request> {
        let requests = self
            .shared
            .requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let ours = |path: &str| OURS.contains(&path) || path.starts_with(probe::SEEN);
        requests
            .iter()
            .filter(|request| !ours(&request.path))
            .cloned()
            .collect()
    }

    /// What was on the screen, ten times a second, as a watched page told it.
    pub fn seen(&self) -> Vec<String> {
        let mut seen = self.told();
        seen.retain(|screen| !screen.ends_with(WHEN_PRESSED));
        seen
    }

    /// What was on the screen at the moment of each press, as a watched page told it.
    pub fn seen_when_pressed(&self) -> Vec<String> {
        let told = self.told().into_iter();
        told.filter_map(|screen| screen.strip_suffix(WHEN_PRESSED).map(str::to_owned))
            .collect()
    }

    fn told(&self) -> Vec<String> {
        let requests = self
            .shared
            .requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let told = requests
            .iter()
            .filter_map(|request| request.path.strip_prefix(probe::SEEN));
        told.map(str::to_owned).collect()
    }
}

/// See `js/watch.js`.
const WHEN_PRESSED: &str = "-when-pressed";

/// What only the tests ask for, and the icon that a browser asks for by itself on a page without one.
const OURS: [&str; 3] = ["/before", probe::PATH, "/favicon.ico"];

async fn answer(
    State(shared): State<Arc<Shared>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let path = uri.path();
    let referer = headers
        .get(header::REFERER)
        .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    let asked = uri.path_and_query().map_or(path, |asked| asked.as_str());
    let request = Request {
        path: asked.to_owned(),
        referer,
    };
    shared
        .requests
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(request);
    match path {
        "/before" => {
            return Html("<!doctype html><title>Before</title><p>An ordinary page.</p>")
                .into_response();
        }
        probe::PATH => {
            let clock = *shared.clock.lock().unwrap_or_else(PoisonError::into_inner);
            return probe::script(shared.serving.storage, shared.serving.watched, clock);
        }
        _ if path.starts_with(probe::SEEN) => return StatusCode::NO_CONTENT.into_response(),
        _ => {}
    }
    if held_back(shared.serving.fault, path) {
        let mut open = shared.open.clone();
        // An error means that the site is gone, and with it whoever waited.
        open.wait_for(|open| *open).await.ok();
    }
    let mut response = shared.files.answer(&method, path, false);
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page {
        response = shared.serving.rewrite(response).await;
    }
    response
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

impl Serving {
    async fn rewrite(&self, response: Response) -> Response {
        let (mut parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX)
            .await
            .unwrap_or_default();
        let mut page = self.rewrite_links(&String::from_utf8_lossy(&bytes));
        for (own, other) in &self.other_words {
            page = page.replace(own, other);
        }
        // The very first thing in the page, so that it sees everything that goes wrong.
        page = page.replacen("<head>", &format!("<head>{}", probe::TAG), 1);
        match self.fault {
            Some(Fault::WasmRefused) => {
                page = page.replace("'wasm-unsafe-eval' ", "");
                if let Some(policy) = parts.headers.get_mut(header::CONTENT_SECURITY_POLICY) {
                    let narrower = String::from_utf8_lossy(policy.as_bytes())
                        .replace("'wasm-unsafe-eval' ", "");
                    if let Ok(narrower) = HeaderValue::from_str(&narrower) {
                        *policy = narrower;
                    }
                }
            }
            Some(Fault::HeadersLost) => {
                let kind = parts.headers.remove(header::CONTENT_TYPE);
                parts.headers = kind
                    .map(|kind| (header::CONTENT_TYPE, kind))
                    .into_iter()
                    .collect();
            }
            Some(Fault::NoScripts) => {
                let sandbox = HeaderValue::from_static(
                    "sandbox allow-same-origin allow-top-navigation allow-popups",
                );
                parts
                    .headers
                    .append(header::CONTENT_SECURITY_POLICY, sandbox);
            }
            Some(Fault::WasmHeldBack | Fault::ScriptsHeldBack) | None => {}
        }
        parts.headers.remove(header::CONTENT_LENGTH);
        Response::from_parts(parts, Body::from(page))
    }

    /// The page with its exit and its outside links leading to the tests' destination.
    fn rewrite_links(&self, page: &str) -> String {
        let mut out = String::with_capacity(page.len());
        for (index, piece) in page.split("<a ").enumerate() {
            if index > 0 {
                out.push_str("<a ");
            }
            let (tag, rest) = piece.split_once('>').unwrap_or((piece, ""));
            let to = if tag.contains("data-exit") {
                self.exit.as_deref()
            } else if tag.contains("target=\"_blank\"") {
                self.outside.as_deref()
            } else {
                None
            };
            match (index, to) {
                (1.., Some(to)) => {
                    let other = to.replace("weather", "other");
                    let tag = with_address(tag, "data-1", &other);
                    out.push_str(&with_address(&tag, "href", to));
                }
                _ => out.push_str(tag),
            }
            if piece.contains('>') {
                out.push('>');
            }
            out.push_str(rest);
        }
        out
    }
}

/// A tag with another address in one of its attributes, if it has that.
fn with_address(tag: &str, attribute: &str, to: &str) -> String {
    let Some((before, rest)) = tag.split_once(&format!("{attribute}=\"")) else {
        return tag.to_owned();
    };
    let after = rest.split_once('"').map_or("", |(_, after)| after);
    format!("{before}{attribute}=\"{to}\"{after}")
}

/// The folder that `variable` names, or else `usual` in the project.
fn folder_of(variable: &str, usual: &str) -> PathBuf {
    std::env::var_os(variable).map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join(usual),
        PathBuf::from,
    )
}

/// Reading packs every file, which takes a moment: once for all journeys.
fn read_once(folder: &Path) -> Outcome<Arc<Files>> {
    static READ: Mutex<Option<HashMap<PathBuf, Arc<Files>>>> = Mutex::new(None);
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
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
