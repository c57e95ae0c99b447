//! Renders the page of a decoy: HTML, manifest, icons, and a separate policy.

use std::path::Path;
use std::{fs, io};

use leptos::prelude::*;
use serde_json::json;

use super::inline::Inline;
use super::{Icon, IconError, ScriptError, icons};
use crate::hosting::policy::Policy;
use crate::ui::decoys::{START_SCRIPT, body, look};
use crate::ui::keep;
use content::decoys::Tools;
use decoys::Decoy;
use domain::locale::Locale;

/// JavaScript glue and WASM of all decoys, beside those of the page (Trunk builds them from `index.html`).
pub const DECOY_FILES: [&str; 2] = ["tool.js", "tool_bg.wasm"];

/// Failure to render the page of a decoy.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DecoyError {
    /// A script does not parse.
    #[error(transparent)]
    Script(#[from] ScriptError),
    /// An icon cannot be rendered.
    #[error(transparent)]
    Icon(#[from] IconError),
}

/// A rendered page of a decoy.
#[derive(Debug, Clone)]
pub struct DecoyPage {
    /// The decoy.
    pub tool: Decoy,
    /// The HTML.
    pub html: String,
    /// The Web Application Manifest.
    pub manifest: String,
    /// The icons.
    pub icons: Vec<Icon>,
    /// The page's policy.
    pub policy: Policy,
}

impl DecoyPage {
    /// Renders the page of a decoy.
    ///
    /// # Errors
    ///
    /// A [`DecoyError`] if a script or an icon is invalid.
    pub fn render(
        tool: Decoy,
        words: &Tools,
        locale: &Locale,
        style: &Inline,
    ) -> Result<Self, DecoyError> {
        let icons = icons(tool)?;
        let start = Inline::script(START_SCRIPT)?;
        let policy = Policy::for_decoy(&[start.csp_hash()], style.csp_hash());
        let text = words.text(tool);
        let [js, wasm] = DECOY_FILES.map(|file| format!("../{file}"));
        // Leptos has no `media` attribute for this element.
        let [light, dark] = look(tool).paper;
        let colours = format!(
            "<meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"{light}\">\
             <meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"{dark}\">"
        );
        let owner = Owner::new();
        let head = owner.with(|| {
            view! {
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content=policy.for_meta() />
                <meta name="referrer" content="no-referrer" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <title>{text.name.clone()}</title>
                <meta name="robots" content="noindex, nofollow, noarchive" />
                <meta name="color-scheme" content="light dark" />
                <meta name="format-detection" content="telephone=no" />
                <meta name="application-name" content=text.short_name.clone() />
                <meta name="mobile-web-app-capable" content="yes" />
                <meta name="apple-mobile-web-app-capable" content="yes" />
                <meta name="apple-mobile-web-app-title" content=text.short_name.clone() />
                <meta name="apple-mobile-web-app-status-bar-style" content="default" />
                <meta name="app" data-js=js data-wasm=wasm />
                <link rel="manifest" href="manifest.webmanifest" />
                <link rel="icon" href="icon.svg" type="image/svg+xml" />
                <link rel="apple-touch-icon" href="icon-180.png" />
                <style inner_html=style.as_str().to_owned()></style>
            }
            .to_html()
        });
        // Leptos never hydrates this page, so its markers are removed.
        let body = owner.with(|| body(tool, words)).replace("<!>", "");
        let html = format!(
            "<!doctype html>\n<html lang=\"{}\" dir=\"{}\" data-tool=\"{}\">\n<head>{head}{colours}</head>\n<body spellcheck=\"false\" writingsuggestions=\"false\">{body}<script type=\"module\" src=\"../{}\"></script><script type=\"module\">{}</script></body>\n</html>\n",
            locale.lang,
            locale.dir.as_str(),
            tool.name(),
            // The listener for the decoy's events is attached before the decoy starts.
            keep::ENTRY_FILE,
            start.as_str(),
        );
        let manifest = manifest(tool, words, locale, &icons);
        Ok(Self {
            tool,
            html,
            manifest,
            icons,
            policy,
        })
    }

    /// Writes the page to its folder under `dist`.
    ///
    /// # Errors
    ///
    /// The I/O error of a file that cannot be written.
    pub fn write(&self, dist: &Path) -> io::Result<()> {
        let folder = dist.join(self.tool.name());
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), &self.html)?;
        fs::write(folder.join("manifest.webmanifest"), &self.manifest)?;
        for icon in &self.icons {
            fs::write(folder.join(icon.name), &icon.bytes)?;
        }
        Ok(())
    }
}

/// Builds the Web Application Manifest. Its scope is the whole site, so that pages opened from the decoy stay in the
/// same window.
fn manifest(tool: Decoy, words: &Tools, locale: &Locale, icons: &[Icon]) -> String {
    let text = words.text(tool);
    let icons: Vec<_> = icons
        .iter()
        .filter_map(|icon| {
            let kind = if icon.size.is_some() {
                "image/png"
            } else {
                "image/svg+xml"
            };
            let sizes = icon
                .size
                .map_or_else(|| "any".to_owned(), |size| format!("{size}x{size}"));
            let purpose = icon.purpose?;
            Some(json!({ "src": icon.name, "sizes": sizes, "type": kind, "purpose": purpose }))
        })
        .collect();
    // `id` is resolved against the origin, not the page (Web Application Manifest, `id`).
    let manifest = json!({
        "id": format!("/{}/", tool.name()),
        "name": text.name,
        "short_name": text.short_name,
        "description": text.description,
        "lang": locale.lang,
        "dir": locale.dir.as_str(),
        "start_url": "./",
        "scope": "../",
        "display": "standalone",
        "theme_color": look(tool).colour,
        "background_color": look(tool).paper.first(),
        "icons": icons,
    });
    format!("{manifest:#}\n")
}
