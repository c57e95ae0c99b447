//! What the worker is asked, and what it answers.

use crate::crypto::{KdfParams, Key, Lock, LockError, Nonce, Passcode, Salt, seal};

use super::pack::{DOMAIN, File, Pack};

/// A question to the worker.
#[derive(Debug)]
pub enum Request {
    /// Put the files of a release into a pack and seal it.
    Seal {
        /// KeySource which key.
        under: KeySource,
        /// The files.
        files: Vec<File>,
    },
    /// Give the key that a lock holds.
    Open {
        /// What was typed.
        code: Passcode,
        /// The lock's record.
        lock: Vec<u8>,
    },
}

/// KeySource which key a pack is sealed.
#[derive(Debug)]
pub enum KeySource {
    /// A new one, in a lock of its own with this code.
    New(Passcode),
    /// One that is there already: an update.
    Known(Key),
}

/// An answer of the worker.
#[derive(Debug)]
pub enum Reply {
    /// A sealed pack.
    Sealed {
        /// The record of its lock, if the key is new.
        lock: Option<Vec<u8>>,
        /// Its key.
        key: Key,
        /// The pack.
        sealed: Vec<u8>,
    },
    /// The key of a lock.
    Opened(Key),
}

/// Why there is no such answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerError {
    /// The code is not the one (or the sealed key is damaged: nobody can tell).
    Wrong,
    /// A code is needed, and none was given.
    NeedsCode,
    /// The record cannot be read.
    Damaged,
    /// The record is of a newer page.
    Newer,
    /// The phone lacks the memory.
    NoMemory,
    /// The files cannot be packed.
    Files,
    /// The browser gives no random bytes.
    RandomError,
    /// It is none of the questions.
    InvalidRequest,
}

impl WorkerError {
    /// Its name in the worker's messages.
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

/// The browser gives no random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RandomError;

impl From<RandomError> for WorkerError {
    fn from(RandomError: RandomError) -> Self {
        Self::RandomError
    }
}

/// Answers. `random` fills what it is given with random bytes; new codes cost `cost` to guess.
///
/// # Errors
///
/// A [`WorkerError`].
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
