//! Inline scripts and styles, and their hashes.

use super::{ScriptError, minify};
use crate::ui::PARSER_YIELD;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// An inline script or style: the exact text between its tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline(String);

impl Inline {
    /// Creates an inline style sheet without comments and insignificant spaces.
    #[must_use]
    pub fn style(source: &str) -> Self {
        Self(squeeze(&trim_lines(source)))
    }

    /// Minifies a script.
    ///
    /// # Errors
    ///
    /// [`ScriptError`] if it does not parse.
    pub fn script(source: &str) -> Result<Self, ScriptError> {
        minify(source).map(Self)
    }

    /// The script of `ParserYield`, which a minifier would remove.
    #[must_use]
    pub fn parser_yield() -> Self {
        Self(PARSER_YIELD.to_owned())
    }

    /// Returns the text between the tags.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns its source expression for the policy (CSP Level 3, `hash-source`).
    #[must_use]
    pub fn csp_hash(&self) -> String {
        format!(
            "'sha256-{}'",
            STANDARD.encode(Sha256::digest(self.0.as_bytes()))
        )
    }
}

/// Removes blank lines, indentation, and comments on separate lines:
/// `// …` to the end of the line, and `/* … */` over any number of lines.
///
/// Everything else is unchanged.
#[must_use]
fn trim_lines(source: &str) -> String {
    let mut out = String::new();
    let mut in_comment = false;
    for line in source.lines() {
        let line = line.trim();
        let opens = line.starts_with("/*");
        let closes = line.ends_with("*/");
        if !in_comment && !opens && !line.starts_with("//") && !line.is_empty() {
            out.push_str(line);
            out.push('\n');
        }
        in_comment = (in_comment || opens) && !closes;
    }
    out
}

/// Removes the spaces beside braces, colons, commas, semicolons, parentheses, the child combinator and the plus of
/// `An+B`, each last semicolon, and the zero before a decimal point. A space before a colon stays, because in a
/// selector it is the descendant combinator. No string in our style sheets contains any of these pairs.
fn squeeze(style: &str) -> String {
    const PAIRS: [(&str, &str); 18] = [
        ("\n", " "),
        ("; ", ";"),
        (" {", "{"),
        ("{ ", "{"),
        (": ", ":"),
        (", ", ","),
        (" }", "}"),
        ("} ", "}"),
        (";}", "}"),
        (" > ", ">"),
        ("( ", "("),
        (" )", ")"),
        (" 0.", " ."),
        (":0.", ":."),
        (",0.", ",."),
        ("(0.", "(."),
        ("-0.", "-."),
        ("n + ", "n+"),
    ];
    PAIRS
        .into_iter()
        .fold(style.to_owned(), |style, (from, to)| {
            style.replace(from, to)
        })
}

#[cfg(test)]
mod tests {
    use super::{Inline, trim_lines};

    #[test]
    fn a_style_loses_the_spaces_that_say_nothing_and_no_other() {
        let style = Inline::style(
            "a > :is(b, i):nth-child(2n + 1) {\n  c: calc(\n    1px + 0.5em\n  );\n}\n@media (d: e) and (f) {\n  g { h: -0.1em 0.2em, k; }\n}\n",
        );
        assert_eq!(
            style.as_str(),
            "a>:is(b,i):nth-child(2n+1){c:calc(1px + .5em)}@media (d:e) and (f){g{h:-.1em .2em,k}}"
        );
    }

    #[test]
    fn comments_and_indentation_go_and_code_stays() {
        let source = "/* One.\n   Two. */\n\na {\n  b: c; /* kept */\n}\n  // gone\nlet x = 'http://y'; // kept\n/* one line */\nz();\n";
        assert_eq!(
            trim_lines(source),
            "a {\nb: c; /* kept */\n}\nlet x = 'http://y'; // kept\nz();\n"
        );
    }

    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        // Example in section 2.3.1 of the CSP specification.
        let script = Inline("alert('Hello, world.');".into());
        assert_eq!(
            script.csp_hash(),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }
}
