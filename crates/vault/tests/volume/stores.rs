//! Stores for the tests: memory, memory that fails, a file.

use std::cell::RefCell;
use std::fs::{File, OpenOptions};
use std::future::{Future, ready};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::thread::sleep;
use std::time::Duration;

use vault::volume::stored::Store;

const BLOCK: usize = 4096;

/// Bytes in memory, which outlive the store.
#[derive(Clone, Default)]
pub(crate) struct Memory {
    pub(crate) file: Rc<RefCell<Option<Vec<u8>>>>,
    pub(crate) fault: Fault,
    /// What was done, in order.
    pub(crate) log: Rc<RefCell<Vec<&'static str>>>,
}

/// How a store fails.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Fault {
    #[default]
    None,
    /// Writing ends after so many bytes.
    Torn(usize),
    /// Writing does nothing and reports no failure.
    Lost,
    /// One byte is written as another.
    Altered(usize),
    /// Flushing fails after everything was written.
    Unflushed,
}

impl Memory {
    pub(crate) fn with(file: Vec<u8>) -> Self {
        let store = Self::default();
        store.file.replace(Some(file));
        store
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.file.borrow().clone().unwrap()
    }
}

impl Store for Memory {
    type Error = &'static str;

    fn read(&mut self) -> impl Future<Output = Result<Option<Vec<u8>>, Self::Error>> {
        self.log.borrow_mut().push("read");
        ready(Ok(self.file.borrow().clone()))
    }

    fn write(&mut self, file: &[u8]) -> impl Future<Output = Result<(), Self::Error>> {
        self.log.borrow_mut().push("write");
        let mut stored = self.file.borrow_mut();
        ready(match self.fault {
            Fault::Lost => Ok(()),
            Fault::Torn(length) => {
                let mut torn = stored.clone().unwrap_or_default();
                torn[..length].copy_from_slice(&file[..length]);
                *stored = Some(torn);
                Err("torn")
            }
            Fault::Altered(place) => {
                let mut altered = file.to_vec();
                altered[place] ^= 1;
                *stored = Some(altered);
                Ok(())
            }
            Fault::None | Fault::Unflushed => {
                *stored = Some(file.to_vec());
                Ok(())
            }
        })
    }

    fn flush(&mut self) -> impl Future<Output = Result<(), Self::Error>> {
        self.log.borrow_mut().push("flush");
        ready(match self.fault {
            Fault::Unflushed => Err("not flushed"),
            _ => Ok(()),
        })
    }
}

/// A file, written in place in blocks of 4 KiB.
pub(crate) struct OneFile {
    path: PathBuf,
    /// How long each block takes that changes, so that a process can be killed in between.
    pub(crate) pause: Duration,
}

impl OneFile {
    pub(crate) fn new(path: &Path) -> Self {
        Self {
            path: path.to_path_buf(),
            pause: Duration::ZERO,
        }
    }

    fn write_blocks(&self, bytes: &[u8]) -> io::Result<()> {
        let mut options = OpenOptions::new();
        let options = options.write(true).create(true).truncate(false);
        let before = std::fs::read(&self.path).unwrap_or_default();
        let mut file = options.open(&self.path)?;
        for (number, block) in bytes.chunks(BLOCK).enumerate() {
            file.write_all(block)?;
            if before.chunks(BLOCK).nth(number) != Some(block) && !self.pause.is_zero() {
                sleep(self.pause);
            }
        }
        file.set_len(u64::try_from(bytes.len()).unwrap())
    }
}

impl Store for OneFile {
    type Error = io::ErrorKind;

    fn read(&mut self) -> impl Future<Output = Result<Option<Vec<u8>>, Self::Error>> {
        let mut bytes = Vec::new();
        let read = File::open(&self.path).and_then(|mut file| file.read_to_end(&mut bytes));
        ready(match read {
            Ok(_) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.kind()),
        })
    }

    fn write(&mut self, file: &[u8]) -> impl Future<Output = Result<(), Self::Error>> {
        ready(self.write_blocks(file).map_err(|error| error.kind()))
    }

    fn flush(&mut self) -> impl Future<Output = Result<(), Self::Error>> {
        let file = OpenOptions::new().write(true).open(&self.path);
        let flushed = file.and_then(|file| file.sync_all());
        ready(flushed.map_err(|error| error.kind()))
    }
}
