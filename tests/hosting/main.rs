//! The built page behind real servers, each with the file that the build wrote for it.
//!
//! The tests start nginx, Apache and Caddy on 127.0.0.1, as the user that runs them, beside the server of
//! `make serve`. One that is missing is a failure where `CI` is set, and a logged line elsewhere.
//! `tools/install.sh test` brings them, and sets up no server on the machine.

#![expect(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may fail loudly, and waits for a server by the clock"
)]

use test_support::dist;
mod exchange;
use test_support::files;
use test_support::packed;
mod server;

use std::collections::BTreeSet;
use std::fs;

use site::hosting::policy::read_headers_file;

use exchange::{Answer, ask};
use packed::pack;
use server::{Kind, Server};

/// Response headers that are allowed besides those of the policy. None of them tells one visitor from another:
/// they are the same for every request for the same file in the same second.
const BESIDES: [&str; 10] = [
    "accept-ranges",
    "allow",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "date",
    "server",
    "transfer-encoding",
    "vary",
];

/// The headers of the policy, as the build left them for static hosts.
fn policy() -> Vec<(String, String)> {
    let file = fs::read_to_string(dist::folder().join("_headers")).unwrap();
    let headers = read_headers_file(&file);
    assert!(headers.len() > 10, "{headers:?}");
    headers
}

/// The path and the content type of every file that a visit to the page or to a decoy requests.
fn a_visit() -> Vec<(String, &'static str)> {
    let dist = dist::folder();
    let mut paths = Vec::new();
    for file in files::below(&dist) {
        let name = file.strip_prefix(&dist).unwrap().to_string_lossy();
        let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("wasm") => "application/wasm",
            Some("svg") => "image/svg+xml; charset=utf-8",
            Some("png") => "image/png",
            Some("webmanifest") => "application/manifest+json",
            _ => continue,
        };
        let path = name.strip_suffix("index.html").unwrap_or(&name);
        paths.push((format!("/{path}"), kind));
    }
    let kinds: BTreeSet<_> = paths.iter().map(|(_, kind)| *kind).collect();
    assert_eq!(kinds.len(), 6, "{paths:?}");
    for folder in ["/", "/calculator/"] {
        assert!(paths.iter().any(|(path, _)| path == folder), "{paths:?}");
    }
    paths
}

/// The built file for a path.
fn built(path: &str) -> Vec<u8> {
    let index = if path.ends_with('/') {
        "index.html"
    } else {
        ""
    };
    let name = format!("{}{index}", path.trim_start_matches('/'));
    fs::read(dist::folder().join(name)).unwrap()
}

#[track_caller]
fn holds_the_policy(answer: &Answer, what: &str) {
    for (name, value) in policy() {
        assert_eq!(answer.all(&name), [value], "{name} of {what}");
    }
    let policy: Vec<String> = policy()
        .into_iter()
        .map(|(name, _)| name.to_lowercase())
        .collect();
    let known: BTreeSet<&str> = policy.iter().map(String::as_str).chain(BESIDES).collect();
    let names = answer.names();
    let more: Vec<&&str> = names.difference(&known).collect();
    assert!(more.is_empty(), "{what} also holds {more:?}");
    for server in answer.all("server") {
        let tells = server
            .chars()
            .any(|c| c.is_ascii_digit() || c == '/' || c == '(');
        assert!(!tells, "{what} says {server}");
    }
}

fn every_file_comes_with_the_policy_and_its_type(server: &Server) {
    for (path, kind) in a_visit() {
        let answer = ask(server.port, "GET", &path, "");
        assert_eq!(answer.status, 200, "{path}");
        holds_the_policy(&answer, &path);
        assert_eq!(answer.all("content-type"), [kind], "{path}");
        assert!(answer.body == built(&path), "{path} is not what was built");
        let head = ask(server.port, "HEAD", &path, "");
        holds_the_policy(&head, &path);
        assert!(head.body.is_empty(), "{path}");
    }
}

/// Errors that Apache sends before it reads any folder, and so without `.htaccess`: they have none of our words.
fn comes_before_our_file(server: &Server, asked: &str) -> bool {
    server.kind == Kind::Apache && ["TRACE", NO_PATH].contains(&asked)
}

