//! Layout of plain text for paper.

/// Line width in characters.
pub(super) const WIDTH: usize = 76;

/// Wraps a text. The first line starts with `first`, the others with the same number of spaces.
pub(super) fn wrapped(first: &str, text: &str) -> String {
    let indent = first.chars().count();
    let mut page = String::from(first);
    let mut used = indent;
    for (index, word) in text.split_whitespace().enumerate() {
        let length = word.chars().count();
        if index > 0 && used + 1 + length > WIDTH {
            page.push('\n');
            page.extend(std::iter::repeat_n(' ', indent));
            used = indent;
        } else if index > 0 {
            page.push(' ');
            used += 1;
        }
        page.push_str(word);
        used += length;
    }
    page.push('\n');
    page
}

/// Returns a label with a line to write on, up to the right margin.
pub(super) fn to_fill(label: &str) -> String {
    let used = label.chars().count() + 1;
    format!("{label} {}\n", "_".repeat(WIDTH.saturating_sub(used)))
}

/// Returns a horizontal rule.
pub(super) fn rule() -> String {
    format!("{}\n", "-".repeat(WIDTH))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{WIDTH, to_fill, wrapped};

    #[test]
    fn lines_hang_below_their_first_word() {
        let text = wrapped("  - ", &"word ".repeat(20));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("  - word "));
        assert!(lines[1].starts_with("    word"));
        assert_eq!(wrapped("label ", ""), "label \n");
        assert_eq!(to_fill("Date:").chars().count(), WIDTH + 1);
    }

    proptest! {
        #[test]
        fn no_word_is_lost_and_no_line_is_too_long(text in "[a-zé€ ]{0,300}") {
            let page = wrapped("  - ", &text);
            let words = |text: &str| -> Vec<String> {
                text.split_whitespace().map(str::to_owned).collect()
            };
            let mut expected = vec!["-".to_owned()];
            expected.extend(words(&text));
            prop_assert_eq!(words(&page), expected);
            for line in page.lines() {
                let one_word = words(line).len() <= 1 || line.starts_with("  - ") && words(line).len() == 2;
                prop_assert!(line.chars().count() <= WIDTH || one_word, "{}", line);
            }
        }
    }
}
