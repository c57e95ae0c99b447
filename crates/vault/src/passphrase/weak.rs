//! Which passphrases of a person's own are easy to guess.

use zeroize::Zeroizing;

/// The least number of characters: what NIST SP 800-63B-4, section 3.1.1.2, requires of a password that is the only
/// factor. That is for services that limit guesses. A copy of a disk can be guessed at without a limit, so it is the
/// least here too, and not a promise.
pub const SHORTEST: usize = 15;

/// Digits and punctuation alone have to be this long, in characters: longer than a telephone number or two dates.
const SHORTEST_DIGITS: usize = 20;

/// The least number of different characters, without spaces.
const DIFFERENT: usize = 6;

/// With fewer other characters than this a known phrase is still known.
const LITTLE: usize = 6;

/// A part of a known phrase is known too if it has this many characters.
const PART: usize = 8;

/// The alphabet, the digits, and how fingers go over the keys: along them, down them, and along two rows at once.
const ROWS: &str = "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm \
    qazwsxedcrfvtgbyhnujm 1qaz2wsx3edc4rfv5tgb6yhn7ujm 1q2w3e4r5t6y7u8i9o0p";

/// Passwords and lines that many people know, of which a guesser tries all first: letters of ASCII without spaces.
pub(super) const KNOWN: [&str; 62] = [
    "allthatglittersisnotgold",
    "arsenal",
    "astitchintimesavesnine",
    "baabaablacksheephaveyouanywool",
    "batman",
    "changeme",
    "charlie",
    "chelsea",
    "correcthorsebatterystaple",
    "easycomeeasygo",
    "everton",
    "flowerofscotlandwhenwillweseeyourlikeagain",
    "football",
    "godsaveourgraciouskinglongliveournobleking",
    "godsavethequeen",
    "happybirthdaytoyou",
    "hellodarknessmyoldfriend",
    "houstonwehaveaproblem",
    "humptydumptysatonawall",
    "ihaveadream",
    "iloveyouforever",
    "iloveyousomuch",
    "iloveyoutothemoonandback",
    "incywincyspiderclimbedupthewaterspout",
    "itwasthebestoftimesitwastheworstoftimes",
    "jackandjillwentupthehill",
    "keepcalmandcarryon",
    "landofmyfathers",
    "letmeinplease",
    "livelaughlove",
    "liverpool",
    "londonbridgeisfallingdown",
    "manchestercity",
    "manchesterunited",
    "maryhadalittlelambitsfleecewaswhiteassnow",
    "maytheforcebewithyou",
    "monkey",
    "nevergonnagiveyouup",
    "onceuponatimeinalandfarfaraway",
    "onetwothreefourfivesixseven",
    "opensesame",
    "ourfatherwhoartinheavenhallowedbethyname",
    "passphrase",
    "password",
    "passwordpassword",
    "pokemon",
    "princess",
    "qwertyuiopasdfghjklzxcvbnm",
    "rainraingoawaycomeagainanotherday",
    "rosesareredvioletsareblue",
    "rowrowrowyourboatgentlydownthestream",
    "rulebritanniabritanniarulethewaves",
    "shallicomparetheetoasummersday",
    "sunshine",
    "superman",
    "thequickbrownfoxjumpsoverthelazydog",
    "thisismypassword",
    "tobeornottobethatisthequestion",
    "twinkletwinklelittlestarhowiwonderwhatyouare",
    "welcome",
    "winteriscoming",
    "youllneverwalkalone",
];

/// Why a passphrase is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WeakPassphrase {
    /// It has fewer than [`SHORTEST`] characters.
    #[error("the passphrase is too short")]
    Short,
    /// It has few different characters, or the same part comes again and again.
    #[error("the passphrase repeats itself")]
    Repeat,
    /// Most of it goes along the alphabet, the digits or the keys.
    #[error("the passphrase goes along the alphabet or the keys")]
    Row,
    /// It has digits and punctuation only, and is short enough for a telephone number or dates.
    #[error("the passphrase is a number")]
    Digits,
    /// It is a password or a line that many people know.
    #[error("the passphrase is well known")]
    Known,
}

impl WeakPassphrase {
    /// Returns the code of the reason in the worker's messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Repeat => "repeat",
            Self::Row => "row",
            Self::Digits => "digits",
            Self::Known => "known",
        }
    }
}

