//! Parameters of the key derivation: what one guess of a passcode costs.

/// Parameters of Argon2id (RFC 9106, section 3.1). They are stored in the lock, so that the default can rise later
/// without rewriting existing locks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfParams {
    memory: u32,
    passes: u32,
    lanes: u32,
}

/// Parameters that are not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KdfParamsError {
    /// Below [`KdfParams::MIN`]: guessing would be too cheap, so the record was not written by us.
    #[error("the cost is below the least that is safe")]
    TooLow,
    /// Above [`KdfParams::MAX`]: no phone could compute it.
    #[error("the cost is more than a phone can pay")]
    TooHigh,
}

impl KdfParams {
    /// The minimum: OWASP's Password Storage Cheat Sheet, Argon2id, m = 19 MiB, t = 2, p = 1.
    pub const MIN: Self = Self {
        memory: 19 * 1024,
        passes: 2,
        lanes: 1,
    };

    /// The default for new locks: measured for a slow phone, see docs/keys.md.
    pub const DEFAULT: Self = Self {
        memory: 64 * 1024,
        passes: 4,
        lanes: 1,
    };

    /// The maximum: a tampered record must not freeze a phone.
    pub const MAX: Self = Self {
        memory: 256 * 1024,
        passes: 16,
        lanes: 4,
    };

    /// Creates parameters from memory in KiB, passes and lanes.
    ///
    /// # Errors
    ///
    /// A [`KdfParamsError`] if one of them is below [`KdfParams::MIN`] or above [`KdfParams::MAX`].
    pub fn new(memory: u32, passes: u32, lanes: u32) -> Result<Self, KdfParamsError> {
        let params = Self {
            memory,
            passes,
            lanes,
        };
        if params.is_below(Self::MIN) {
            Err(KdfParamsError::TooLow)
        } else if Self::MAX.is_below(params) {
            Err(KdfParamsError::TooHigh)
        } else {
            Ok(params)
        }
    }

    /// Whether one of the numbers is lower than the same one of `other`.
    #[must_use]
    pub fn is_below(self, other: Self) -> bool {
        let pairs = self.numbers().into_iter().zip(other.numbers());
        pairs.into_iter().any(|(one, other)| one < other)
    }

    /// Returns memory in KiB, passes and lanes.
    #[must_use]
    pub fn numbers(self) -> [u32; 3] {
        [self.memory, self.passes, self.lanes]
    }
}

#[cfg(test)]
mod tests {
    use super::{KdfParams, KdfParamsError};

    #[test]
    fn what_is_cheaper_than_the_least_or_dearer_than_the_most_is_refused() {
        for cost in [KdfParams::MIN, KdfParams::DEFAULT, KdfParams::MAX] {
            let [memory, passes, lanes] = cost.numbers();
            assert_eq!(KdfParams::new(memory, passes, lanes), Ok(cost));
        }
        for place in 0..3 {
            let mut low = KdfParams::MIN.numbers();
            low[place] -= 1;
            assert_eq!(
                KdfParams::new(low[0], low[1], low[2]),
                Err(KdfParamsError::TooLow)
            );
            let mut high = KdfParams::MAX.numbers();
            high[place] += 1;
            assert_eq!(
                KdfParams::new(high[0], high[1], high[2]),
                Err(KdfParamsError::TooHigh)
            );
        }
    }
}
