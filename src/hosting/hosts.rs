//! The headers for servers that read files of their own: nginx, Apache and Caddy.
//!
//! `prerender` writes them to `kit/hosting/`, beside `dist/` and not into it. Each holds what the page
//! needs and no more: the headers on every answer, errors included; the types of our files; nothing but
//! our files; no log of visits where the file can say so; no mark by which a visitor is known again.
//! Addresses, certificates and folders are the server's own: see `docs/hosting.md`, and `tests/hosting/`
//! for the servers that each file is tried with.

use std::path::Path;
use std::{fs, io};

use super::kinds::KINDS;
use super::policy::Policy;

/// A file for each kind of server.
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
    /// The files for the page that `policy` is of.
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

    /// Writes them into a folder.
    ///
    /// # Errors
    ///
    /// What the file system says.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        fs::write(folder.join("nginx.conf"), &self.nginx)?;
        fs::write(folder.join("apache.htaccess"), &self.apache)?;
        fs::write(folder.join("page.caddy"), &self.caddy)
    }
}

/// A value between the double quotes of all three.
fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::Hosts;
    use crate::hosting::policy::Policy;

    /// In a value these would mean something else to one of the servers, and no quoting stops all of them.
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
