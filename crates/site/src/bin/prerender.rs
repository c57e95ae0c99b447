//! Prerenders the shipped page from Trunk's build: HTML, policy and headers.
//!
//! Trunk runs it after each build (see `Trunk.toml`). The drop-in exit, the directory as open data and the
//! configuration for several servers go to `kit/`. With `--pseudo FOLDER` it writes the pseudo-locales there instead,
//! for tests.
//!
//! It fails if a fact is too old on the date of `SOURCE_DATE_EPOCH`.

#![expect(clippy::print_stderr, reason = "it is a command")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::{env, fs};

use content::pseudo::Pseudo;
use content::{self, Edition, freshness, reading};
use decoys::Decoy;
use domain::build_date::BuildDate;
use domain::props::Props as _;
use domain::site::Site;
use site::hosting::hosts::Hosts;
use site::hosting::policy::Policy;
use site::kit::Kit;
use site::open_data::OpenData;
use site::page::{
    AppFiles, DECOY_FILES, DecoyPage, Delivery, Document, PageKind, RELEASE_FILE, RenderInput,
    check_disclosure, minify, read_decoy_style, read_style, release, strip_module,
};
use site::ui::boot::{CLIENT_SCRIPTS, SCREENS_FILES, SCREENS_SCRIPT};
use site::ui::keep;

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
        let edition = content::read_edition(&root, language)?;
        for warning in reading::warnings(language, &edition.guides) {
            eprintln!("warning: content/{language}/{warning}");
        }
        editions.push((language, edition));
    }
    if site.owner.is_none() {
        eprintln!(
            "warning: site.toml names no [owner], so the page says that it is a copy without a named owner"
        );
    }
    let built = build_date(&root, &site)?.date();

    let style = read_style(&root)?;
    let mut app = AppFiles::find(&fs::read_to_string(staging.join("index.html"))?)?;
    if pseudo.is_none() {
        write_scripts(&staging, &mut app)?;
    }
    let material = |edition: Edition| RenderInput {
        edition: Arc::new(edition),
        site: Arc::clone(&site),
        built,
        style: &style,
        app: &app,
    };

    for (index, (language, edition)) in editions.into_iter().enumerate() {
        if let Some(folder) = &pseudo {
            for kind in Pseudo::ALL {
                let material = material(kind.edition(&edition));
                let name = kind.locale().lang.to_lowercase();
                let folder = copy_assets(&staging, &folder.join(name))?;
                write_pages(&folder, &material, Vec::new())?;
            }
            return Ok(());
        }
        let data = OpenData::new(&edition, built)?;
        let directory = root.join("kit/directory");
        if index > 0 {
            data.write(&directory.join(language))?;
            let folder = copy_assets(&staging, &staging.join(language))?;
            write_pages(&folder, &material(edition), Vec::new())?;
            continue;
        }
        data.write(&directory)?;
        Kit::new(&edition, &site)?.write(&root.join("kit"))?;
        let tools = write_decoys(&root, language, &edition, &staging)?;
        let policy = write_pages(&staging, &material(edition), tools)?;
        Hosts::new(&policy).write(&root.join("kit/hosting"))?;
        fs::write(staging.join(RELEASE_FILE), release(&staging, &app, built)?)?;
    }
    check_disclosure(&staging)?;
    Ok(())
}

/// Strips the WASMs, minifies their glue, writes the scripts of the offline copy, and names the app by its content. It runs
/// once for each build: the pseudo-locales are made from a finished one.
fn write_scripts(staging: &Path, app: &mut AppFiles) -> Result<(), Box<dyn std::error::Error>> {
    let [tool_js, tool_wasm] = DECOY_FILES;
    let [screens_js, screens_wasm, _] = SCREENS_FILES;
    for wasm in [app.wasm.as_str(), "work_bg.wasm", tool_wasm, screens_wasm] {
        let wasm = staging.join(wasm);
        fs::write(&wasm, strip_module(&fs::read(&wasm)?)?)?;
    }
    for (glue, more) in [
        (app.js.as_str(), SCREENS_SCRIPT),
        (tool_js, ""),
        ("work.js", ""),
        (screens_js, &CLIENT_SCRIPTS.concat()),
    ] {
        let glue = staging.join(glue);
        let script = fs::read_to_string(&glue)? + more;
        fs::write(&glue, minify(&script)?)?;
    }
    for (name, parts) in keep::FILES {
        fs::write(staging.join(name), minify(&parts.concat())?)?;
    }
    app.name_by_content(staging)?;
    Ok(())
}

/// Writes the hosted and offline pages of one language, and a set of headers for them and the pages beside them.
/// Returns the policy of the headers.
fn write_pages(
    folder: &Path,
    material: &RenderInput<'_>,
    mut beside: Vec<Policy>,
) -> Result<Policy, Box<dyn std::error::Error>> {
    let served = Document::render(material, PageKind::Words, Delivery::Hosted)?;
    fs::write(folder.join("index.html"), &served.html)?;
    let [.., words] = SCREENS_FILES;
    let screens = material.edition.screens.to_lines();
    let screens = serde_json::to_string(&screens.split('\n').collect::<Vec<_>>())?;
    fs::write(folder.join(words), screens)?;
    let kept = folder.join(keep::FOLDER);
    fs::create_dir_all(&kept)?;
    for (path, sheet, whose) in [
        (
            folder.join(keep::PAGE_FILE),
            PageKind::Keep,
            Delivery::Hosted,
        ),
        (kept.join("index.html"), PageKind::Words, Delivery::Offline),
        (
            kept.join(keep::PAGE_FILE),
            PageKind::Keep,
            Delivery::Offline,
        ),
    ] {
        let document = Document::render(material, sheet, whose)?;
        fs::write(path, &document.html)?;
        beside.push(document.policy);
    }
    let policy = served.policy.beside(&beside);
    fs::write(folder.join("_headers"), policy.headers_file())?;
    Ok(policy)
}

/// Writes the pages of the decoys, in the main language only: they are the same in every installed copy. Their
/// policies are merged into the headers.
fn write_decoys(
    root: &Path,
    language: &str,
    edition: &Edition,
    staging: &Path,
) -> Result<Vec<Policy>, Box<dyn std::error::Error>> {
    let words = content::decoys::read(root, language)?;
    let mut policies = Vec::new();
    for tool in Decoy::ALL {
        let style = read_decoy_style(root, tool)?;
        let page = DecoyPage::render(tool, &words, &edition.text.locale, &style)?;
        page.write(staging)?;
        policies.push(page.policy);
    }
    Ok(policies)
}

/// Returns the date of the build. Fails if a fact is too old; prints warnings for those that are due.
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

/// Copies the app's files to the folder of another language.
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
