//! The passphrase that opens a volume: making one from a list of words, and judging one of her own.
//!
//! `words.txt` is a list of 2,048 words, eight a line, sorted. It is the English list of BIP-0039, from python-mnemonic
//! 0.21 (copyright 2013–2016 Pavol Rusnak, MIT licence: `words.LICENSE`). Of its words 732 were replaced: those that
//! could distress or shame a person who is stalked, reveal the subject or be awkward aloud; those that British and
//! American English spell differently; and some that sound like another word or are hard to spell. The new ones are
//! common words for animals, plants, food, weather and things at home. As in the source, a word has three to eight
//! letters, and no other word begins with the same four.

mod weak;

use zeroize::Zeroizing;

use crate::store::RandomError;

pub use weak::{SHORTEST, WeakPassphrase, check};

/// How many words [`ready_made`] joins. Each is one of 2,048, which is 11 bits: 55 bits together. Seven would be 77.
pub const WORDS: usize = 5;

/// The length of the longest word, in letters.
const LONGEST_WORD: usize = 8;

/// The bits that choose one of the 2,048 words.
const WORD_BITS: u16 = 0x07ff;

/// The words, by their number.
fn words() -> impl Iterator<Item = &'static str> {
    include_str!("words.txt").split_ascii_whitespace()
}

/// Makes a passphrase of [`WORDS`] words with a space between them, each passphrase that [`check`] accepts as likely as
/// any other. It refuses fewer than one in 100,000, which costs less than a thousandth of a bit.
///
/// # Errors
///
/// The error of `random`, which fills a buffer with random bytes.
pub fn ready_made(
    random: &mut impl FnMut(&mut [u8]) -> Result<(), RandomError>,
) -> Result<Zeroizing<String>, RandomError> {
    loop {
        let mut bytes = Zeroizing::new([[0; 2]; WORDS]);
        random(bytes.as_flattened_mut())?;
        // It never grows, which would leave a copy behind.
        let mut passphrase = Zeroizing::new(String::with_capacity(WORDS * (LONGEST_WORD + 1)));
        for number in bytes.iter() {
            // 2,048 divides 65,536, so that every word is as likely as any other.
            let number = u16::from_le_bytes(*number) & WORD_BITS;
            if !passphrase.is_empty() {
                passphrase.push(' ');
            }
            passphrase.extend(words().nth(usize::from(number)));
        }
        if check(&passphrase).is_ok() {
            return Ok(passphrase);
        }
    }
}

/// What opens a volume, of what was typed: set-up and opening both use it, so that other spaces, hyphens and capitals do
/// not matter.
///
/// - Each run of white space, dots, commas, hyphens and dashes becomes one space, and none is at the ends. Phones type a
///   dot for two spaces, and a dash for two hyphens.
/// - Capital letters of ASCII become small ones. Others stay as typed: the tables for them would be larger than the rest.
/// - The curved quotation marks and apostrophes that phones type become straight ones.
///
/// Nothing else changes; other punctuation can be part of a passphrase. The cost is at most one bit a letter, and which
/// of these signs was between two words. [`check`] judges what is left.
///
/// `typed` is in Unicode normalisation form C, which the page applies (`String.prototype.normalize`). So is the result,
/// except for a few capitals with a mark that have a composed form only when small, such as H with a line below: they
/// open only as they were typed.
#[must_use]
pub fn normalise(typed: &str) -> Zeroizing<String> {
    // No character becomes longer.
    let mut passphrase = Zeroizing::new(String::with_capacity(typed.len()));
    for word in typed.split(separates).filter(|word| !word.is_empty()) {
        if !passphrase.is_empty() {
            passphrase.push(' ');
        }
        passphrase.extend(word.chars().map(|letter| match letter {
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            other => other.to_ascii_lowercase(),
        }));
    }
    passphrase
}

/// Whether it is between words: white space, a dot, an ellipsis, a comma, a hyphen, a dash or a minus sign.
fn separates(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(
            letter,
            '.' | ',' | '-' | '\u{2010}'..='\u{2015}' | '\u{2026}' | '\u{2212}'
        )
}

#[cfg(test)]
mod tests;
