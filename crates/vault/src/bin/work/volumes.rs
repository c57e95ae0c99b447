//! The volume in the browser's store: the requests that keep one open.

use js_sys::{JsString, Object, Uint8Array};
use wasm_bindgen::prelude::*;

use vault::crypto::Passphrase;
use vault::passphrase;
use vault::store::RandomError;
use vault::volume::stored::{self, Store, StoredError};
use vault::volume::{Format, LastSave, Volume, VolumeError};

use crate::worker::{fill_randomly, object, set};

#[wasm_bindgen]
extern "C" {
    /// A store of `scripts/vault/stores.js`. `read` returns `undefined` where there is no file.
    pub type Place;
    #[wasm_bindgen(method, catch)]
    async fn read(this: &Place) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn write(this: &Place, file: &[u8]) -> Result<JsValue, JsValue>;
}

/// The error of a store: a `DOMException`, of which the page needs to know whether the place is full.
pub struct PlaceError {
    is_full: bool,
}

impl From<JsValue> for PlaceError {
    fn from(error: JsValue) -> Self {
        let name = js_sys::Reflect::get(&error, &"name".into()).ok();
        Self {
            is_full: name.and_then(|name| name.as_string()).as_deref()
                == Some("QuotaExceededError"),
        }
    }
}

impl Store for Place {
    type Error = PlaceError;

    async fn read(&mut self) -> Result<Option<Vec<u8>>, PlaceError> {
        let file = Place::read(self).await?;
        Ok(file.dyn_into::<Uint8Array>().ok().map(|file| file.to_vec()))
    }

    async fn write(&mut self, file: &[u8]) -> Result<(), PlaceError> {
        Place::write(self, file).await?;
        Ok(())
    }

    /// Does nothing: a write of `scripts/vault/stores.js` flushes.
    async fn flush(&mut self) -> Result<(), PlaceError> {
        Ok(())
    }
}

/// The volume that is open, if one is, and where it is. The worker's script keeps one.
#[wasm_bindgen]
pub struct Volumes {
    place: Place,
    volume: Option<Volume>,
}

#[wasm_bindgen]
impl Volumes {
    /// Nothing is open yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(place: Place) -> Self {
        Self {
            place,
            volume: None,
        }
    }

    /// Creates the file with one volume: `{}`. It never overwrites a file.
    pub async fn create(&mut self, typed: JsString, snapshot: Vec<u8>) -> Object {
        let passphrase = match passphrase_of(&typed) {
            Ok(passphrase) => passphrase,
            Err(fault) => return fault_of(fault),
        };
        let first = (&passphrase, snapshot.as_slice());
        let created =
            stored::create(&mut self.place, Format::DEFAULT, first, None, &mut random).await;
        created.map_or_else(|error| fault_of(name_of(error)), |()| Object::new())
    }

    /// Opens the volume of a passphrase: `{snapshot, percent, damage}`. `damage` says what was lost: nothing (`''`), the
    /// last save (`lost`) or perhaps the last save (`unknown`); `repaired` if nothing was, and a part that was damaged
    /// is whole again.
    pub async fn open(&mut self, typed: JsString) -> Object {
        let reply = match passphrase_of(&typed) {
            Ok(passphrase) => self.opened(&passphrase).await,
            Err(fault) => Err(fault),
        };
        reply.unwrap_or_else(fault_of)
    }

    async fn opened(&mut self, passphrase: &Passphrase) -> Result<Object, &'static str> {
        let found = stored::open(&mut self.place, Format::DEFAULT, passphrase, &mut random).await;
        if let Err(StoredError::Missing) = found {
            // As long as a wrong passphrase takes, so that the time does not say whether anything is kept.
            vault::volume::open(
                Format::DEFAULT,
                &vec![0; Format::DEFAULT.file_length()],
                passphrase,
            )
            .ok();
        }
        let found = found.map_err(name_of)?;
        let opened = found.opened;
        let reply = object(&[("snapshot", Some(&opened.snapshot))]);
        set(&reply, "percent", &opened.percent.into());
        let damage = match opened.damage.last_save {
            LastSave::Lost => "lost",
            LastSave::Unknown => "unknown",
            LastSave::Present if opened.damage.is_any() => "repaired",
            LastSave::Present => "",
        };
        set(&reply, "damage", &damage.into());
        self.volume = Some(opened.volume);
        Ok(reply)
    }

    /// Saves a snapshot into the open volume: `{percent}`, after it was written, read back and opened. `erase`: so that
    /// nothing of the snapshot before is left.
    pub async fn save(&mut self, snapshot: Vec<u8>, erase: bool) -> Object {
        let Some(volume) = &mut self.volume else {
            return fault_of("locked");
        };
        // As `stored::erase` does, which with a save beside it would be compiled three times.
        let mut saved = Ok(0);
        for _ in 0..=usize::from(erase) {
            saved = stored::save(&mut self.place, volume, &snapshot, &mut random).await;
            if saved.is_err() {
                break;
            }
        }
        match saved {
            Ok(percent) => {
                let reply = Object::new();
                set(&reply, "percent", &percent.into());
                reply
            }
            // Another page removed the file.
            Err(StoredError::Missing) => fault_of("changed"),
            Err(error) => fault_of(name_of(error)),
        }
    }

    /// Removes the open volume from the file: its key first. What else is in the file stays.
    pub async fn forget(&mut self) -> Object {
        let Some(volume) = &self.volume else {
            return fault_of("locked");
        };
        match stored::remove(&mut self.place, volume, &mut random).await {
            Ok(()) => {
                self.volume = None;
                Object::new()
            }
            Err(error) => fault_of(name_of(error)),
        }
    }
}

