//! Turns what Trunk built into the page that is shipped: every word as HTML, the policy, the headers.
//!
//! Trunk runs it after each build (see `Trunk.toml`). The exit for other people's pages and the directory
//! as open data go to `kit/`. With `--pseudo FOLDER` it writes the pseudo-locales there instead, for the
//! tests.
//!
//! Facts that nobody has checked for too long stop it. The day they are counted to is that of
//! `SOURCE_DATE_EPOCH`.

#![expect(clippy::print_stderr, reason = "it is a command")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::{env, fs};

use sidedoor::content::pseudo::Pseudo;
use sidedoor::content::{self, Edition, freshness};
use sidedoor::domain::build_date::BuildDate;
use sidedoor::domain::site::Site;
use sidedoor::kit::Kit;
use sidedoor::open_data::OpenData;
use sidedoor::page::{AppFiles, Document, read_style, without_names};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let root = env::current_dir()?;
    let staging = env::var_os("TRUNK_STAGING_DIR").map_or_else(|| root.join("dist"), PathBuf::from);
    let pseudo = env::args()
        .skip_while(|argument| argument != "--pseudo")
        .nth(1)
        .map(PathBuf::from);

    let site = Arc::new(content::read_site(&root)?);
    let mut editions = Vec::new();
    for language in &site.languages {
        editions.push((language, content::read_edition(&root, language)?));
    }
    let built = build_date(&root, &site)?.date();

    let style = read_style(&root)?;
    let app = AppFiles::find(&fs::read_to_string(staging.join("index.html"))?)?;
    let wasm = staging.join(&app.wasm);
    fs::write(&wasm, without_names(&fs::read(&wasm)?)?)?;
    let render = |edition: Edition| {
        Document::render(Arc::new(edition), Arc::clone(&site), built, &style, &app)
    };

    for (index, (language, edition)) in editions.into_iter().enumerate() {
        if let Some(folder) = &pseudo {
            for kind in Pseudo::ALL {
                let name = kind.locale().lang.to_lowercase();
                write(
                    &copy_assets(&staging, &folder.join(name))?,
                    &render(kind.edition(&edition))?,
                )?;
            }
            return Ok(());
        }
        let data = OpenData::new(&edition, built)?;
        let directory = root.join("kit/directory");
        let folder = if index == 0 {
            Kit::new(&edition, &site)?.write(&root.join("kit"))?;
            data.write(&directory)?;
            staging.clone()
        } else {
            data.write(&directory.join(language))?;
            copy_assets(&staging, &staging.join(language))?
        };
        write(&folder, &render(edition)?)?;
    }
    Ok(())
}

/// The day of this build, once no fact is too old for it. Facts that soon will be are named.
fn build_date(root: &Path, site: &Site) -> Result<BuildDate, Box<dyn std::error::Error>> {
    let facts = freshness::facts(root, &site.languages)?;
    let epoch = env::var_os("SOURCE_DATE_EPOCH");
    let epoch = epoch.as_ref().map(|epoch| epoch.to_string_lossy());
    let today = freshness::build_date(epoch.as_deref(), &facts)?;
    let found = freshness::judge(&facts, today, site.freshness);
    for warning in found.warnings.iter() {
        eprintln!("warning: {warning}");
    }
    if found.failures.is_empty() {
        Ok(today)
    } else {
        Err(found.failures.into())
    }
}

fn write(folder: &Path, document: &Document) -> std::io::Result<()> {
    fs::write(folder.join("index.html"), &document.html)?;
    fs::write(folder.join("_headers"), document.policy.headers_file())
}

/// Copies the app's files beside another language's page.
fn copy_assets(from: &Path, to: &Path) -> std::io::Result<PathBuf> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        if let Some(name) = path.file_name().filter(|_| path.is_file()) {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(to.to_path_buf())
}
