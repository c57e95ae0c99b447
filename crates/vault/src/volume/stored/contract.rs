//! What every store has to keep, as a check that each one runs: natively, and in a browser.

use super::Store;

/// A store does not keep the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ContractError<E> {
    /// The store failed.
    #[error("the store failed")]
    Store(E),
    /// What the store has to do and does not.
    #[error("a store has to {0}")]
    Broken(&'static str),
}

impl<E> From<E> for ContractError<E> {
    fn from(error: E) -> Self {
        Self::Store(error)
    }
}

/// Checks the contract of [`Store`]. `open` opens the store anew, which was empty at first. `length` is that of a file.
///
/// # Errors
///
/// The first rule that is broken.
pub async fn check_contract<S: Store>(
    mut open: impl AsyncFnMut() -> Result<S, S::Error>,
    length: usize,
) -> Result<(), ContractError<S::Error>> {
    let mut store = open().await?;
    let nothing = store.read().await?;
    require(nothing.is_none(), "have no file before the first write")?;

    let first = pattern(length, 1);
    store.write(&first).await?;
    store.flush().await?;
    let read = store.read().await?;
    require(is(read.as_ref(), &first), "return what was written")?;
    drop(store);

    let mut store = open().await?;
    let read = store.read().await?;
    require(
        is(read.as_ref(), &first),
        "return it after it is opened again",
    )?;

    let second = pattern(length, 2);
    store.write(&second).await?;
    store.flush().await?;
    let read = store.read().await?;
    require(is(read.as_ref(), &second), "replace every byte")?;

    let longer = pattern(length.saturating_add(1), 3);
    store.write(&longer).await?;
    store.flush().await?;
    let read = store.read().await?;
    require(is(read.as_ref(), &longer), "take a longer file")?;

    store.write(&first).await?;
    store.flush().await?;
    drop(store);
    let mut store = open().await?;
    let read = store.read().await?;
    require(is(read.as_ref(), &first), "leave nothing of a longer file")
}

fn require<E>(is_kept: bool, rule: &'static str) -> Result<(), ContractError<E>> {
    is_kept.then_some(()).ok_or(ContractError::Broken(rule))
}

fn is(read: Option<&Vec<u8>>, written: &[u8]) -> bool {
    read.is_some_and(|read| read == written)
}

/// Bytes of which each block of 4 KiB is another.
fn pattern(length: usize, seed: u32) -> Vec<u8> {
    let mut state = seed;
    let mut bytes = Vec::with_capacity(length);
    while bytes.len() < length {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        bytes.extend(state.to_be_bytes().first());
    }
    bytes
}
