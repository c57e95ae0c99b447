//! What the page may do, said once and written in two places: the headers of whoever serves it,
//! and a `<meta>` for hosts that cannot set headers.

use std::fmt::Write as _;

/// The policy of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    directives: Vec<(&'static str, String)>,
}

/// Directives that a `<meta>` may not carry (CSP Level 3, section 3.3): there they are ignored with
/// a warning, so they go into the header only.
const HEADER_ONLY: [&str; 1] = ["frame-ancestors"];

impl Policy {
    /// Allows the page's own files, and the inline scripts and the style by their hashes, which are
    /// source expressions (CSP Level 3, `hash-source`).
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
                ("base-uri", none()),
                ("form-action", none()),
                ("frame-ancestors", none()),
                ("require-trusted-types-for", "'script'".to_owned()),
                ("trusted-types", none()),
            ],
        }
    }

    /// The policy for the `<meta>`, which comes with the page wherever it is served.
    #[must_use]
    pub fn for_meta(&self) -> String {
        self.write(|name| !HEADER_ONLY.contains(&name))
    }

    /// The policy for the header.
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

    /// Every header that goes with the page and its files.
    #[must_use]
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let fixed = [
            ("Referrer-Policy", "no-referrer"),
            // Readers leave nothing on the disk: see DESIGN 3.9.
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("X-Robots-Tag", "noindex, nofollow, noarchive"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Embedder-Policy", "require-corp"),
            (
                "Permissions-Policy",
                "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
                 magnetometer=(), microphone=(), midi=(), payment=(), screen-wake-lock=(), serial=(), usb=(), \
                 browsing-topics=()",
            ),
        ];
        let mut headers = vec![("Content-Security-Policy", self.for_header())];
        headers.extend(fixed.map(|(name, value)| (name, value.to_owned())));
        headers
    }

    /// The headers in the form of a `_headers` file, which several static hosts read.
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

/// Reads a `_headers` file back.
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