/// Makes a passphrase: `{passphrase}`.
#[wasm_bindgen]
#[must_use]
pub fn suggest_passphrase() -> Object {
    match passphrase::ready_made(&mut random) {
        Ok(words) => {
            let reply = Object::new();
            set(&reply, "passphrase", &words.as_str().into());
            reply
        }
        Err(RandomError) => fault_of("random"),
    }
}

/// Judges a passphrase that a person chose: `{}`, or the fault that says why it is weak.
#[wasm_bindgen]
#[must_use]
pub fn check_passphrase(typed: JsString) -> Object {
    match passphrase::check(&normalised(&typed)) {
        Ok(()) => Object::new(),
        Err(weakness) => fault_of(weakness.as_str()),
    }
}

fn normalised(typed: &JsString) -> zeroize::Zeroizing<String> {
    let typed = zeroize::Zeroizing::new(String::from(typed.normalize("NFC")));
    passphrase::normalise(&typed)
}

fn passphrase_of(typed: &JsString) -> Result<Passphrase, &'static str> {
    Passphrase::new(normalised(typed).as_bytes().to_vec()).map_err(|_| "wrong")
}

fn random(bytes: &mut [u8]) -> Result<(), RandomError> {
    fill_randomly(bytes).map(drop).map_err(|_| RandomError)
}

fn fault_of(fault: &str) -> Object {
    let reply = Object::new();
    set(&reply, "fault", &fault.into());
    reply
}

/// The name of an error in the worker's messages. A missing file and a wrong passphrase have one name: which of them it
/// is would say whether anything is kept.
fn name_of(error: StoredError<PlaceError>) -> &'static str {
    match error {
        StoredError::Missing | StoredError::Volume(VolumeError::Wrong) => "wrong",
        StoredError::Store(PlaceError { is_full: true }) => "full",
        StoredError::Exists => "exists",
        StoredError::Volume(error) => match error {
            VolumeError::Damaged => "damaged",
            VolumeError::Full { .. } => "too-long",
            VolumeError::Changed => "changed",
            VolumeError::NoMemory => "memory",
            VolumeError::Random => "random",
            _ => "failed",
        },
        _ => "failed",
    }
}
