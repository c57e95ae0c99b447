//! The baseline (control): a page with the same words, made as pages usually are. Caches store it, its title
//! reveals the subject, it writes the history, stores what was typed, and has a form with autofill.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse as _, Response};
use std::fmt::Write as _;
use std::io::Read as _;
use std::sync::Arc;

use super::words::texts;
use crate::harness::{Outcome, ports};

/// Its path. A usual form adds a query.
const PATH: &str = "/stalking-helpline";

/// Starts its server; returns the origin, without a slash at the end.
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

/// The page, compressed as the browser accepts it, as hosts do.
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
