//! What can be pressed.

/// One of the four things that a calculator does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// Adds.
    Plus,
    /// Takes away.
    Minus,
    /// Multiplies.
    Times,
    /// Divides.
    Over,
}

impl Operator {
    /// Whether it is done first, before adding and taking away.
    #[must_use]
    pub const fn comes_first(self) -> bool {
        matches!(self, Self::Times | Self::Over)
    }

    /// As it is shown.
    #[must_use]
    pub const fn sign(self) -> char {
        match self {
            Self::Plus => '+',
            Self::Minus => '−',
            Self::Times => '×',
            Self::Over => '÷',
        }
    }
}

/// A key of the calculator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// 0 to 9.
    Digit(u8),
    /// The decimal point.
    Point,
    /// Plus becomes minus, and the other way round.
    Sign,
    /// A hundredth; after + and −, of the number before.
    Percent,
    /// One of the four.
    Operator(Operator),
    /// The result.
    Equals,
    /// Takes the last digit back.
    Backspace,
    /// Begins anew.
    Clear,
}

impl Key {
    /// Every key by the one character that names it: on a button, in what was typed, and on most keyboards.
    const NAMED: [(char, Self); 10] = [
        ('.', Self::Point),
        ('n', Self::Sign),
        ('%', Self::Percent),
        ('+', Self::Operator(Operator::Plus)),
        ('-', Self::Operator(Operator::Minus)),
        ('*', Self::Operator(Operator::Times)),
        ('/', Self::Operator(Operator::Over)),
        ('=', Self::Equals),
        ('b', Self::Backspace),
        ('c', Self::Clear),
    ];

    /// The key with this name, such as `7`, `+` or `c`.
    #[must_use]
    pub fn from_name(name: char) -> Option<Self> {
        if let Some(digit) = name.to_digit(10) {
            return u8::try_from(digit).ok().map(Self::Digit);
        }
        let mut named = Self::NAMED.into_iter();
        named.find(|(own, _)| *own == name).map(|(_, key)| key)
    }

    /// The name of the key.
    #[must_use]
    pub fn name(self) -> char {
        if let Self::Digit(digit) = self {
            return char::from(b'0' + digit.min(9));
        }
        let mut named = Self::NAMED.into_iter();
        named
            .find(|(_, key)| *key == self)
            .map_or('c', |(name, _)| name)
    }

    /// The key that a person means by one of a keyboard, by its name in UI Events (`KeyboardEvent.key`).
    #[must_use]
    pub fn from_keyboard(name: &str) -> Option<Self> {
        match name {
            "Enter" => Some(Self::Equals),
            "Backspace" => Some(Self::Backspace),
            "Delete" | "Clear" | "C" => Some(Self::Clear),
            "," | "Decimal" => Some(Self::Point),
            "x" | "X" | "×" | "Multiply" => Some(Self::Operator(Operator::Times)),
            "÷" | ":" | "Divide" => Some(Self::Operator(Operator::Over)),
            "−" | "Subtract" => Some(Self::Operator(Operator::Minus)),
            "Add" => Some(Self::Operator(Operator::Plus)),
            _ => {
                let mut letters = name.chars();
                let first = letters.next()?;
                let alone = letters.next().is_none() && first != 'b' && first != 'n';
                alone.then(|| Self::from_name(first)).flatten()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn every_key_has_a_name_of_its_own() {
        for name in "0123456789.n%+-*/=bc".chars() {
            assert_eq!(Key::from_name(name).map(Key::name), Some(name));
        }
        for name in ['a', ' ', '٣', 'B'] {
            assert_eq!(Key::from_name(name), None);
        }
    }

    #[test]
    fn keys_of_a_keyboard_mean_what_stands_on_them() {
        assert_eq!(Key::from_keyboard("7"), Some(Key::Digit(7)));
        assert_eq!(Key::from_keyboard("Enter"), Some(Key::Equals));
        assert_eq!(Key::from_keyboard(","), Some(Key::Point));
        assert_eq!(Key::from_keyboard("x"), Key::from_name('*'));
        for other in [
            "Escape",
            "Tab",
            "Shift",
            "F1",
            "b",
            "n",
            "",
            "77",
            "Unidentified",
        ] {
            assert_eq!(Key::from_keyboard(other), None, "{other}");
        }
    }
}
