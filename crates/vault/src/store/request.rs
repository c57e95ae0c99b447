//! Requests to the worker and its replies.

use crate::crypto::{KdfParams, Key, Lock, LockError, Nonce, Passcode, Salt, seal};

use super::pack::{DOMAIN, File, Pack};

/// A request to the worker.
#[derive(Debug)]
pub enum Request {
    /// Pack the files of a release and seal the pack.
    Seal {
        /// Source of the key.
        under: KeySource,
        /// The files of the release.
        files: Vec<File>,
    },
    /// Open a lock and return its key.
    Open {
        /// The passcode.
        code: Passcode,
        /// The lock's record.
        lock: Vec<u8>,
    },
}

/// Source of the key that seals a pack.
#[derive(Debug)]
pub enum KeySource {
    /// A new key, in a new lock, under this passcode.
    New(Passcode),
    /// A known key: for an update.
    Known(Key),
}

/// A reply of the worker.
#[derive(Debug)]
pub enum Reply {
    /// A sealed pack.
    Sealed {
        /// Record of the lock, if the key is new.
        lock: Option<Vec<u8>>,
        /// The key.
        key: Key,
        /// The sealed pack.
        sealed: Vec<u8>,
    },
    /// The key of the opened lock.
    Opened(Key),
}

/// What the worker replies when it fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerError {
    /// The passcode is wrong, or the sealed key is damaged: AES-GCM cannot tell which.
    Wrong,
    /// The request has no passcode.
    NeedsCode,
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
            Self::NeedsCode => "code",
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

/// The browser's random number generator failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RandomError;

impl From<RandomError> for WorkerError {
    fn from(RandomError: RandomError) -> Self {
        Self::RandomError
    }
}

/// Handles a request. `random` fills a buffer with random bytes; `cost` is the parameters of new locks.
///
/// # Errors
///
/// A [`WorkerError`] if the request cannot be fulfilled.
pub fn answer(
    request: Request,
    cost: KdfParams,
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<Reply, WorkerError> {
    match request {
        Request::Seal { under, files } => {
            let bytes = Pack::new(files).and_then(|pack| pack.to_bytes());
            let bytes = bytes.map_err(|_| WorkerError::Files)?;
            let (key, lock) = match under {
                KeySource::Known(key) => (key, None),
                KeySource::New(code) => {
                    let mut key = Key::new([0; Key::LENGTH]);
                    key.fill(|bytes| random(bytes))?;
                    let lock = wrap_key(&key, &code, cost, random)?;
                    (key, Some(lock))
                }
            };
            let mut nonce = Nonce::default();
            random(&mut nonce)?;
            let sealed = seal(&key, &nonce, DOMAIN, &bytes).map_err(|_| WorkerError::Files)?;
            Ok(Reply::Sealed { lock, key, sealed })
        }
        Request::Open { code, lock } => {
            let key = Lock::from_bytes(&lock)?.open(&code)?;
            Ok(Reply::Opened(key))
        }
    }
}

fn wrap_key(
    key: &Key,
    code: &Passcode,
    cost: KdfParams,
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<Vec<u8>, WorkerError> {
    let (mut salt, mut nonce) = (Salt::default(), Nonce::default());
    random(&mut salt)?;
    random(&mut nonce)?;
    Ok(Lock::with_code(key, code, cost, salt, nonce)?.to_bytes())
}
