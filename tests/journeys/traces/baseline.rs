//! The control: a page with the same words, made as pages usually are. It is kept by caches, says in its
//! title what it is about, writes the history, keeps what was typed, and has a form that browsers remember.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse as _, Response};
use std::fmt::Write as _;
use std::io::Read as _;
use std::sync::Arc;

use super::words::texts;
use crate::harness::{Outcome, ports};

/// What its address ends in. A query is what a form of the usual kind writes into it.
const PATH: &str = "/stalking-helpline";

/// Where it is served, without a slash at the end.
pub(super) async fn start(html: &str) -> Outcome<String> {
    let mut words = String::new();
    for text in texts(html) {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        writeln!(words, "<p>{text}</p>")?;
    }
    let page = include_str!("baseline.html").replace("WORDS", &words);
    let listener = ports::listen().await?;
    let origin = format!("http://{}", listener.local_addr()?);
    let router = Router::new().fallback(answer).with_state(Arc::new(page));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(origin)
}

/// Its address.
pub(super) fn page(origin: &str) -> String {
    format!("{origin}{PATH}")
}

/// The page, packed as the browser asks for it, as hosts do.
async fn answer(State(page): State<Arc<String>>, uri: Uri, headers: HeaderMap) -> Response {
    let kept = (header::CACHE_CONTROL, "max-age=3600");
    if !uri.path().starts_with(PATH) {
        return "".into_response();
    }
    let accepts = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok());
    let (name, packed) = if accepts.is_some_and(|accepts| accepts.contains("br")) {
        let mut packed = Vec::new();
        brotli::CompressorReader::new(page.as_bytes(), 4096, 5, 22)
            .read_to_end(&mut packed)
            .ok();
        ("br", packed)
    } else {
        let mut packed = Vec::new();
        flate2::read::GzEncoder::new(page.as_bytes(), flate2::Compression::fast())
            .read_to_end(&mut packed)
            .ok();
        ("gzip", packed)
    };
    let head = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_ENCODING, name),
        kept,
    ];
    (head, packed).into_response()
}
