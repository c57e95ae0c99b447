//! Errors in content files, for their authors.

use std::fmt;

/// An error in a content file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {reason}")]
pub struct ContentError {
    /// File, relative to the project.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Reason, as a sentence without a full stop.
    pub reason: String,
}

/// Errors collected in one pass, so that an author need not build once for each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContentErrors(Vec<ContentError>);

impl ContentErrors {
    /// Whether there is no error.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Iterates over the errors.
    pub fn iter(&self) -> impl Iterator<Item = &ContentError> {
        self.0.iter()
    }

    /// Adds an error.
    pub fn push(&mut self, problem: ContentError) {
        self.0.push(problem);
    }

    /// Collects the errors of a failed step and returns `None`, or returns the value of one that succeeded.
    pub(crate) fn collect<T>(&mut self, step: Result<T, impl Into<Self>>) -> Option<T> {
        match step {
            Ok(value) => Some(value),
            Err(more) => {
                self.0.extend(more.into().0);
                None
            }
        }
    }

    /// Returns `value` if there is no error.
    ///
    /// # Errors
    ///
    /// Returns all errors if there is one.
    pub fn into_result<T>(self, value: T) -> Result<T, Self> {
        if self.is_empty() {
            Ok(value)
        } else {
            Err(self)
        }
    }
}

impl From<ContentError> for ContentErrors {
    fn from(problem: ContentError) -> Self {
        Self(vec![problem])
    }
}

impl fmt::Display for ContentErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ContentErrors {}
