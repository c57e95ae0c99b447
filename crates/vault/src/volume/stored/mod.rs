//! Volumes in a store: “saved” means written, flushed, read back and opened.
//!
//! Opening, saving and removing all write the whole file in the same order, so that times and extents do not say what
//! was done, or in which slot. Each function runs under one lock of the caller (Web Locks): it reads first, and writes
//! what it read.

mod contract;

use std::future::Future;

use zeroize::Zeroizing;

use super::open::{Opened, Volume, open as open_file};
use super::write::create as create_file;
use super::{Format, VolumeError};
use crate::crypto::Passphrase;
use crate::store::RandomError;

pub use contract::{ContractError, check_contract};

/// Where the file is: one file of the origin private file system, one record of `IndexedDB`, memory.
pub trait Store {
    /// Failure of the store.
    type Error;

    /// Reads the whole file. `None` if there is none.
    ///
    /// # Errors
    ///
    /// The store's own.
    fn read(&mut self) -> impl Future<Output = Result<Option<Vec<u8>>, Self::Error>>;

    /// Writes the whole file in place, from the first byte to the last; creates it if there is none. It must not write a
    /// second file or record beside it.
    ///
    /// # Errors
    ///
    /// The store's own.
    fn write(&mut self, file: &[u8]) -> impl Future<Output = Result<(), Self::Error>>;

    /// Returns after everything written is on the disk, as far as the store can tell.
    ///
    /// # Errors
    ///
    /// The store's own.
    fn flush(&mut self) -> impl Future<Output = Result<(), Self::Error>>;
}

/// Failure to store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoredError<E> {
    /// The store failed.
    #[error("the store failed")]
    Store(E),
    /// There is no file.
    #[error("there is no file")]
    Missing,
    /// There is a file already, which creating must not overwrite.
    #[error("there is a file already")]
    Exists,
    /// What was read back is not what was written.
    #[error("what was read back is not what was written")]
    ReadBack,
    /// The volume.
    #[error(transparent)]
    Volume(#[from] VolumeError),
}

/// A volume that was opened from a store.
#[derive(Debug)]
pub struct StoredVolume<E> {
    /// The volume, its snapshot and its damage.
    pub opened: Opened,
    /// Why opening could not write the file. The snapshot was read all the same.
    pub not_written: Option<StoredError<E>>,
}

/// Writes a file, flushes, reads it back and checks it: “saved” is shown after this and not before.
///
/// # Errors
///
/// A [`StoredError`]: nothing may be reported as saved.
pub async fn commit<S: Store, T>(
    store: &mut S,
    file: &[u8],
    check: impl FnOnce(&[u8]) -> Result<T, VolumeError>,
) -> Result<T, StoredError<S::Error>> {
    store.write(file).await.map_err(StoredError::Store)?;
    store.flush().await.map_err(StoredError::Store)?;
    let back = read(store).await?;
    if back != file {
        return Err(StoredError::ReadBack);
    }
    Ok(check(&back)?)
}

