//! Rewriting of the built page: its links, the probe, and its faults.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;

use super::probe;
use super::site::{Fault, Serving};

impl Serving {
    /// The page with what the tests inject, and with its faults.
    pub(super) async fn rewrite(&self, response: Response) -> Response {
        let (mut parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX)
            .await
            .unwrap_or_default();
        let mut page = self.rewrite_links(&String::from_utf8_lossy(&bytes));
        // First in the page, so that it records every error.
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

    /// The page with its exit and its external links to the mock destination.
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

/// A tag with another address in an attribute, if it has that attribute.
fn with_address(tag: &str, attribute: &str, to: &str) -> String {
    let Some((before, rest)) = tag.split_once(&format!("{attribute}=\"")) else {
        return tag.to_owned();
    };
    let after = rest.split_once('"').map_or("", |(_, after)| after);
    format!("{before}{attribute}=\"{to}\"{after}")
}
