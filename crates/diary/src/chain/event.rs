//! An event of a diary, and the bytes that its link is made from.

use std::str::Split;

use domain::props::Props;
use sha2::{Digest, Sha256};

use super::hex::Hex;
use crate::account::Account;
use crate::snapshot::without_separator;
use crate::time::Timestamp;

/// What happened to an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Event {
    /// Number of the entry.
    pub(crate) entry: u32,
    /// When.
    pub(crate) at: Timestamp,
    /// What.
    pub(crate) change: Change,
    /// The first bytes of the link.
    pub(super) link: Hex<8>,
}

/// A change of a diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    /// The entry was written.
    Written(Content<Account>),
    /// Something was added to it.
    Added(Content<String>),
    /// It was removed, with what was added to it.
    Removed,
}

/// What was written or added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content<T> {
    /// It is there.
    Kept {
        /// Random bytes, without which the text cannot be guessed from its digest.
        salt: Hex<32>,
        /// What it says.
        text: T,
    },
    /// It was removed. Its digest is left, so that the chain can still be checked.
    Digest(Hex<32>),
}

impl Event {
    /// The link of this event to the one before: SHA-256 (FIPS 180-4) of both.
    pub(super) fn link_to(&self, before: &[u8; 32]) -> [u8; 32] {
        let mut bytes = Hasher::new("chain 1 event");
        bytes.put(before);
        bytes.put(&[match self.change {
            Change::Written(_) => 1,
            Change::Added(_) => 2,
            Change::Removed => 3,
        }]);
        bytes.put(&self.entry.to_be_bytes());
        bytes.put(&self.at.seconds.to_be_bytes());
        bytes.put(&self.at.offset.to_be_bytes());
        if let Some(Hex(digest)) = self.change.digest() {
            bytes.put(&digest);
        }
        bytes.digest()
    }
}

impl Change {
    /// The digest of what was written or added, whether or not it is still there.
    pub(super) fn digest(&self) -> Option<Hex<32>> {
        match self {
            Self::Written(account) => Some(account.digest("chain 1 account")),
            Self::Added(text) => Some(text.digest("chain 1 addition")),
            Self::Removed => None,
        }
    }

    /// Whether a text is there.
    pub(super) fn has_text(&self) -> bool {
        match self {
            Self::Written(account) => account.text().is_some(),
            Self::Added(text) => text.text().is_some(),
            Self::Removed => false,
        }
    }

    /// Replaces a text and its salt by their digest.
    pub(super) fn remove_text(&mut self) {
        let Some(digest) = self.digest() else {
            return;
        };
        match self {
            Self::Written(account) => *account = Content::Digest(digest),
            Self::Added(text) => *text = Content::Digest(digest),
            Self::Removed => {}
        }
    }
}

impl<T: Props> Content<T> {
    /// What it says, if it is there.
    pub(crate) fn text(&self) -> Option<&T> {
        match self {
            Self::Kept { text, .. } => Some(text),
            Self::Digest(_) => None,
        }
    }

    /// SHA-256 of salt and text: the items of the text as a snapshot holds them, each after its length.
    fn digest(&self, kind: &str) -> Hex<32> {
        match self {
            Self::Kept { salt, text } => {
                let mut items = Vec::new();
                text.write(&mut items);
                digest_of(kind, salt, &items)
            }
            Self::Digest(digest) => *digest,
        }
    }
}

fn digest_of(kind: &str, salt: &Hex<32>, items: &[String]) -> Hex<32> {
    let mut bytes = Hasher::new(kind);
    bytes.put(&salt.0);
    for item in items {
        let item = without_separator(item);
        bytes.put(&(item.len() as u64).to_be_bytes());
        bytes.put(item.as_bytes());
    }
    Hex(bytes.digest())
}

/// SHA-256 of bytes that are put one after another.
struct Hasher(Sha256);

impl Hasher {
    /// Begins with the kind of the bytes. No kind is the beginning of another one.
    fn new(kind: &str) -> Self {
        let mut bytes = Self(Sha256::new());
        bytes.put(kind.as_bytes());
        bytes
    }

    fn put(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    fn digest(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// Number of the entry, time, change, link.
impl Props for Event {
    fn write(&self, lines: &mut Vec<String>) {
        lines.push(self.entry.to_string());
        self.at.write(lines);
        self.change.write(lines);
        self.link.write(lines);
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        Some(Self {
            entry: lines.next()?.parse().ok()?,
            at: Props::read(lines)?,
            change: Props::read(lines)?,
            link: Props::read(lines)?,
        })
    }
}

/// `written` or `added` with the content, or `removed`.
impl Props for Change {
    fn write(&self, lines: &mut Vec<String>) {
        match self {
            Self::Written(account) => {
                lines.push("written".to_owned());
                account.write(lines);
            }
            Self::Added(text) => {
                lines.push("added".to_owned());
                text.write(lines);
            }
            Self::Removed => lines.push("removed".to_owned()),
        }
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        match lines.next()? {
            "written" => Props::read(lines).map(Self::Written),
            "added" => Props::read(lines).map(Self::Added),
            "removed" => Some(Self::Removed),
            _ => None,
        }
    }
}

/// `kept` with salt and text, or `digest` with it.
impl<T: Props> Props for Content<T> {
    fn write(&self, lines: &mut Vec<String>) {
        match self {
            Self::Kept { salt, text } => {
                lines.push("kept".to_owned());
                salt.write(lines);
                text.write(lines);
            }
            Self::Digest(digest) => {
                lines.push("digest".to_owned());
                digest.write(lines);
            }
        }
    }

    fn read(lines: &mut Split<'_, char>) -> Option<Self> {
        match lines.next()? {
            "kept" => Some(Self::Kept {
                salt: Props::read(lines)?,
                text: Props::read(lines)?,
            }),
            "digest" => Props::read(lines).map(Self::Digest),
            _ => None,
        }
    }
}