/// Creates the file, with one or two volumes ([`create`](super::create)), and opens each.
///
/// # Errors
///
/// [`StoredError::Exists`] if there is a file, and those of creating and committing.
pub async fn create<S: Store>(
    store: &mut S,
    format: Format,
    first: (&Passphrase, &[u8]),
    second: Option<(&Passphrase, &[u8])>,
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<(), StoredError<S::Error>> {
    let existing = store.read().await.map_err(StoredError::Store)?;
    if existing.is_some() {
        return Err(StoredError::Exists);
    }
    let file = create_file(format, first, second, random)?;
    let check = |file: &[u8]| {
        [first]
            .into_iter()
            .chain(second)
            .try_for_each(|(passphrase, snapshot)| {
                let opened = open_file(format, file, passphrase)?;
                is_same(&opened.snapshot, snapshot)
            })
    };
    commit(store, &file, check).await
}

/// Opens a volume, and writes the file as every save does ([`Volume::refresh`]). A file that cannot be written is read
/// all the same.
///
/// # Errors
///
/// [`StoredError::Missing`], and those of reading and opening.
pub async fn open<S: Store>(
    store: &mut S,
    format: Format,
    passphrase: &Passphrase,
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<StoredVolume<S::Error>, StoredError<S::Error>> {
    let file = read(store).await?;
    let mut opened = open_file(format, &file, passphrase)?;
    let written = match opened.volume.refresh(file, random) {
        Ok(file) => commit(store, &file, |back| opened.volume.confirm(back)).await,
        Err(error) => Err(error.into()),
    };
    let not_written = written.err();
    Ok(StoredVolume {
        opened,
        not_written,
    })
}

/// Saves a snapshot. Returns how full its half is, in per cent, rounded up. After a failure the file holds the earlier
/// snapshot or the new one, and saving can be tried again.
///
/// # Errors
///
/// Those of [`Volume::save`] and of committing.
pub async fn save<S: Store>(
    store: &mut S,
    volume: &mut Volume,
    snapshot: &[u8],
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<u32, StoredError<S::Error>> {
    let file = read(store).await?;
    let saved = volume.save(file, snapshot, random)?;
    let check = |back: &[u8]| is_same(&volume.confirm(back)?, snapshot);
    let committed = commit(store, &saved.file, check).await;
    if committed.is_err() {
        // The next attempt continues from what is there now.
        if let Ok(file) = read(store).await {
            volume.confirm(&file).ok();
        }
    }
    committed.map(|()| saved.percent)
}

/// Saves a snapshot twice, so that neither half holds the earlier one: for the removal of text. Each time is committed
/// by itself, so that one half is intact at every moment.
///
/// # Errors
///
/// Those of [`save`]. The earlier text may still be there.
pub async fn erase<S: Store>(
    store: &mut S,
    volume: &mut Volume,
    snapshot: &[u8],
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<u32, StoredError<S::Error>> {
    save(store, volume, snapshot, random).await?;
    save(store, volume, snapshot, random).await
}

/// Changes the passphrase of a volume.
///
/// # Errors
///
/// Those of [`Volume::change_passphrase`] and of committing. The file opens with the earlier passphrase or the new one.
pub async fn change_passphrase<S: Store>(
    store: &mut S,
    format: Format,
    volume: &mut Volume,
    passphrase: &Passphrase,
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<(), StoredError<S::Error>> {
    let file = read(store).await?;
    let (file, slot) = volume.change_passphrase(file, passphrase, random)?;
    let check = |back: &[u8]| open_file(format, back, passphrase).map(drop);
    let committed = commit(store, &file, check).await;
    if let Ok(file) = read(store).await {
        volume.adopt(&file, slot);
    }
    committed
}

/// Removes a volume: its key slot, and in a second write its halves. Whether anything else is in the file does not show.
///
/// # Errors
///
/// Those of reading, of [`Volume::remove_key`] and of committing. [`remove`] can be tried again.
pub async fn remove<S: Store>(
    store: &mut S,
    volume: &Volume,
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<(), StoredError<S::Error>> {
    let file = read(store).await?;
    let file = volume.remove_key(file, random)?;
    commit(store, &file, |_| Ok(())).await?;
    let file = volume.remove_halves(file, random)?;
    commit(store, &file, |_| Ok(())).await
}

async fn read<S: Store>(store: &mut S) -> Result<Vec<u8>, StoredError<S::Error>> {
    let file = store.read().await.map_err(StoredError::Store)?;
    file.ok_or(StoredError::Missing)
}

fn is_same(read: &Zeroizing<Vec<u8>>, snapshot: &[u8]) -> Result<(), VolumeError> {
    if read.as_slice() == snapshot {
        Ok(())
    } else {
        Err(VolumeError::Damaged)
    }
}
