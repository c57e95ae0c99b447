//! The secrets: a key, and the passcode or the passphrase that a person knows. All are zeroized on drop.

use std::fmt;

use zeroize::{Zeroize as _, Zeroizing};

/// A 256-bit key.
pub struct Key([u8; Self::LENGTH]);

impl Key {
    /// Length in bytes.
    pub const LENGTH: usize = 32;

    /// Creates a key from random bytes, or from the bytes of an earlier key.
    #[must_use]
    pub fn new(bytes: [u8; Self::LENGTH]) -> Self {
        Self(bytes)
    }

    /// Returns the bytes. The caller must zeroize any copy.
    #[must_use]
    pub fn bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }

    /// Overwrites the key in place, so that no copy remains in memory.
    ///
    /// # Errors
    ///
    /// Any error of `fill`.
    pub fn fill<E>(&mut self, fill: impl FnOnce(&mut [u8]) -> Result<(), E>) -> Result<(), E> {
        fill(&mut self.0)
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// Redacted: prints no key material.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

/// What a person types to open a lock, as bytes. Text is UTF-8 after Unicode normalisation (NFC), so that every
/// keyboard gives the same bytes.
pub struct Passcode(Zeroizing<Vec<u8>>);

/// The passcode is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the code is empty")]
pub struct EmptyPasscodeError;

impl Passcode {
    /// Creates a passcode.
    ///
    /// # Errors
    ///
    /// [`EmptyPasscodeError`] if `bytes` is empty, which would protect nothing.
    pub fn new(bytes: Vec<u8>) -> Result<Self, EmptyPasscodeError> {
        if bytes.is_empty() {
            return Err(EmptyPasscodeError);
        }
        Ok(Self(Zeroizing::new(bytes)))
    }

    /// Returns the bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Redacted: prints neither the passcode nor its length.
impl fmt::Debug for Passcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passcode")
    }
}

/// What a person types to open a volume, as bytes. Text is UTF-8 after Unicode normalisation (NFC), so that every
/// keyboard gives the same bytes.
pub struct Passphrase(Zeroizing<Vec<u8>>);

/// The passphrase is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the passphrase is empty")]
pub struct EmptyPassphraseError;

impl Passphrase {
    /// Creates a passphrase.
    ///
    /// # Errors
    ///
    /// [`EmptyPassphraseError`] if `bytes` is empty, which would protect nothing.
    pub fn new(bytes: Vec<u8>) -> Result<Self, EmptyPassphraseError> {
        if bytes.is_empty() {
            return Err(EmptyPassphraseError);
        }
        Ok(Self(Zeroizing::new(bytes)))
    }

    /// Returns the bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// Redacted: prints neither the passphrase nor its length.
impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

#[cfg(test)]
mod tests {
    use super::{EmptyPasscodeError, EmptyPassphraseError, Key, Passcode, Passphrase};

    #[test]
    fn a_secret_that_is_printed_by_mistake_tells_nothing() {
        let key = Key::new([42; 32]);
        let code = Passcode::new(b"4242".to_vec()).unwrap();
        let phrase = Passphrase::new(b"4242".to_vec()).unwrap();
        assert_eq!(
            format!("{key:?} {code:?} {phrase:?}"),
            "Key Passcode Passphrase"
        );
    }

    #[test]
    fn an_empty_code_is_none() {
        assert_eq!(Passcode::new(Vec::new()).err(), Some(EmptyPasscodeError));
        let phrase = Passphrase::new(Vec::new());
        assert_eq!(phrase.err(), Some(EmptyPassphraseError));
    }
}
