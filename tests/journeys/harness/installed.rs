//! Browsers and drivers that are installed.

use std::path::{Path, PathBuf};

use super::engine::Environment;

/// The first of `a|b|c` that is on `PATH`.
pub(super) fn on_path(names: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .split('|')
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// What `MiniBrowser` needs to run as root, and to write only to `folder`.
pub(super) fn webkit_environment(folder: &Path) -> Environment {
    let path = folder.display().to_string();
    vec![
        ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".into()),
        // CPU painting is a sixth quicker than emulated GPU painting.
        ("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1".into()),
        ("WEBKIT_DISABLE_DMABUF_RENDERER", "1".into()),
        ("XDG_CONFIG_HOME", path.clone()),
        ("XDG_CACHE_HOME", path.clone()),
        ("XDG_DATA_HOME", path),
    ]
}

pub(super) fn mini_browser() -> Option<PathBuf> {
    let libraries = Path::new("/usr/lib")
        .read_dir()
        .ok()?
        .flatten()
        .map(|entry| entry.path());
    let places = libraries.flat_map(|folder| {
        ["4.1", "4.0", "6.0"]
            .map(|version| folder.join(format!("webkit2gtk-{version}/MiniBrowser")))
    });
    places.into_iter().find(|file| file.is_file())
}
