//! A mock destination for the exit: another origin, on `https`, with a certificate made for this run.
//!
//! It records each request with its `Referer`, and can delay the response.

use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use super::site::Request;
use super::{Outcome, ports};

/// When a destination responds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Immediately.
    AtOnce,
    /// After a delay, as over a slow network.
    After(Duration),
    /// Never: it accepts the request and sends no response.
    Never,
}

/// A running destination.
#[derive(Debug)]
pub struct Destination {
    address: String,
    requests: Arc<Mutex<Vec<Request>>>,
    knocks: Arc<AtomicUsize>,
    /// The server stops when this is dropped.
    _served: JoinSet<()>,
}

/// The title of the destination.
pub const TITLE: &str = "Weather";

impl Destination {
    /// Starts one.
    pub async fn start(answer: Answer) -> Outcome<Self> {
        let acceptor = TlsAcceptor::from(Arc::new(certificate()?));
        let listener = ports::listen().await?;
        let address = format!("https://{}", listener.local_addr()?);
        let requests = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&requests);
        let knocks = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&knocks);
        let mut served = JoinSet::new();
        served.spawn(async move {
            // Open connections end with it.
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                counted.fetch_add(1, Ordering::Relaxed);
                let (acceptor, log) = (acceptor.clone(), Arc::clone(&log));
                // A connection that the browser aborts is no failure of the journey.
                connections.spawn(async move {
                    let stream = acceptor.accept(stream).await?;
                    serve(stream, answer, &log).await
                });
            }
        });
        Ok(Self {
            _served: served,
            address,
            requests,
            knocks,
        })
    }

    /// The address of a page of it.
    pub fn page(&self, name: &str) -> String {
        format!("{}/{name}", self.address)
    }

    /// Waits for the first request for a page.
    pub async fn until_asked(&self) -> Outcome {
        for _ in 0..600 {
            if !self.requests().is_empty() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        Err("the destination received no request for a page".into())
    }

    /// The number of connections, with or without a request.
    pub fn knocks(&self) -> usize {
        self.knocks.load(Ordering::Relaxed)
    }

    /// The requests for pages: path and `Referer`.
    pub fn requests(&self) -> Vec<Request> {
        let requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        requests
            .iter()
            .filter(|request| request.path != "/favicon.ico")
            .cloned()
            .collect()
    }
}

async fn serve(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    answer: Answer,
    log: &Mutex<Vec<Request>>,
) -> io::Result<()> {
    let head = read_head(&mut stream).await?;
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    let referer = head.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("referer")
            .then(|| value.to_owned())
    });
    log.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(Request {
            path,
            referer,
            told: Vec::new(),
        });
    match answer {
        Answer::AtOnce => {}
        Answer::After(while_) => tokio::time::sleep(while_).await,
        Answer::Never => std::future::pending().await,
    }
    let body = format!("<!doctype html><title>{TITLE}</title><p>Sunny later.</p>");
    let length = body.len();
    let response = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    );
    stream.write_all(response.as_bytes()).await?;
    stream.shutdown().await
}

async fn read_head(stream: &mut (impl AsyncRead + Unpin)) -> io::Result<String> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    Ok(String::from_utf8_lossy(&head).into_owned())
}

fn certificate() -> Outcome<ServerConfig> {
    let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()])?;
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der())?;
    Ok(ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)?)
}
