//! The policy of the page, defined once and written twice: as response headers, and as a `<meta>` for hosts that
//! cannot set headers.

use std::fmt::Write as _;

use super::features::permissions;

/// Referrer policy: no site learns that a visitor came from this page.
pub const REFERRER: &str = "no-referrer";
/// Search engines do not index the page: the words of a search would remain in the history.
pub const ROBOTS: &str = "noindex, nofollow, noarchive";

/// The Content Security Policy and the response headers of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    directives: Vec<(&'static str, String)>,
}

/// Name of the only Trusted Types policy that the page may create, and only once. It reveals nothing.
pub const TRUSTED_TYPES: &str = "own";

/// Directives that a `<meta>` does not support (CSP Level 3, section 3.3): there they are ignored with a warning, so
/// they are in the header only.
const HEADER_ONLY: [&str; 1] = ["frame-ancestors"];

impl Policy {
    /// Allows the page's files by origin, and the inline scripts and style by hash (CSP Level 3, `hash-source`).
    #[must_use]
    pub fn for_page(scripts: &[String], style: String) -> Self {
        let hashes = scripts.join(" ");
        let own = || "'self'".to_owned();
        let none = || "'none'".to_owned();
        Self {
            directives: vec![
                ("default-src", none()),
                ("script-src", format!("'self' 'wasm-unsafe-eval' {hashes}")),
                ("style-src", style),
                ("img-src", own()),
                ("connect-src", own()),
                ("worker-src", own()),
                ("base-uri", none()),
                ("form-action", none()),
                ("frame-ancestors", none()),
                ("require-trusted-types-for", "'script'".to_owned()),
                // It returns the URLs of our workers and nothing else: see scripts/offline/own_files.js.
                ("trusted-types", TRUSTED_TYPES.to_owned()),
            ],
        }
    }

    /// Also allows a manifest, for a page that can be installed.
    #[must_use]
    pub fn for_decoy(scripts: &[String], style: String) -> Self {
        let mut policy = Self::for_page(scripts, style);
        policy
            .directives
            .push(("manifest-src", "'self'".to_owned()));
        policy
    }

    /// Builds the union of policies for the header, because a host sets one header for all pages. The `<meta>` of each
    /// page then restricts it to its own policy.
    #[must_use]
    pub fn beside(&self, others: &[Self]) -> Self {
        let mut all = self.clone();
        for (name, value) in others.iter().flat_map(|other| &other.directives) {
            match all.directives.iter_mut().find(|(own, _)| own == name) {
                None => all.directives.push((name, value.clone())),
                Some((_, own)) => {
                    for source in value.split(' ') {
                        if !own.split(' ').any(|known| known == source) {
                            own.push(' ');
                            own.push_str(source);
                        }
                    }
                }
            }
        }
        all
    }

    /// Returns the policy for the `<meta>`, which applies on every host.
    #[must_use]
    pub fn for_meta(&self) -> String {
        self.write(|name| !HEADER_ONLY.contains(&name))
    }

    /// Returns the policy for the header.
    #[must_use]
    pub fn for_header(&self) -> String {
        self.write(|_| true)
    }

    fn write(&self, keep: impl Fn(&str) -> bool) -> String {
        let kept = self.directives.iter().filter(|(name, _)| keep(name));
        kept.map(|(name, value)| format!("{name} {value}"))
            .collect::<Vec<_>>()
            .join("; ")
    }

    /// Returns every header of the page and its files.
    #[must_use]
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let fixed = [
            ("Referrer-Policy", REFERRER),
            // No copy on the disk: see docs/traces.md.
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("X-Robots-Tag", ROBOTS),
            // No DNS lookup of a linked site before it is opened: the operator of the network would see it.
            ("X-DNS-Prefetch-Control", "off"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Embedder-Policy", "require-corp"),
        ];
        let mut headers = vec![("Content-Security-Policy", self.for_header())];
        headers.extend(fixed.map(|(name, value)| (name, value.to_owned())));
        headers.push(("Permissions-Policy", permissions()));
        headers
    }

    /// Formats the headers as a `_headers` file, which several static hosts read.
    #[must_use]
    pub fn headers_file(&self) -> String {
        self.headers()
            .into_iter()
            .fold(String::from("/*\n"), |mut file, (name, value)| {
                // Writing to a string cannot fail.
                writeln!(file, "  {name}: {value}").ok();
                file
            })
    }
}

/// Parses a `_headers` file.
#[must_use]
pub fn read_headers_file(text: &str) -> Vec<(String, String)> {
    let lines = text.lines().filter_map(|line| line.strip_prefix("  "));
    lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Policy, read_headers_file};

    fn policy() -> Policy {
        Policy::for_page(
            &["'sha256-a='".into(), "'sha256-b='".into()],
            "'sha256-c='".into(),
        )
    }

    #[test]
    fn nothing_is_allowed_but_what_is_named() {
        let header = policy().for_header();
        assert!(header.starts_with("default-src 'none'; "));
        for never in [
            "unsafe-inline",
            "unsafe-eval'; ",
            "http:",
            "https:",
            "data:",
            "*",
        ] {
            assert!(!header.contains(never), "{never} in {header}");
        }
        assert!(!header.contains("'unsafe-eval'"));
    }

    #[test]
    fn the_meta_says_the_same_without_what_a_meta_may_not_say() {
        let policy = policy();
        assert!(policy.for_header().contains("frame-ancestors 'none'"));
        assert_eq!(
            policy.for_meta(),
            policy.for_header().replace("frame-ancestors 'none'; ", "")
        );
    }

    #[test]
    fn one_header_for_all_pages_allows_what_each_of_them_names_and_no_more() {
        let tool = Policy::for_decoy(&["'sha256-d='".into()], "'sha256-e='".into());
        let all = policy().beside(std::slice::from_ref(&tool)).for_header();
        for hash in [
            "script-src 'self' 'wasm-unsafe-eval' 'sha256-a=' 'sha256-b=' 'sha256-d='",
            "style-src 'sha256-c=' 'sha256-e='",
        ] {
            assert!(all.contains(hash), "{all}");
        }
        assert!(all.ends_with("; manifest-src 'self'"), "{all}");
        assert_eq!(
            all.matches("'none'").count(),
            policy().for_header().matches("'none'").count()
        );
        assert!(!tool.for_meta().contains("'sha256-a='"));
    }

    #[test]
    fn the_headers_file_reads_back_as_the_headers() {
        let policy = policy();
        let read = read_headers_file(&policy.headers_file());
        let headers: Vec<_> = policy
            .headers()
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        assert_eq!(read, headers);
    }
}
