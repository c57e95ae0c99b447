//! Hazmat: the bare primitives, which are easy to misuse. Code that stores something uses [`Lock`](super::Lock),
//! [`seal`](super::seal) and [`open`](super::open), which choose nonces, associated data and parameters safely.

use aes_gcm::aead::{AeadInOut as _, KeyInit as _};
use aes_gcm::{Aes256Gcm, Nonce as GcmNonce, Tag as GcmTag};
use argon2::{Algorithm, Argon2, AssociatedData, Block, ParamsBuilder, Version};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroize as _;

use super::{Key, Nonce};

/// Authentication tag of AES-256-GCM, 128 bits.
pub type Tag = [u8; 16];

/// Failure to derive a key from a passcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DeriveError {
    /// The memory could not be allocated.
    #[error("there is not enough memory")]
    NoMemory,
    /// Parameters, salt or passcode are outside the limits of Argon2id.
    #[error("the cost, the salt or the code is outside what Argon2id is defined for")]
    Undefined,
}

/// Authentication failed: the key is wrong or the bytes were changed. AES-GCM cannot tell which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bytes are not what was sealed with this key")]
pub struct DecryptError;

/// The plaintext is longer than AES-GCM allows, or the output of a derivation than HKDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bytes are too many to be sealed")]
pub struct TooLongError;

/// Input of the key derivation (RFC 9106, section 3.1). Secret and associated data are empty in every record that we
/// write; they exist because the RFC's test vector uses them.
#[derive(Debug, Clone, Copy, Default)]
pub struct KdfInput<'a> {
    /// The passcode.
    pub code: &'a [u8],
    /// The salt: random bytes.
    pub salt: &'a [u8],
    /// The secret value `K`, a pepper.
    pub secret: &'a [u8],
    /// The associated data `X`.
    pub data: &'a [u8],
}

/// Derives a key with Argon2id, version 0x13 (RFC 9106). `cost` is memory in KiB, passes and lanes. The memory is
/// zeroized before it is freed.
///
/// # Errors
///
/// A [`DeriveError`] if the memory cannot be allocated or an argument is outside the limits.
pub fn argon2id(source: KdfInput<'_>, cost: [u32; 3]) -> Result<Key, DeriveError> {
    let undefined = |_| DeriveError::Undefined;
    let [memory, passes, lanes] = cost;
    let params = ParamsBuilder::new()
        .m_cost(memory)
        .t_cost(passes)
        .p_cost(lanes)
        .output_len(Key::LENGTH)
        .data(AssociatedData::new(source.data).map_err(undefined)?)
        .build()
        .map_err(undefined)?;
    let mut blocks: Vec<Block> = Vec::new();
    blocks
        .try_reserve_exact(params.block_count())
        .map_err(|_| DeriveError::NoMemory)?;
    blocks.resize(params.block_count(), Block::new());
    let context =
        Argon2::new_with_secret(source.secret, Algorithm::Argon2id, Version::V0x13, params)
            .map_err(undefined)?;
    let mut key = [0; Key::LENGTH];
    let done =
        context.hash_password_into_with_memory(source.code, source.salt, &mut key, &mut blocks);
    for block in &mut blocks {
        block.zeroize();
    }
    let derived = Key::new(key);
    key.zeroize();
    done.map(|()| derived).map_err(undefined)
}

/// Fills `output` with bytes derived from a secret of full strength, with HKDF-SHA-256 (RFC 5869).
///
/// # Errors
///
/// [`TooLongError`] beyond 255 × 32 bytes.
pub fn hkdf_sha256(
    secret: &[u8],
    salt: &[u8],
    info: &[u8],
    output: &mut [u8],
) -> Result<(), TooLongError> {
    let derivation = Hkdf::<Sha256>::new(Some(salt), secret);
    derivation.expand(info, output).map_err(|_| TooLongError)
}

/// Encrypts in place with AES-256-GCM (NIST SP 800-38D) and returns the tag.
///
/// # Errors
///
/// [`TooLongError`] beyond 2³⁶ bytes.
pub fn gcm_seal(
    key: &Key,
    nonce: &Nonce,
    data: &[u8],
    text: &mut [u8],
) -> Result<Tag, TooLongError> {
    let cipher = Aes256Gcm::new(key.bytes().into());
    let nonce: &GcmNonce<_> = nonce.into();
    let tag = cipher.encrypt_inout_detached(nonce, data, text.into());
    tag.map(Into::into).map_err(|_| TooLongError)
}

/// Verifies the tag and decrypts in place. On failure `text` is unchanged.
///
/// # Errors
///
/// [`DecryptError`] if the tag does not verify.
pub fn gcm_open(
    key: &Key,
    nonce: &Nonce,
    data: &[u8],
    text: &mut [u8],
    tag: &Tag,
) -> Result<(), DecryptError> {
    let cipher = Aes256Gcm::new(key.bytes().into());
    let nonce: &GcmNonce<_> = nonce.into();
    let tag: &GcmTag = tag.into();
    cipher
        .decrypt_inout_detached(nonce, data, text.into(), tag)
        .map_err(|_| DecryptError)
}
