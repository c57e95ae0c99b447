//! Bytes under a key: one byte for the version, the nonce, the cipher text, the tag.

use zeroize::Zeroizing;

use super::cipher::{Tag, gcm_open, gcm_seal};
use super::{Key, Nonce};

pub use super::cipher::TooLongError;

/// What kind of thing is sealed. Name and version are bound to the bytes (as AES-GCM's associated data: `pack 1`),
/// so that nothing can be passed off as something else or as older than it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Domain {
    /// Says nothing to others.
    pub name: &'static str,
    /// From 1.
    pub version: u8,
}

/// Why something sealed does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// Another key, or altered bytes: AES-GCM cannot tell which.
    #[error("the bytes are not what was sealed with this key")]
    DecryptError,
    /// Too short to be sealed, or of no version that there ever was.
    #[error("the bytes are damaged")]
    Damaged,
    /// Written by a newer page.
    #[error("version {0} is newer than this page")]
    Newer(u8),
}

impl Domain {
    fn label(self) -> String {
        format!("{} {}", self.name, self.version)
    }
}

/// Seals bytes. The nonce must be random and new.
///
/// # Errors
///
/// [`TooLongError`] beyond 2³⁶ bytes.
pub fn seal(key: &Key, nonce: &Nonce, form: Domain, plain: &[u8]) -> Result<Vec<u8>, TooLongError> {
    let mut text = Zeroizing::new(plain.to_vec());
    let tag = gcm_seal(key, nonce, form.label().as_bytes(), &mut text)?;
    Ok([&[form.version], nonce.as_slice(), &text, &tag].concat())
}

/// Opens what [`seal`] made.
///
/// # Errors
///
/// An [`OpenError`].
pub fn open(key: &Key, form: Domain, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let (&version, rest) = sealed.split_first().ok_or(OpenError::Damaged)?;
    if version > form.version {
        return Err(OpenError::Newer(version));
    }
    let (nonce, rest) = rest
        .split_first_chunk::<{ size_of::<Nonce>() }>()
        .ok_or(OpenError::Damaged)?;
    let (text, tag) = rest
        .split_last_chunk::<{ size_of::<Tag>() }>()
        .ok_or(OpenError::Damaged)?;
    if version == 0 {
        return Err(OpenError::Damaged);
    }
    let mut text = Zeroizing::new(text.to_vec());
    let form = Domain { version, ..form };
    gcm_open(key, nonce, form.label().as_bytes(), &mut text, tag)
        .map_err(|_| OpenError::DecryptError)?;
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{Domain, OpenError, open, seal};
    use crate::crypto::Key;
    use proptest::prelude::*;

    const DOMAIN: Domain = Domain {
        name: "thing",
        version: 2,
    };

    fn key() -> Key {
        Key::new([7; 32])
    }

    #[test]
    fn damage_at_every_byte_is_noticed_and_so_is_a_cut_at_every_place() {
        let sealed = seal(&key(), &[9; 12], DOMAIN, b"some words").unwrap();
        assert_eq!(sealed.len(), 1 + 12 + 10 + 16);
        for place in 0..sealed.len() {
            for bit in 0..8 {
                let mut spoilt = sealed.clone();
                spoilt[place] ^= 1 << bit;
                assert!(
                    open(&key(), DOMAIN, &spoilt).is_err(),
                    "bit {bit} of {place}"
                );
            }
            assert!(
                open(&key(), DOMAIN, &sealed[..place]).is_err(),
                "cut at {place}"
            );
        }
        let longer = [sealed.as_slice(), &[0]].concat();
        assert_eq!(
            open(&key(), DOMAIN, &longer).err(),
            Some(OpenError::DecryptError)
        );
    }

    #[test]
    fn another_kind_of_thing_or_another_key_does_not_open_it() {
        let sealed = seal(&key(), &[9; 12], DOMAIN, b"some words").unwrap();
        let other = Domain {
            name: "other",
            ..DOMAIN
        };
        assert_eq!(
            open(&key(), other, &sealed).err(),
            Some(OpenError::DecryptError)
        );
        let other = Key::new([8; 32]);
        assert_eq!(
            open(&other, DOMAIN, &sealed).err(),
            Some(OpenError::DecryptError)
        );
    }

    #[test]
    fn an_older_version_opens_and_a_newer_one_is_named() {
        let older = Domain {
            version: 1,
            ..DOMAIN
        };
        let sealed = seal(&key(), &[9; 12], older, b"some words").unwrap();
        assert_eq!(*open(&key(), DOMAIN, &sealed).unwrap(), b"some words");
        let sealed = seal(&key(), &[9; 12], DOMAIN, b"some words").unwrap();
        assert_eq!(
            open(&key(), older, &sealed).err(),
            Some(OpenError::Newer(2))
        );
        let never = [&[0], &sealed[1..]].concat();
        assert_eq!(open(&key(), DOMAIN, &never).err(), Some(OpenError::Damaged));
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens_again(plain: Vec<u8>, key: [u8; 32], nonce: [u8; 12]) {
            let sealed = seal(&Key::new(key), &nonce, DOMAIN, &plain).unwrap();
            prop_assert_eq!(&*open(&Key::new(key), DOMAIN, &sealed).unwrap(), &plain);
        }

        #[test]
        fn no_bytes_open_by_chance_or_make_it_panic(bytes: Vec<u8>) {
            prop_assert!(open(&key(), DOMAIN, &bytes).is_err());
        }
    }
}
