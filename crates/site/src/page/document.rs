//! Renders the document.

use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use super::ScriptError;
use super::inline::Inline;
use super::release::sha256;
use crate::hosting::policy::{self, Policy};
use crate::ui::PARSER_YIELD;
use crate::ui::keep::{self, KeepPage};
use crate::ui::{App, PageContext, boot, cover, exit};
use content::Edition;
use domain::site::Site;

/// File names of the app, relative to the page. They contain hashes and change with each build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppFiles {
    /// The JavaScript glue.
    pub js: String,
    /// The WASM.
    pub wasm: String,
}

/// Theme colour of the browser: the page's background (`--color-page` in `style/tokens.css`), which reveals nothing.
const THEME_COLOURS: &str = "<meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"#fbfaf6\">\
    <meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"#141a1a\">";

/// Failure to render a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DocumentError {
    /// The shell that Trunk built does not name the app's files.
    #[error(
        "the built index.html has no <meta name=\"app\" data-js=… data-wasm=…>: see pattern_script in Trunk.toml"
    )]
    NoAppFiles,
    /// The body does not start with the exit.
    #[error("the body does not begin with the exit")]
    NoExit,
    /// A script does not parse.
    #[error(transparent)]
    Script(#[from] ScriptError),
    /// A rendered attribute or element that the page's policy would block.
    #[error("the rendered page holds {0}, which its own policy refuses")]
    Refused(&'static str),
}

impl AppFiles {
    /// Finds the file names in the shell that Trunk built.
    ///
    /// # Errors
    ///
    /// [`DocumentError::NoAppFiles`] if they are missing.
    pub fn find(shell: &str) -> Result<Self, DocumentError> {
        let value = |name: &str| {
            let (_, rest) = shell.split_once(&format!("{name}=\""))?;
            rest.split_once('"').map(|(value, _)| value.to_owned())
        };
        match (value("data-js"), value("data-wasm")) {
            (Some(js), Some(wasm)) => Ok(Self { js, wasm }),
            _ => Err(DocumentError::NoAppFiles),
        }
    }

    fn below(&self, folder: &str) -> Self {
        let at = |file: &str| format!("{folder}{}", file.trim_start_matches("./"));
        Self {
            js: at(&self.js),
            wasm: at(&self.wasm),
        }
    }

    /// Renames the files in `folder` by the first 16 hexadecimal digits of the SHA-256 of both. Trunk's names are of what the
    /// WASM was before it was stripped, which depends on the folders of the build.
    ///
    /// # Errors
    ///
    /// The I/O error of a file that cannot be read or renamed.
    pub fn name_by_content(&mut self, folder: &Path) -> io::Result<()> {
        let [wasm, js] = [&self.wasm, &self.js].map(|name| fs::read(folder.join(name)));
        let mut hash = sha256(&[wasm?, js?].concat());
        hash.truncate(16);
        for (name, ending) in [(&mut self.js, ".js"), (&mut self.wasm, "_bg.wasm")] {
            let new = format!("./app-{hash}{ending}");
            fs::rename(folder.join(&*name), folder.join(&new))?;
            *name = new;
        }
        Ok(())
    }
}

/// A rendered page and its policy.
#[derive(Debug, Clone)]
pub struct Document {
    /// The HTML.
    pub html: String,
    /// The page's Content Security Policy.
    pub policy: Policy,
}

/// A page of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// The main page, with all of the content.
    Words,
    /// The page that sets up the offline copy ([`KeepPage`]).
    Keep,
}

/// How a page is delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// Served by a host.
    Hosted,
    /// Served from an offline copy: its exit leads to the decoy, and it updates itself.
    Offline,
}

impl Delivery {
    /// Where a page finds its files: an offline copy is shown at the address of the decoy, from where its icon comes too.
    fn files_at(self) -> String {
        match self {
            Self::Hosted => "./".to_owned(),
            Self::Offline => format!("../{}/", keep::FOLDER),
        }
    }
}