/// Checks a passphrase, as [`normalise`](super::normalise) returns it. That none of the rules refuses it does not make
/// it safe: no rule knows what another person knows of her.
///
/// # Errors
///
/// The first reason to refuse it.
pub fn check(passphrase: &str) -> Result<(), WeakPassphrase> {
    let length = passphrase.chars().count();
    if length < SHORTEST {
        return Err(WeakPassphrase::Short);
    }
    let joined = only(passphrase, |letter| letter != ' ');
    let weak = [
        (is_known(&joined), WeakPassphrase::Known),
        (repeats(&joined), WeakPassphrase::Repeat),
        (is_row(&joined), WeakPassphrase::Row),
        (
            length < SHORTEST_DIGITS && !joined.contains(is_letter),
            WeakPassphrase::Digits,
        ),
    ];
    match weak.into_iter().find(|(found, _)| *found) {
        Some((_, weakness)) => Err(weakness),
        None => Ok(()),
    }
}

/// The characters that `is_kept` keeps.
fn only(text: &str, is_kept: impl Fn(char) -> bool) -> Zeroizing<String> {
    // It never grows, which would leave a copy behind.
    let mut kept = Zeroizing::new(String::with_capacity(text.len()));
    kept.extend(text.chars().filter(|letter| is_kept(*letter)));
    kept
}

/// Whether it is neither a digit nor punctuation of ASCII. What is outside ASCII counts as a letter.
fn is_letter(letter: char) -> bool {
    !letter.is_ascii() || letter.is_ascii_alphabetic()
}

/// What is between the first letter and the last one: digits and punctuation around a passphrase do not make it another.
fn inner(joined: &str) -> &str {
    joined.trim_matches(|letter| !is_letter(letter))
}

/// Whether it is a known phrase with fewer than [`LITTLE`] characters around it, or [`PART`] or more of one.
fn is_known(joined: &str) -> bool {
    let inner = only(inner(joined), |letter| !letter.is_ascii_punctuation());
    KNOWN.iter().any(|known| {
        (inner.len() >= PART && known.contains(inner.as_str()))
            || (inner.len() < known.len() + LITTLE && inner.contains(known))
    })
}

/// Whether there are few different characters, or more than a third of all parts of four characters came before. Of what
/// was typed twice it is about half.
fn repeats(joined: &str) -> bool {
    let repeats_parts = |text: &str| {
        let characters = characters(text);
        let parts: Vec<&[char]> = characters.windows(4).collect();
        different(&parts) * 3 < parts.len() * 2
    };
    different(&characters(joined)) < DIFFERENT
        || repeats_parts(joined)
        || repeats_parts(inner(joined))
}

fn characters(text: &str) -> Zeroizing<Vec<char>> {
    // As in `only`.
    let mut characters = Zeroizing::new(Vec::with_capacity(text.len()));
    characters.extend(text.chars());
    characters
}

/// How many different items there are. Sorting them would be 2 kB of the WASM.
fn different<T: PartialEq>(items: &[T]) -> usize {
    let items = items.iter().enumerate();
    let is_first = |(place, item): &(usize, &T)| {
        let mut earlier = items.clone().take(*place);
        !earlier.any(|(_, other)| other == *item)
    };
    items.clone().filter(is_first).count()
}

/// Whether more than half of the characters are in runs of three or more along [`ROWS`], there or back. The same ones
/// after each other, as in 112233, count once.
fn is_row(joined: &str) -> bool {
    let mut single = Zeroizing::new(String::with_capacity(joined.len()));
    for letter in joined.chars() {
        if !single.ends_with(letter) {
            single.push(letter);
        }
    }
    let back: String = ROWS.chars().rev().collect();
    let (mut rest, mut in_runs) = (single.as_str(), 0);
    while !rest.is_empty() {
        let run = run_length(rest, &back);
        in_runs += run;
        let mut letters = rest.chars();
        letters.nth(run.saturating_sub(1));
        rest = letters.as_str();
    }
    in_runs * 2 > single.chars().count()
}

/// The length of the run with which `text` begins, if it is three or more, or 0. `back` is [`ROWS`] from its end.
fn run_length(text: &str, back: &str) -> usize {
    let is_run = |length: &usize| {
        let part = text.get(..*length);
        part.is_some_and(|part| ROWS.contains(part) || back.contains(part))
    };
    // What is in `ROWS` is ASCII, a byte a character.
    (3..=text.len()).take_while(is_run).last().unwrap_or(0)
}
