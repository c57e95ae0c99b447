//! Putting the document together.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use super::NotAScript;
use super::inline::Inline;
use crate::content::Edition;
use crate::domain::site::Site;
use crate::hosting::policy::Policy;
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
    Script(#[from] NotAScript),
    /// A rendered attribute or element that the policy would refuse.
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

impl Document {
    /// Renders one language's page, as of the day on which it is built.
    ///
    /// # Errors
    ///
    /// [`DocumentError::Refused`] if the page holds something that its own policy refuses.
    pub fn render(
        edition: Arc<Edition>,
        site: Arc<Site>,
        built: jiff::civil::Date,
        style: &Inline,
        app: &AppFiles,
    ) -> Result<Self, DocumentError> {
        let inline = |scripts: &[&str]| -> Result<Vec<Inline>, NotAScript> {
            scripts
                .iter()
                .map(|script| Inline::script(script))
                .collect()
        };
        let [exit, keys, traces] = exit::LEAVING;
        let first = inline(&[exit, boot::EARLY_SCRIPT])?;
        let second = inline(&[keys, traces])?;
        let [way_back, cover] = cover::SCRIPTS;
        let last = inline(&[exit::PLACE, way_back, cover])?;
        let boot = Inline::script(boot::SCRIPT)?;
        let hashes: Vec<String> = first
            .iter()
            .chain(&second)
            .chain(&last)
            .chain([&boot])
            .map(Inline::csp_hash)
            .collect();
        let policy = Policy::for_page(&hashes, style.csp_hash());
        let locale = edition.text.locale.clone();
        let title = site.title.as_str().to_owned();
        let context = PageContext {
            edition,
            site,
            built,
        };

        let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
        let body = unmarked(&owner.with(|| view! { <App context /> }.to_html()));
        refuse(&body)?;

        let head = owner.with(|| {
            view! {
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content=policy.for_meta() />
                <meta name="referrer" content="no-referrer" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content" />
                {in_elements(&first)}
                <title>{title}</title>
                <meta name="robots" content="noindex, nofollow, noarchive" />
                <meta name="color-scheme" content="light dark" />
                <meta name="format-detection" content="telephone=no" />
                <meta name="app" data-js=app.js.clone() data-wasm=app.wasm.clone() />
                <link rel="icon" href="icon.svg" type="image/svg+xml" />
                <style inner_html=style.as_str().to_owned()></style>
            }
            .to_html()
        });
        let [second, last] = [second, last].map(|some| owner.with(|| in_elements(&some).to_html()));
        // The exit is the first thing in the body, and the first that is painted; what else leaves
        // follows it at once and does not delay it.
        let (exit, rest) = body.split_once("</nav>").ok_or(DocumentError::NoExit)?;
        let html = format!(
            "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>{head}{THEME_COLOURS}</head>\n<body spellcheck=\"false\" writingsuggestions=\"false\">{exit}</nav>{second}{rest}{last}<script type=\"module\">{}</script></body>\n</html>\n",
            locale.lang,
            locale.dir.as_str(),
            boot.as_str(),
        );
        drop(owner);
        Ok(Self { html, policy })
    }
}

/// The body without the marks by which Leptos finds its way, but for the islands: nothing else is ever
/// woken, and a thousand marks are two hundred packed bytes.
fn unmarked(body: &str) -> String {
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
fn in_elements(scripts: &[Inline]) -> impl IntoView + use<> {
    scripts
        .iter()
        .map(|script| view! { <script inner_html=script.as_str().to_owned()></script> })
        .collect_view()
}

/// A component that slipped in an inline style, script or handler would be dead in the browser.
fn refuse(body: &str) -> Result<(), DocumentError> {
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
