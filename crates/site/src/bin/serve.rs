//! Serves `dist/` on <http://127.0.0.1:8080> with the shipped headers.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it is a command")]

use std::process::ExitCode;
use std::sync::Arc;

use site::hosting::server::Files;

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args_os().nth(1).unwrap_or_else(|| "dist".into());
    let files = Arc::new(Files::read(folder.as_ref())?);
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 8080)).await?;
    println!(
        "The page is on http://{} (Ctrl-C ends)",
        listener.local_addr()?
    );
    axum::serve(listener, files.router()).await?;
    Ok(())
}
