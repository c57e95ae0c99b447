//! Makes the drop-in's script short: spaces go, `const` becomes `let`, and names that nothing outside
//! can know become letters. Packed, that saves a sixth.
//!
//! It knows the JavaScript of this house and no other: every statement ends in a semicolon or a
//! block, there are no regular expressions, no templates inside templates, and no name is both ours
//! and the browser's.

use std::collections::{BTreeMap, BTreeSet};

use crate::page::trim_lines;

/// `script` with the same meaning and fewer bytes.
pub(super) fn squeeze_script(script: &str) -> String {
    let script = trim_lines(script);
    let tokens = tokens(&script);
    let letters = letters(&tokens);
    let mut out = String::with_capacity(script.len());
    let mut before = "";
    for (index, token) in tokens.iter().enumerate() {
        let mut rest = tokens.iter().skip(index + 1).copied();
        let after = rest.clone().next().unwrap_or_default();
        let ends_block = rest.find(|token| !is_space(token)) == Some("}");
        let letter = letters.get(token).filter(|_| before != ".");
        match (*token, letter) {
            (space, _) if is_space(space) => {
                if has_to_stay(space, before, after) {
                    out.push_str(if space.contains('\n') { "\n" } else { " " });
                }
            }
            (_, Some(letter)) => out.push(*letter),
            ("const", None) => out.push_str("let"),
            (";", None) if ends_block => {}
            (token, None) => out.push_str(token),
        }
        before = token;
    }
    out
}

/// `style` without spaces that mean nothing. The drop-in's sheet holds no strings and no comments
/// but those on lines of their own.
pub(super) fn squeeze_style(style: &str) -> String {
    let pairs = [
        ("\n", " "),
        (" {", "{"),
        ("{ ", "{"),
        ("; ", ";"),
        (": ", ":"),
        (", ", ","),
        ("} ", "}"),
        (";}", "}"),
    ];
    pairs
        .into_iter()
        .fold(trim_lines(style), |style, (from, to)| {
            style.replace(from, to)
        })
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

fn is_word(token: &str) -> bool {
    token.starts_with(is_of_word)
}

fn is_space(token: &str) -> bool {
    token.starts_with(char::is_whitespace)
}

/// Words, strings, templates, spaces, `...`, `=>`, and every other character by itself. What stands behind
/// code as a comment is left out.
fn tokens(script: &str) -> Vec<&str> {
    let mut tokens: Vec<&str> = Vec::new();
    let mut rest = script;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' | '"' | '`' => length_of_string(rest, first),
            _ if is_word(rest) => rest.find(|c: char| !is_of_word(c)),
            _ if is_space(rest) => rest.find(|c: char| !c.is_whitespace()),
            _ if rest.starts_with("//") => rest.find('\n'),
            _ if rest.starts_with("...") => Some(3),
            _ if rest.starts_with("=>") => Some(2),
            _ => Some(first.len_utf8()),
        };
        let (token, after) = rest
            .split_at_checked(length.unwrap_or(rest.len()))
            .unwrap_or((rest, ""));
        if token.starts_with("//") {
            tokens.pop_if(|before| is_space(before));
        } else {
            tokens.push(token);
        }
        rest = after;
    }
    tokens
}

fn length_of_string(rest: &str, quote: char) -> Option<usize> {
    let mut is_escaped = false;
    let mut inside = rest.char_indices().skip(1);
    let (end, _) = inside.find(|(_, c)| {
        let ends = *c == quote && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        ends
    })?;
    Some(end + quote.len_utf8())
}

/// Whether a space parts what would else grow together, or ends a line that nothing else ends.
fn has_to_stay(space: &str, before: &str, after: &str) -> bool {
    if space.contains('\n') {
        let ended = [";", "{", "}", ",", "(", "["].contains(&before);
        let goes_on = ["}", ")", "]", ".", "?", ""].contains(&after);
        return !before.is_empty() && !ended && !goes_on;
    }
    let grows = is_word(before) && is_word(after);
    grows || (before == after && (before == "+" || before == "-"))
}

/// A letter for each name that `const`, `let` or the parameters of a function declare, and that is
/// never written where it would also be the name of a property.
fn letters<'a>(tokens: &[&'a str]) -> BTreeMap<&'a str, char> {
    let written = tokens.iter().copied().filter(|token| !is_space(token));
    let written: Vec<&str> = written.collect();
    let known = known_outside(&written);
    let mut declared: BTreeSet<&str> = parameters(&written);
    for pair in written.windows(2) {
        if let ["const" | "let", name] = pair {
            declared.insert(name);
        }
    }
    declared.retain(|name| is_word(name) && name.len() > 1 && !known.contains(name));
    let mut declared: Vec<&str> = declared.into_iter().collect();
    let times = |name: &str| written.iter().filter(|word| **word == name).count();
    declared.sort_by_key(|name| std::cmp::Reverse(times(name)));
    // What is there often anyway packs best, so the names used most get those letters.
    let letters = "etnorisaclupdmfhgvbkwyxqjz".chars().chain('A'..='Z');
    let free = letters.filter(|letter| !written.contains(&letter.to_string().as_str()));
    declared.into_iter().zip(free).collect()
}