/// Input for rendering the pages of one language.
#[derive(Debug, Clone)]
pub struct RenderInput<'a> {
    /// Text and services.
    pub edition: Arc<Edition>,
    /// The charity's configuration.
    pub site: Arc<Site>,
    /// Date of the build.
    pub built: jiff::civil::Date,
    /// The style sheet.
    pub style: &'a Inline,
    /// File names of the app.
    pub app: &'a AppFiles,
}

/// The scripts of a page, by position.
struct Scripts {
    /// In the head, before everything else.
    first: Vec<Inline>,
    /// Right after the exit.
    second: Vec<Inline>,
    /// Between views and cards, rendered by components.
    between: Vec<Inline>,
    /// At the end of the body.
    last: Vec<Inline>,
    /// At the end of the body, as inline modules.
    modules: Vec<Inline>,
    /// External modules, by file name.
    files: &'static [&'static str],
}

impl Scripts {
    fn of(sheet: PageKind, whose: Delivery) -> Result<Self, ScriptError> {
        let inline = |scripts: &[&str]| -> Result<Vec<Inline>, ScriptError> {
            let scripts = scripts.iter().map(|script| Inline::script(script));
            scripts.collect()
        };
        let [exit, keys, traces] = exit::LEAVING;
        let mut first = inline(&[exit, boot::EARLY_SCRIPT])?;
        if whose == Delivery::Offline {
            first.insert(0, Inline::script(keep::KEPT)?);
        }
        // Each of these two pairs is one script: none can throw before its listeners are attached, and one hash and one
        // element fewer save up to a hundred bytes compressed.
        let leaving = [keys, traces].concat();
        // The exit enters the top layer before the cover, which is then above it.
        let comforts = [exit::PLACE, cover::SCRIPT].concat();
        Ok(Self {
            first,
            second: inline(&[&leaving])?,
            between: match sheet {
                PageKind::Words => vec![Inline::parser_yield()],
                PageKind::Keep => Vec::new(),
            },
            last: inline(&[cover::WAY_BACK, &comforts])?,
            modules: match sheet {
                PageKind::Words => inline(&[boot::SCRIPT])?,
                PageKind::Keep => Vec::new(),
            },
            files: match (sheet, whose) {
                (PageKind::Words, Delivery::Hosted) => &[],
                (PageKind::Words, Delivery::Offline) => &[keep::RENEW_FILE],
                (PageKind::Keep, _) => &[keep::SET_UP_FILE],
            },
        })
    }

    fn hashes(&self) -> Vec<String> {
        let all = [
            &self.first,
            &self.second,
            &self.between,
            &self.last,
            &self.modules,
        ];
        all.into_iter().flatten().map(Inline::csp_hash).collect()
    }
}

