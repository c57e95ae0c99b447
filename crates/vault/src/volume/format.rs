//! Lengths and places within the file.

use std::ops::Range;

use super::header::HEADER_LENGTH;
use crate::crypto::COMMITTED_OVERHEAD;

/// Number of key slots in a header.
pub(super) const SLOTS: usize = 4;

/// Number of halves of a slot.
pub(super) const HALVES: usize = 2;

/// Length of a sealed sequence number in bytes.
pub(super) const SEALED_SEQUENCE: usize = size_of::<u64>() + COMMITTED_OVERHEAD;

/// The two headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Front,
    Back,
}

impl End {
    pub(super) const BOTH: [Self; 2] = [Self::Front, Self::Back];
}

/// Length of a half, and cost of the key derivation. Neither is stored in the file: both belong to the format, which is
/// known by the file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    half_length: usize,
    cost: [u32; 3],
}

/// A half is too short to hold anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a half has at least {least} bytes", least = Format::LEAST_HALF)]
pub struct FormatError;

impl Format {
    /// The format of every file that is shipped: halves of 1 MiB, so a file of 8 MiB and 1 KiB; 64 MiB of memory, 4
    /// passes, 1 lane. docs/vault-format.md has the measurements of both.
    pub const DEFAULT: Self = Self {
        half_length: 1024 * 1024,
        cost: [64 * 1024, 4, 1],
    };

    /// The least length of a half in bytes.
    pub const LEAST_HALF: usize = 256;

    /// Creates a smaller or cheaper format, for test vectors and tests. `cost` is memory in KiB, passes and lanes.
    ///
    /// # Errors
    ///
    /// [`FormatError`] if a half has fewer bytes than [`Format::LEAST_HALF`].
    pub fn new(half_length: usize, cost: [u32; 3]) -> Result<Self, FormatError> {
        if half_length < Self::LEAST_HALF {
            return Err(FormatError);
        }
        Ok(Self { half_length, cost })
    }

    /// Returns the length of the file in bytes.
    #[must_use]
    pub fn file_length(self) -> usize {
        2 * HEADER_LENGTH + SLOTS * HALVES * self.half_length
    }

    /// Returns the length of a half in bytes.
    #[must_use]
    pub fn half_length(self) -> usize {
        self.half_length
    }

    /// Returns memory in KiB, passes and lanes of Argon2id.
    #[must_use]
    pub fn cost(self) -> [u32; 3] {
        self.cost
    }

    /// Length of the padded text in a half.
    pub(super) fn text_length(self) -> usize {
        self.half_length
            .saturating_sub(SEALED_SEQUENCE + COMMITTED_OVERHEAD)
    }

    pub(super) fn header(self, end: End) -> Range<usize> {
        let start = match end {
            End::Front => 0,
            End::Back => self.file_length() - HEADER_LENGTH,
        };
        start..start + HEADER_LENGTH
    }

    pub(super) fn half(self, slot: usize, half: usize) -> Range<usize> {
        let start = HEADER_LENGTH + (slot * HALVES + half) * self.half_length;
        start..start + self.half_length
    }
}
