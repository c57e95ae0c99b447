//! Requests to the worker and its replies.

use crate::code::{self, WeakCode};
use crate::crypto::{KdfParams, Key, Lock, LockError, LockRandom, Passcode};

use super::pack::{File, Pack};

/// A request to the worker.
#[derive(Debug)]
pub enum Request {
    /// Make a code that is hard to guess.
    Suggest,
    /// Check a code that a person chose.
    Check {
        /// The digits.
        code: String,
    },
    /// Pack the files of a release. The worker's script seals the pack (`scripts/offline/seal_pack.js`), with a key that
    /// it cannot read.
    Pack {
        /// The files of the release.
        files: Vec<File>,
    },
    /// Make a key, and a lock for it.
    Lock {
        /// The passcode.
        code: Passcode,
    },
    /// Open a lock.
    Open {
        /// The passcode.
        code: Passcode,
        /// The lock's record.
        lock: Vec<u8>,
    },
}

/// A reply of the worker.
#[derive(Debug)]
pub enum Reply {
    /// A code: a new one, or the one that was checked.
    Code(String),
    /// A pack.
    Packed(Vec<u8>),
    /// A key, and the record of the lock that holds it: of a new lock, or of one that took the place of a cheaper one.
    Opened {
        /// The key.
        key: Key,
        /// The record, if it has to be stored.
        lock: Option<Vec<u8>>,
    },
}

/// What the worker replies when it fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerError {
    /// The passcode is wrong, or the sealed key is damaged: AES-GCM cannot tell which.
    Wrong,
    /// The request has no passcode.
    NeedsCode,
    /// The code is malformed or easy to guess.
    Weak(WeakCode),
    /// The record is malformed.
    Damaged,
    /// The record has a newer version.
    Newer,
    /// The memory for the key derivation could not be allocated.
    NoMemory,
    /// The files could not be packed.
    Files,
    /// The browser's random number generator failed.
    RandomError,
    /// The request is malformed.
    InvalidRequest,
}

impl WorkerError {
    /// Returns the code of the error in the worker's messages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Wrong => "wrong",
            Self::NeedsCode | Self::Weak(WeakCode::Malformed) => "code",
            Self::Weak(WeakCode::Date) => "date",
            Self::Weak(WeakCode::Repeat) => "repeat",
            Self::Weak(WeakCode::Row) => "row",
            Self::Weak(WeakCode::Shape) => "shape",
            Self::Weak(WeakCode::Known) => "known",
            Self::Damaged => "damaged",
            Self::Newer => "newer",
            Self::NoMemory => "memory",
            Self::Files => "files",
            Self::RandomError => "random",
            Self::InvalidRequest => "question",
        }
    }
}

impl From<LockError> for WorkerError {
    fn from(error: LockError) -> Self {
        match error {
            LockError::Wrong => Self::Wrong,
            LockError::Damaged => Self::Damaged,
            LockError::Newer(_) => Self::Newer,
            LockError::NoMemory => Self::NoMemory,
        }
    }
}

impl From<WeakCode> for WorkerError {
    fn from(weakness: WeakCode) -> Self {
        Self::Weak(weakness)
    }
}

/// The browser's random number generator failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RandomError;

impl From<RandomError> for WorkerError {
    fn from(RandomError: RandomError) -> Self {
        Self::RandomError
    }
}

/// Handles a request. `random` fills a buffer with random bytes; `params` is for new locks, and an opened lock with
/// lower ones is replaced.
///
/// # Errors
///
/// A [`WorkerError`] if the request cannot be fulfilled.
pub fn answer(
    request: Request,
    params: KdfParams,
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<Reply, WorkerError> {
    match request {
        Request::Suggest => Ok(Reply::Code(code::ready_made(random)?)),
        Request::Check { code } => {
            code::check(&code)?;
            Ok(Reply::Code(code))
        }
        Request::Pack { files } => {
            let bytes = Pack::new(files).and_then(|pack| pack.to_bytes());
            bytes.map(Reply::Packed).map_err(|_| WorkerError::Files)
        }
        Request::Lock { code } => {
            let mut key = Key::new([0; Key::LENGTH]);
            key.fill(|bytes| random(bytes))?;
            let lock = Some(wrap_key(&key, &code, params, random)?);
            Ok(Reply::Opened { key, lock })
        }
        Request::Open { code, lock } => {
            let lock = Lock::from_bytes(&lock)?;
            let key = lock.open(&code)?;
            let lock = lock.params().is_below(params);
            let lock = lock.then(|| wrap_key(&key, &code, params, random));
            // The key is there: a phone without memory for the higher parameters keeps the lock that it has.
            let lock = lock.and_then(Result::ok);
            Ok(Reply::Opened { key, lock })
        }
    }
}

fn wrap_key(
    key: &Key,
    code: &Passcode,
    params: KdfParams,
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<Vec<u8>, WorkerError> {
    let fresh = LockRandom::new(random)?;
    Ok(Lock::with_code(key, code, params, &fresh)?.to_bytes())
}