/// Path traversal out of the folder of the page.
const NO_PATH: &str = "/%2e%2e/told/nginx.conf";

fn every_error_comes_with_the_policy_and_tells_nothing(server: &Server) {
    let paths = [
        "/nothing-here",
        "/nothing.html",
        "/_headers",
        "/.git/HEAD",
        "/.git/x.json",
        "/.htaccess",
        "/notes.txt",
        "/page.html.bak",
        "/folder",
        "/folder/",
        "/index.html/",
        NO_PATH,
    ];
    for path in paths {
        let answer = ask(server.port, "GET", path, "");
        assert!(
            (400..500).contains(&answer.status),
            "{path}: {}",
            answer.status
        );
        if !comes_before_our_file(server, path) {
            holds_the_policy(&answer, path);
        }
        let body = String::from_utf8_lossy(&answer.body).to_lowercase();
        assert!(
            !body.contains("left behind") && !body.contains("sidedoor-host"),
            "{path}: {body}"
        );
        assert!(!body.contains("debian"), "{path}: {body}");
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        let answer = ask(server.port, method, "/", "Content-Length: 0\r\n");
        assert!(
            (400..500).contains(&answer.status),
            "{method}: {}",
            answer.status
        );
        if !comes_before_our_file(server, method) {
            holds_the_policy(&answer, method);
        }
        assert!(answer.body.len() < 1_000, "{method} gives the page");
    }
}

fn two_visitors_get_the_same(server: &Server) {
    let others = "User-Agent: Another/1.0\r\nAccept-Language: cy\r\nCookie: known=1\r\nReferer: http://127.0.0.1/\r\n\
                  If-None-Match: \"x\"\r\nIf-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT\r\n";
    for (path, _) in a_visit() {
        let [one, other] = ["", others].map(|more| {
            let mut answer = ask(server.port, "GET", &path, more);
            answer.headers.retain(|(name, _)| name != "date");
            answer
        });
        assert_eq!(one.status, other.status, "{path}");
        assert_eq!(one.headers, other.headers, "{path}");
        assert!(one.body == other.body, "{path}");
    }
}

fn what_was_packed_beforehand_goes_out_packed(server: &Server) {
    for (path, kind) in a_visit() {
        let answer = ask(
            server.port,
            "GET",
            &path,
            "Accept-Encoding: gzip, deflate, br, zstd\r\n",
        );
        assert_eq!(answer.status, 200, "{path}");
        holds_the_policy(&answer, &path);
        assert_eq!(answer.all("content-type"), [kind], "{path}");
        assert_eq!(answer.all("content-encoding"), ["br"], "{path}");
        assert!(
            answer.body == pack(&built(&path)),
            "{path} is not what was packed"
        );
    }
}

fn no_visit_is_written_down(server: &Server) {
    ask(
        server.port,
        "GET",
        "/?somebody",
        "User-Agent: Somebody\r\nReferer: http://somebody.example/\r\n",
    );
    ask(server.port, "GET", "/somebody.html", "");
    for (name, text) in server.written() {
        assert!(!text.to_lowercase().contains("somebody"), "{name}: {text}");
        // A server's own lines hold an address too: only one with a path beside it is a visit.
        assert!(!text.contains("GET /"), "{name}: {text}");
    }
}

macro_rules! behind {
    ($server:ident $kind:ident: $($test:ident),+ $(,)?) => {
        mod $server {
            $(
                #[test]
                fn $test() {
                    match super::Server::start(super::Kind::$kind) {
                        Ok(server) => super::$test(&server),
                        Err(missing) => {
                            assert!(std::env::var_os("CI").is_none(), "{missing}");
                            eprintln!("SKIPPED: {missing}");
                        }
                    }
                }
            )+
        }
    };
    ($($server:ident $kind:ident),+) => {
        $(behind!($server $kind:
            every_file_comes_with_the_policy_and_its_type,
            every_error_comes_with_the_policy_and_tells_nothing,
            two_visitors_get_the_same,
            what_was_packed_beforehand_goes_out_packed,
            no_visit_is_written_down,
        );)+
    };
}

behind!(make_serve OurOwn, nginx Nginx, apache Apache, caddy Caddy);