impl Document {
    /// Renders a page as of the date of the build.
    ///
    /// # Errors
    ///
    /// [`DocumentError::Refused`] if the page contains something that its policy blocks.
    pub fn render(
        material: &RenderInput<'_>,
        sheet: PageKind,
        whose: Delivery,
    ) -> Result<Self, DocumentError> {
        let scripts = Scripts::of(sheet, whose)?;
        let style = material.style;
        let policy = Policy::for_page(&scripts.hashes(), style.csp_hash());
        let locale = material.edition.text.locale.clone();
        let title = material.site.title.as_str().to_owned();
        let context = PageContext {
            edition: Arc::clone(&material.edition),
            site: Arc::clone(&material.site),
            built: material.built,
            kept: whose == Delivery::Offline,
        };

        let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
        let body = strip_hydration_markers(&owner.with(|| match sheet {
            PageKind::Words => view! { <App context /> }.to_html(),
            PageKind::Keep => view! { <KeepPage context /> }.to_html(),
        }));
        check_csp_compliance(&body)?;

        let files_at = whose.files_at();
        let app = (sheet == PageKind::Words).then(|| material.app.below(&files_at));
        let head = owner.with(|| {
            view! {
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content=policy.for_meta() />
                <meta name="referrer" content=policy::REFERRER />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content" />
                {script_tags(&scripts.first)}
                <title>{title}</title>
                <meta name="robots" content=policy::ROBOTS />
                <meta name="color-scheme" content="light dark" />
                <meta name="format-detection" content="telephone=no" />
                {app.map(|app| view! { <meta name="app" data-js=app.js data-wasm=app.wasm /> })}
                <link rel="icon" href="icon.svg" type="image/svg+xml" />
                <style inner_html=style.as_str().to_owned()></style>
            }
            .to_html()
        });
        let head = head.replace("<!>", "");
        let [second, last] =
            [&scripts.second, &scripts.last].map(|some| owner.with(|| script_tags(some).to_html()));
        // The exit is first in the body and painted first; the other scripts that leave follow it directly and do not
        // delay it.
        let (exit, rest) = body.split_once("</nav>").ok_or(DocumentError::NoExit)?;
        let inline = scripts.modules.iter();
        let inline =
            inline.map(|script| format!("<script type=\"module\">{}</script>", script.as_str()));
        let files = scripts.files.iter();
        let files =
            files.map(|file| format!("<script type=\"module\" src=\"{files_at}{file}\"></script>"));
        let modules = inline.chain(files).collect::<Vec<_>>().concat();
        let kept = if whose == Delivery::Offline {
            " data-kept"
        } else {
            ""
        };
        let html = format!(
            "<!doctype html>\n<html lang=\"{}\" dir=\"{}\"{kept}>\n<head>{head}{THEME_COLOURS}</head>\n<body spellcheck=\"false\" writingsuggestions=\"false\">{exit}</nav>{second}{rest}{last}{modules}</body>\n</html>\n",
            locale.lang,
            locale.dir.as_str(),
        );
        drop(owner);
        Ok(Self { html, policy })
    }
}

/// Removes Leptos's hydration markers outside the islands: nothing else is hydrated, and a thousand markers are two
/// hundred bytes compressed.
fn strip_hydration_markers(body: &str) -> String {
    let mut out = String::new();
    for (place, part) in body.split("<leptos-island").enumerate() {
        let (island, rest) = match part.split_once("</leptos-island>") {
            Some((island, rest)) if place > 0 => (Some(island), rest),
            _ => (None, part),
        };
        if let Some(island) = island {
            out.push_str("<leptos-island");
            out.push_str(island);
            out.push_str("</leptos-island>");
        }
        out.push_str(&rest.replace("<!>", ""));
    }
    out
}

/// Renders each script in a separate element, so that an exception in one does not stop another.
fn script_tags(scripts: &[Inline]) -> impl IntoView + use<> {
    scripts
        .iter()
        .map(|script| view! { <script inner_html=script.as_str().to_owned()></script> })
        .collect_view()
}

/// Checks that no component rendered an inline style, script or event handler, which the policy would block.
fn check_csp_compliance(body: &str) -> Result<(), DocumentError> {
    let refused = [
        ("<script", "a script of its own"),
        ("<style", "a style of its own"),
        (" style=\"", "an inline style"),
        (" onclick=", "an inline handler"),
        ("javascript:", "a script in a link"),
    ];
    let yields = format!("<script>{PARSER_YIELD}</script>");
    let body = body.replace(&yields, "");
    match refused
        .into_iter()
        .find(|(needle, _)| body.contains(needle))
    {
        Some((_, what)) => Err(DocumentError::Refused(what)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{AppFiles, DocumentError};

    #[test]
    fn the_names_of_the_app_are_found_or_missed_out_loud() {
        let shell = r#"<meta name="app" data-js="app-1.js" data-wasm="app-1_bg.wasm">"#;
        let files = AppFiles::find(shell).unwrap();
        assert_eq!(
            (files.js.as_str(), files.wasm.as_str()),
            ("app-1.js", "app-1_bg.wasm")
        );
        assert_eq!(
            AppFiles::find("<html></html>"),
            Err(DocumentError::NoAppFiles)
        );
    }
}
