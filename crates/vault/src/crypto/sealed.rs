//! Sealed bytes: one byte of version, nonce, ciphertext, tag.

use zeroize::Zeroizing;

use super::cipher::{Tag, gcm_open, gcm_seal};
use super::{Key, Nonce};

pub use super::cipher::TooLongError;

/// Domain separation: name and version of a sealed format, bound as associated data of AES-GCM (`pack 1`), so that
/// sealed bytes cannot be passed off as another format or an older version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Domain {
    /// Name of the format; neutral, because it ships.
    pub name: &'static str,
    /// Version of the format, from 1.
    pub version: u8,
}

/// Failure to open sealed bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The key is wrong or the bytes were changed: AES-GCM cannot tell which.
    #[error("the bytes are not what was sealed with this key")]
    DecryptError,
    /// The bytes are too short, or their version never existed.
    #[error("the bytes are damaged")]
    Damaged,
    /// The bytes have a newer version.
    #[error("version {0} is newer than this page")]
    Newer(u8),
}

impl Domain {
    fn label(self) -> String {
        format!("{} {}", self.name, self.version)
    }
}

/// Seals bytes. The nonce must be random and fresh.
///
/// # Errors
///
/// [`TooLongError`] beyond 2³⁶ bytes.
pub fn seal(key: &Key, nonce: &Nonce, form: Domain, plain: &[u8]) -> Result<Vec<u8>, TooLongError> {
    let mut text = Zeroizing::new(plain.to_vec());
    let tag = gcm_seal(key, nonce, form.label().as_bytes(), &mut text)?;
    Ok([&[form.version], nonce.as_slice(), &text, &tag].concat())
}

/// Opens the output of [`seal`].
///
/// # Errors
///
/// An [`OpenError`] if the bytes do not authenticate, are malformed, or have a newer version.
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
