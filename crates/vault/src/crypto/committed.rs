//! Committed sealing: one message under a key of its own, which is derived from a lasting key and fresh random bytes,
//! with a commitment to that key.
//!
//! AES-GCM alone is not committing: one ciphertext can be made to open under two keys. A commitment that is derived
//! with the key rules that out (Albertini and others, “How to Abuse and Fix Authenticated Encryption Without Key
//! Commitment”, 2022).
//!
//! | bytes | |
//! |---|---|
//! | 32 | random bytes |
//! | 32 | commitment |
//! | as the text | ciphertext |
//! | 16 | tag |
//!
//! HKDF-SHA-256 of the lasting key, with the random bytes as salt and the context as info, gives 64 bytes: the message's
//! key and the commitment. The context is also the associated data. The nonce is zero, because the key seals once.

use zeroize::Zeroizing;

use super::cipher::{DecryptError, Tag, TooLongError, gcm_open, gcm_seal, hkdf_sha256};
use super::{Key, Nonce};

/// Fresh random bytes for one message.
pub type MessageRandom = [u8; 32];

/// What sealing adds to a text, in bytes.
pub const COMMITTED_OVERHEAD: usize =
    size_of::<MessageRandom>() + size_of::<Commitment>() + size_of::<Tag>();

type Commitment = [u8; 32];

const NONCE: Nonce = [0; 12];

/// Seals a text. `random` must be fresh for each call; `context` says what the text is and where it belongs.
///
/// # Errors
///
/// [`TooLongError`] beyond 2³⁶ bytes.
pub fn seal_committed(
    key: &Key,
    random: &MessageRandom,
    context: &[u8],
    text: &[u8],
) -> Result<Vec<u8>, TooLongError> {
    let (message_key, commitment) = derive(key, random, context)?;
    let mut sealed = Zeroizing::new(Vec::with_capacity(text.len() + COMMITTED_OVERHEAD));
    sealed.extend(random);
    sealed.extend(commitment);
    let start = sealed.len();
    sealed.extend(text);
    let place = sealed.get_mut(start..).unwrap_or_default();
    let tag = gcm_seal(&message_key, &NONCE, context, place)?;
    sealed.extend(tag);
    // What is taken out is ciphertext; what is wiped is empty.
    Ok(std::mem::take(&mut *sealed))
}

/// Opens the output of [`seal_committed`]. Checks the commitment before anything is decrypted.
///
/// # Errors
///
/// [`DecryptError`] if key or context are others, or the bytes were changed.
pub fn open_committed(
    key: &Key,
    context: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, DecryptError> {
    let (random, rest) = sealed.split_first_chunk().ok_or(DecryptError)?;
    let (commitment, rest) = rest.split_first_chunk().ok_or(DecryptError)?;
    let (text, tag) = rest.split_last_chunk().ok_or(DecryptError)?;
    let (message_key, expected) = derive(key, random, context).map_err(|_| DecryptError)?;
    // Not in constant time: the one is in the file, and the other, if it differs, is of a key that opens nothing.
    if expected != *commitment {
        return Err(DecryptError);
    }
    let mut text = Zeroizing::new(text.to_vec());
    gcm_open(&message_key, &NONCE, context, &mut text, tag)?;
    Ok(text)
}

/// Derives a message's key and the commitment to it.
fn derive(
    key: &Key,
    random: &MessageRandom,
    context: &[u8],
) -> Result<(Key, Commitment), TooLongError> {
    let mut output = Zeroizing::new([[0; 32]; 2]);
    hkdf_sha256(key.bytes(), random, context, output.as_flattened_mut())?;
    let [message_key, commitment] = *output;
    Ok((Key::new(message_key), commitment))
}

#[cfg(test)]
mod tests {
    use super::{COMMITTED_OVERHEAD, derive, open_committed, seal_committed};
    use crate::crypto::Key;
    use crate::crypto::cipher::gcm_seal;
    use proptest::prelude::*;

    fn key(byte: u8) -> Key {
        Key::new([byte; 32])
    }

    #[test]
    fn every_altered_bit_and_every_cut_is_noticed() {
        let sealed = seal_committed(&key(1), &[2; 32], b"here", b"some words").unwrap();
        assert_eq!(sealed.len(), 10 + COMMITTED_OVERHEAD);
        for place in 0..sealed.len() {
            for bit in 0..8 {
                let mut altered = sealed.clone();
                altered[place] ^= 1 << bit;
                let opened = open_committed(&key(1), b"here", &altered);
                assert!(opened.is_err(), "bit {bit} of {place}");
            }
            assert!(open_committed(&key(1), b"here", &sealed[..place]).is_err());
        }
    }

    #[test]
    fn another_key_and_another_context_open_nothing() {
        let sealed = seal_committed(&key(1), &[2; 32], b"here", b"some words").unwrap();
        assert!(open_committed(&key(2), b"here", &sealed).is_err());
        assert!(open_committed(&key(1), b"there", &sealed).is_err());
        assert_eq!(
            *open_committed(&key(1), b"here", &sealed).unwrap(),
            b"some words"
        );
    }

    #[test]
    fn a_text_that_authenticates_is_refused_with_the_commitment_of_another_key() {
        // The ciphertext and tag are right for the key: the commitment alone is of another one.
        let (message_key, _) = derive(&key(1), &[2; 32], b"here").unwrap();
        let (_, other) = derive(&key(3), &[2; 32], b"here").unwrap();
        let mut text = *b"some words";
        let tag = gcm_seal(&message_key, &[0; 12], b"here", &mut text).unwrap();
        let sealed = [[2; 32].as_slice(), &other, &text, &tag].concat();
        assert!(open_committed(&key(1), b"here", &sealed).is_err());
    }

    #[test]
    fn other_random_bytes_share_nothing() {
        let seal = |random| seal_committed(&key(1), &[random; 32], b"here", &[0; 64]).unwrap();
        let (one, other) = (seal(2), seal(3));
        let same = one.iter().zip(&other).filter(|(one, other)| one == other);
        assert!(same.count() < 6);
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens_again(text: Vec<u8>, key: [u8; 32], random: [u8; 32], context: Vec<u8>) {
            let sealed = seal_committed(&Key::new(key), &random, &context, &text).unwrap();
            prop_assert_eq!(&*open_committed(&Key::new(key), &context, &sealed).unwrap(), &text);
        }

        #[test]
        fn no_bytes_open_by_chance_or_make_it_panic(bytes: Vec<u8>) {
            prop_assert!(open_committed(&key(1), b"here", &bytes).is_err());
        }
    }
}
