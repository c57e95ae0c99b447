//! Limits on the age of facts.

/// Ages at which a build warns and fails, in days since the check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FreshnessLimits {
    warn_after: u16,
    fail_after: u16,
}

/// Failure to validate the limits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FreshnessLimitsError {
    /// Less than a day or more than a year.
    #[error("{0} days: a limit is between 1 and {max} days", max = FreshnessLimits::LONGEST)]
    Range(i64),
    /// A build would fail before it warns.
    #[error(
        "a build that warns after {warn_after} days and fails after {fail_after} would fail before it \
         warns"
    )]
    Order {
        /// Days until the warning.
        warn_after: u16,
        /// Days until the failure.
        fail_after: u16,
    },
}

impl FreshnessLimits {
    /// Maximum limit in days: a leap year.
    pub const LONGEST: u16 = 366;

    /// Validates a limit in days.
    ///
    /// # Errors
    ///
    /// Returns [`FreshnessLimitsError::Range`] if it is not between a day and a year.
    pub fn days(written: i64) -> Result<u16, FreshnessLimitsError> {
        u16::try_from(written)
            .ok()
            .filter(|days| (1..=Self::LONGEST).contains(days))
            .ok_or(FreshnessLimitsError::Range(written))
    }

    /// Combines two limits.
    ///
    /// # Errors
    ///
    /// Returns [`FreshnessLimitsError::Order`] if a build would fail before it warns.
    pub const fn new(warn_after: u16, fail_after: u16) -> Result<Self, FreshnessLimitsError> {
        if fail_after < warn_after {
            return Err(FreshnessLimitsError::Order {
                warn_after,
                fail_after,
            });
        }
        Ok(Self {
            warn_after,
            fail_after,
        })
    }

    /// Returns the last day after the check without a warning.
    #[must_use]
    pub const fn warn_after(self) -> u16 {
        self.warn_after
    }

    /// Returns the last day after the check on which a build succeeds.
    #[must_use]
    pub const fn fail_after(self) -> u16 {
        self.fail_after
    }
}

impl Default for FreshnessLimits {
    fn default() -> Self {
        Self {
            warn_after: 90,
            fail_after: 180,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FreshnessLimits, FreshnessLimitsError};

    #[test]
    fn a_limit_is_a_day_at_least_and_a_year_at_most() {
        for days in [1, 90, 366] {
            assert_eq!(FreshnessLimits::days(days).map(i64::from), Ok(days));
        }
        for days in [i64::MIN, -1, 0, 367, 65_537, i64::MAX] {
            let expected = Err(FreshnessLimitsError::Range(days));
            assert_eq!(FreshnessLimits::days(days), expected);
        }
    }

    #[test]
    fn a_build_never_fails_before_it_has_warned() {
        assert!(FreshnessLimits::new(90, 90).is_ok());
        assert!(FreshnessLimits::new(91, 90).is_err());
        let usual = FreshnessLimits::default();
        assert_eq!(FreshnessLimits::new(90, 180), Ok(usual));
        assert_eq!((usual.warn_after(), usual.fail_after()), (90, 180));
    }
}
