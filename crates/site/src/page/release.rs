//! The manifest of an offline copy: paths, media types and hashes of its files. The scripts of `ui::keep` fetch it
//! on set-up, and later to check for a newer release.

use std::path::Path;
use std::{fs, io};

use jiff::civil::Date;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::{AppFiles, DECOY_FILES};
use crate::hosting::kind_of;
use crate::ui::boot::SCREENS_FILES;
use crate::ui::keep;
use decoys::Decoy;

/// File name of the manifest.
pub const RELEASE_FILE: &str = "files.json";

/// Builds the manifest as JSON: `version`; `built`, the date of the build, by which an older release is known; `pack`,
/// the files to seal, with their path in the pack as `as`; `tools`, the files of each decoy, which are stored in the
/// clear; `worker`, the service worker. Every file has `path` relative to the site's root, `type`, and `hash`, its SHA-256
/// in hexadecimal.
///
/// # Errors
///
/// The I/O error of a file that cannot be read.
pub fn release(dist: &Path, app: &AppFiles, built: Date) -> io::Result<String> {
    let mut all = Sha256::new();
    let mut file = |path: &str| -> io::Result<Value> {
        let hash = sha256(&fs::read(dist.join(path))?);
        all.update(path);
        all.update(&hash);
        Ok(json!({ "path": path, "type": kind_of(path), "hash": hash }))
    };
    let worker = ["worker.js", "work.js", "work_bg.wasm"];
    let own = |name: &str| (format!("{}/{name}", keep::FOLDER), name.to_owned());
    let same = |name: &str| (name.to_owned(), name.to_owned());
    let [js, wasm] = [&app.js, &app.wasm].map(|name| name.trim_start_matches("./"));
    let packed = [own("index.html"), own(keep::PAGE_FILE)].into_iter().chain(
        [js, wasm, keep::SET_UP_FILE, keep::RENEW_FILE]
            .into_iter()
            .chain(SCREENS_FILES)
            .map(same),
    );
    let mut pack = Vec::new();
    for (path, name) in packed {
        let mut entry = file(&path)?;
        if let Some(entry) = entry.as_object_mut() {
            entry.insert("as".into(), name.into());
        }
        pack.push(entry);
    }
    let mut tools = serde_json::Map::new();
    for tool in Decoy::ALL {
        let folder = tool.name();
        let mut names: Vec<String> = fs::read_dir(dist.join(folder))?
            .map(|entry| Ok(format!("{folder}/{}", entry?.file_name().to_string_lossy())))
            .collect::<io::Result<_>>()?;
        names.sort();
        names.extend(DECOY_FILES.map(str::to_owned));
        names.push(keep::ENTRY_FILE.to_owned());
        names.extend(worker.map(str::to_owned));
        let files = names
            .iter()
            .map(|name| file(name))
            .collect::<io::Result<Vec<_>>>()?;
        tools.insert(folder.to_owned(), files.into());
    }
    let worker = file(keep::OFFLINE_FILE)?;
    let version = hex(&all.finalize());
    let built = built.to_string();
    Ok(json!({ "version": version, "built": built, "pack": pack, "tools": tools, "worker": worker }).to_string())
}

/// The SHA-256 of `bytes` in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        write!(text, "{byte:02x}").ok();
        text
    })
}
