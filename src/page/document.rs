//! Putting the document together.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use super::ScriptError;
use super::inline::Inline;
use crate::content::Edition;
use crate::domain::site::Site;
use crate::hosting::policy::{self, Policy};
use crate::ui::keep::{self, KeepPage};
use crate::ui::{App, PageContext, boot, cover, exit};

/// The names of the app's files, relative to the page: they carry hashes and change with each build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppFiles {
    /// The glue.
    pub js: String,
    /// The WASM.
    pub wasm: String,
}

/// The browser's own frame follows the paper (`--paper` in `style/tokens.css`), and says nothing.
const THEME_COLOURS: &str = "<meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"#fbfaf6\">\
    <meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"#141a1a\">";

/// Why no document can be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DocumentError {
    /// The built shell does not say what the app's files are called.
    #[error(
        "the built index.html has no <meta name=\"app\" data-js=… data-wasm=…>: see pattern_script in Trunk.toml"
    )]
    NoAppFiles,
    /// The body does not begin with the exit.
    #[error("the body does not begin with the exit")]
    NoExit,
    /// A script that nothing can run.
    #[error(transparent)]
    Script(#[from] ScriptError),
    /// A rendered attribute or element that the policy would check_csp_compliance.
    #[error("the rendered page holds {0}, which its own policy refuses")]
    Refused(&'static str),
}

impl AppFiles {
    /// Finds the names in the page that Trunk built.
    ///
    /// # Errors
    ///
    /// [`DocumentError::NoAppFiles`] if they are not there.
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
}

/// A finished page and the policy that goes with it.
#[derive(Debug, Clone)]
pub struct Document {
    /// The HTML.
    pub html: String,
    /// What the page may do.
    pub policy: Policy,
}

/// Which page of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageKind {
    /// Everything that is read.
    Words,
    /// Where a person chooses to keep it on the phone ([`KeepPage`]).
    Keep,
}

/// Delivery page it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// The one that a host serves.
    Hosted,
    /// The one that is kept on a phone: it leaves to the tool, and brings itself up to date.
    Offline,
}

/// What the pages of one language are made of.
#[derive(Debug, Clone)]
pub struct RenderInput<'a> {
    /// The words and the services.
    pub edition: Arc<Edition>,
    /// The charity's choices.
    pub site: Arc<Site>,
    /// The day of the build.
    pub built: jiff::civil::Date,
    /// The style.
    pub style: &'a Inline,
    /// The app's files.
    pub app: &'a AppFiles,
}

/// The scripts of a page, by where they stand.
struct Scripts {
    /// In the head, before all else.
    first: Vec<Inline>,
    /// Behind the exit.
    second: Vec<Inline>,
    /// At the end.
    last: Vec<Inline>,
    /// At the very end, as modules.
    modules: Vec<Inline>,
    /// Files that are modules.
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
        // Neither can fail before it listens, and a hash less in the policy is forty packed bytes.
        let comforts = [cover::SCRIPT, exit::PLACE].concat();
        Ok(Self {
            first,
            second: inline(&[keys, traces])?,
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
        let all = [&self.first, &self.second, &self.last, &self.modules];
        all.into_iter().flatten().map(Inline::csp_hash).collect()
    }
}

impl Document {
    /// Renders one page, as of the day on which it is built.
    ///
    /// # Errors
    ///
    /// [`DocumentError::Refused`] if the page holds something that its own policy refuses.
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

        let app = (sheet == PageKind::Words).then(|| material.app.clone());
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
        // The exit is the first thing in the body, and the first that is painted; what else leaves
        // follows it at once and does not delay it.
        let (exit, rest) = body.split_once("</nav>").ok_or(DocumentError::NoExit)?;
        let inline = scripts.modules.iter();
        let inline =
            inline.map(|script| format!("<script type=\"module\">{}</script>", script.as_str()));
        let files = scripts.files.iter();
        let files = files.map(|file| format!("<script type=\"module\" src=\"{file}\"></script>"));
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

/// The body without the marks by which Leptos finds its way, but for the islands: nothing else is ever
/// woken, and a thousand marks are two hundred packed bytes.
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

/// Each script in an element of its own: what happens to one stops no other.
fn script_tags(scripts: &[Inline]) -> impl IntoView + use<> {
    scripts
        .iter()
        .map(|script| view! { <script inner_html=script.as_str().to_owned()></script> })
        .collect_view()
}

/// A component that slipped in an inline style, script or handler would be dead in the browser.
fn check_csp_compliance(body: &str) -> Result<(), DocumentError> {
    let refused = [
        ("<script", "a script of its own"),
        ("<style", "a style of its own"),
        (" style=\"", "an inline style"),
        (" onclick=", "an inline handler"),
        ("javascript:", "a script in a link"),
    ];
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