/// The names between the brackets of `(first, second) =>`, where there is nothing but names.
fn parameters<'a>(written: &[&'a str]) -> BTreeSet<&'a str> {
    let mut parameters = BTreeSet::new();
    let mut open = Vec::new();
    for (index, token) in written.iter().enumerate() {
        let is_arrow = written.get(index + 1) == Some(&"=>");
        match *token {
            "(" => open.clear(),
            ")" if is_arrow => parameters.extend(open.drain(..)),
            "," => {}
            name if is_word(name) => open.push(name),
            _ => open.clear(),
        }
    }
    parameters
}

/// Names that are also the names of properties, in an object or in a pattern, and what stands in
/// templates, which are not looked into.
fn known_outside<'a>(written: &[&'a str]) -> BTreeSet<&'a str> {
    let templates: Vec<&str> = written
        .iter()
        .copied()
        .filter(|t| t.starts_with('`'))
        .collect();
    let mut known = BTreeSet::new();
    let mut inside = Vec::new();
    for around in written.windows(3) {
        let [before, name, after] = around else {
            continue;
        };
        match *before {
            "(" | "[" | "{" => inside.push(*before),
            ")" | "]" | "}" => drop(inside.pop()),
            _ => {}
        }
        let is_property = inside.last() == Some(&"{")
            && ["{", ","].contains(before)
            && [":", ",", "}"].contains(after);
        if is_property || templates.iter().any(|template| template.contains(name)) {
            known.insert(*name);
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::{squeeze_script, squeeze_style};

    #[track_caller]
    fn becomes(script: &str, short: &str) {
        assert_eq!(squeeze_script(script), short);
    }

    #[test]
    fn spaces_go_where_nothing_grows_together() {
        becomes(
            "if (x) return 1;\nelse f(x, 2);\n",
            "if(x)return 1;else f(x,2);",
        );
        becomes("a = b + +c - -1;\n", "a=b+ +c- -1;");
        becomes("a = b;  // why\nc();\n", "a=b;c();");
        becomes("(() => {\n  f();\n})();\n", "(()=>{f()})();");
        becomes("'a' in b;\n", "'a'in b;");
    }

    #[test]
    fn a_line_that_nothing_ends_stays_one() {
        becomes("for (x of y)\n  f(x);\n", "for(x of y)\nf(x);");
    }

    #[test]
    fn strings_and_templates_stay_as_they_are() {
        becomes(
            "f('a // b , c', `d { ${e} }`, 'it\\'s ( )');\n",
            "f('a // b , c',`d { ${e} }`,'it\\'s ( )');",
        );
    }

    #[test]
    fn names_of_our_own_become_letters_and_properties_stay() {
        becomes(
            "const part = x.part; let other = part; f(part, other);\n",
            "let e=x.part;let t=e;f(e,t);",
        );
        becomes("const list = 1; f(...list);\n", "let e=1;f(...e);");
        becomes("f((one, two, three) => g(two));\n", "f((t,e,n)=>g(e));");
    }

    #[test]
    fn a_name_that_is_also_a_property_or_in_a_template_stays() {
        becomes("const side = 1; f({ side });\n", "let side=1;f({side});");
        becomes(
            "const side = 1; f({ side: 2 });\n",
            "let side=1;f({side:2});",
        );
        becomes(
            "const side = 1; f(`${side}`);\n",
            "let side=1;f(`${side}`);",
        );
        becomes("const { side } = f();\n", "let{side}=f();");
        becomes(
            "f(({ side, top }) => g(side));\n",
            "f(({side,top})=>g(side));",
        );
        becomes("f((side = '') => g(side));\n", "f((side='')=>g(side));");
    }

    #[test]
    fn a_letter_that_is_taken_is_not_given_again() {
        becomes("const e = 1; const part = e;\n", "let e=1;let t=e;");
    }

    #[test]
    fn a_style_sheet_keeps_what_parts_its_words() {
        assert_eq!(
            squeeze_style(
                "/* Why. */\n.a .b {\n  margin: 1px calc(1px + 2px);\n  top: 0;\n}\nbody { left: 0; }\n"
            ),
            ".a .b{margin:1px calc(1px + 2px);top:0}body{left:0}"
        );
    }
}
