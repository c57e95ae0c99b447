//! The bare functions. Whoever keeps something uses [`Lock`](super::Lock), [`seal`](super::seal) and
//! [`open`](super::open), which choose nonces, labels and costs rightly.

use aes_gcm::aead::{AeadInOut as _, KeyInit as _};
use aes_gcm::{Aes256Gcm, Nonce as GcmNonce, Tag as GcmTag};
use argon2::{Algorithm, Argon2, AssociatedData, Block, ParamsBuilder, Version};
use zeroize::Zeroize as _;

use super::{Key, Nonce};

/// What proves that sealed bytes are as they were: 128 bits.
pub type Tag = [u8; 16];

/// Why no key came of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DeriveError {
    /// The phone does not give as much memory.
    #[error("there is not enough memory")]
    NoMemory,
    /// Argon2id is not defined for it.
    #[error("the cost, the salt or the code is outside what Argon2id is defined for")]
    Undefined,
}

/// The key and the tag do not belong to these bytes: another key, or something was altered. AES-GCM cannot tell
/// which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bytes are not what was sealed with this key")]
pub struct DecryptError;

/// Longer than the cipher is defined for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bytes are too many to be sealed")]
pub struct TooLongError;

/// What a key is derived from (RFC 9106, section 3.1). Secret and data are empty in everything that we keep, and
/// are here because the RFC's own vector has them.
#[derive(Debug, Clone, Copy, Default)]
pub struct KdfInput<'a> {
    /// The code.
    pub code: &'a [u8],
    /// Random bytes.
    pub salt: &'a [u8],
    /// A secret of whoever derives.
    pub secret: &'a [u8],
    /// Associated data.
    pub data: &'a [u8],
}

/// Argon2id, version 0x13 (RFC 9106): memory in KiB, passes, lanes. The memory is wiped before it is given back.
///
/// # Errors
///
/// A [`DeriveError`].
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

/// AES-256-GCM (NIST SP 800-38D): turns a text into its cipher text where it stands and gives the tag.
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

/// The way back. Where it fails the text is as it was.
///
/// # Errors
///
/// [`DecryptError`].
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
