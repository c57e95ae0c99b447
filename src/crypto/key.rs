//! The two secrets: a key, and the code that a person knows. Both are wiped when they are let go.

use std::fmt;

use zeroize::{Zeroize as _, Zeroizing};

/// A key of 256 bits.
pub struct Key([u8; Self::LENGTH]);

impl Key {
    /// Its length in bytes.
    pub const LENGTH: usize = 32;

    /// Takes bytes that are random, or that were a key before.
    #[must_use]
    pub fn new(bytes: [u8; Self::LENGTH]) -> Self {
        Self(bytes)
    }

    /// The bytes. A copy of them is the caller's to wipe.
    #[must_use]
    pub fn bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }

    /// Makes it another one where it stands: no copy is left behind.
    ///
    /// # Errors
    ///
    /// Whatever `fill` gives.
    pub fn fill<E>(&mut self, fill: impl FnOnce(&mut [u8]) -> Result<(), E>) -> Result<(), E> {
        fill(&mut self.0)
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// Says that it is one, and nothing of it.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

/// What a person types to open a lock, as bytes: of a text, its UTF-8 after Unicode's normalisation (NFC), so
/// that every keyboard writes the same.
pub struct Passcode(Zeroizing<Vec<u8>>);

/// Nothing was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the code is empty")]
pub struct EmptyPasscodeError;

impl Passcode {
    /// Takes what was typed.
    ///
    /// # Errors
    ///
    /// [`EmptyPasscodeError`] if that is nothing, which would lock nothing.
    pub fn new(bytes: Vec<u8>) -> Result<Self, EmptyPasscodeError> {
        if bytes.is_empty() {
            return Err(EmptyPasscodeError);
        }
        Ok(Self(Zeroizing::new(bytes)))
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Says that it is one, and nothing of it, not even how long it is.
impl fmt::Debug for Passcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passcode")
    }
}

#[cfg(test)]
mod tests {
    use super::{EmptyPasscodeError, Key, Passcode};

    #[test]
    fn a_secret_that_is_printed_by_mistake_tells_nothing() {
        let key = Key::new([42; 32]);
        let code = Passcode::new(b"4242".to_vec()).unwrap();
        assert_eq!(format!("{key:?} {code:?}"), "Key Passcode");
    }

    #[test]
    fn an_empty_code_is_none() {
        assert_eq!(Passcode::new(Vec::new()).err(), Some(EmptyPasscodeError));
    }
}
