//! Header configuration for servers: nginx, Apache and Caddy.
//!
//! `prerender` writes them to `kit/hosting/`, beside `dist/` and not into it. Each contains only what the page
//! needs: headers on every response, errors included; media types; no other files served; no access log where the
//! file can disable it; no `ETag` or other identifier of a visitor. Addresses, certificates and folders are up to the
//! server: see `docs/hosting.md`, and `tests/hosting/` for the servers that each file is tested with.

use std::path::Path;
use std::{fs, io};

use super::kinds::KINDS;
use super::policy::Policy;

/// A configuration file for each server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hosts {
    /// For `include` in a `server` of nginx.
    pub nginx: String,
    /// For Apache: `.htaccess` in the folder of the page.
    pub apache: String,
    /// For `import` in a site of Caddy.
    pub caddy: String,
}

impl Hosts {
    /// Builds the files for a policy.
    #[must_use]
    pub fn new(policy: &Policy) -> Self {
        let headers = policy.headers();
        let headers = |line: fn(&str, &str) -> String| {
            let lines = headers.iter().map(|(name, value)| line(name, value));
            lines.collect::<String>()
        };
        let kinds = |line: fn(&str, &str) -> String| {
            let lines = KINDS.into_iter().map(|(ending, kind)| line(ending, kind));
            lines.collect::<String>()
        };
        let endings = KINDS.map(|(ending, _)| ending).join("|");
        let fill = |text: &str, headers: String, kinds: String| {
            text.replace("ENDINGS", &endings)
                .replace("#HEADERS\n", &headers)
                .replace("#KINDS\n", &kinds)
        };
        Self {
            nginx: fill(
                include_str!("nginx.conf"),
                headers(|name, value| format!("add_header {name} {} always;\n", quoted(value))),
                kinds(|ending, kind| {
                    let (kind, _) = kind.split_once(';').unwrap_or((kind, ""));
                    format!("  {kind} {ending};\n")
                }),
            ),
            apache: fill(
                include_str!("apache.htaccess"),
                headers(|name, value| format!("Header always set {name} {}\n", quoted(value))),
                kinds(|ending, kind| format!("AddType {} .{ending}\n", quoted(kind))),
            ),
            caddy: fill(
                include_str!("page.caddy"),
                headers(|name, value| format!("\t{name} {}\n", quoted(value))),
                kinds(|ending, kind| {
                    let folder = if ending == "html" { " */" } else { "" };
                    format!(
                        "@{ending} path *.{ending}{folder}\nheader @{ending} Content-Type {}\n",
                        quoted(kind)
                    )
                }),
            ),
        }
    }

    /// Writes the files to a folder.
    ///
    /// # Errors
    ///
    /// The I/O error of a file that cannot be written.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        fs::write(folder.join("nginx.conf"), &self.nginx)?;
        fs::write(folder.join("apache.htaccess"), &self.apache)?;
        fs::write(folder.join("page.caddy"), &self.caddy)
    }
}

/// Quotes a value for all three servers.
fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::Hosts;
    use crate::hosting::policy::Policy;

    /// These characters have a special meaning to one of the servers, and no quoting prevents it in all of them.
    #[test]
    fn no_header_holds_what_a_server_would_replace() {
        let policy = Policy::for_page(&["'sha256-a+/='".into()], "'sha256-c='".into());
        for (name, value) in policy.headers() {
            let meant = value.contains(['$', '%', '{', '}', '"', '\\', '\n']);
            assert!(!meant, "{name}: {value}");
        }
    }

    #[test]
    fn every_header_stands_in_every_file() {
        let policy = Policy::for_page(&["'sha256-a='".into()], "'sha256-c='".into());
        let hosts = Hosts::new(&policy);
        for (name, value) in policy.headers() {
            let line = format!("{name} \"{value}\"");
            for file in [&hosts.nginx, &hosts.apache, &hosts.caddy] {
                assert_eq!(file.matches(&line).count(), 1, "{line} in {file}");
            }
        }
        for file in [&hosts.nginx, &hosts.apache, &hosts.caddy] {
            for place in ["#HEADERS", "#KINDS", "ENDINGS"] {
                assert!(!file.contains(place), "{place} in {file}");
            }
        }
    }
}
