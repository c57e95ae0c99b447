//! The worker's requests and replies as plain JavaScript objects. `vault::store` defines what they mean.

use js_sys::{Array, JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use vault::crypto::cipher::{KdfInput, Tag, argon2id, gcm_open, gcm_seal};
use vault::crypto::{KdfParams, Key, Nonce, Passcode};
use vault::store::{File, RandomError, Reply, Request, WorkerError};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues, catch)]
    pub(crate) fn fill_randomly(bytes: &mut [u8]) -> Result<JsValue, JsValue>;

    /// A request.
    type Asked;
    #[wasm_bindgen(method, getter)]
    fn ask(this: &Asked) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn code(this: &Asked) -> Option<JsString>;
    #[wasm_bindgen(method, getter)]
    fn lock(this: &Asked) -> Option<Uint8Array>;
    #[wasm_bindgen(method, getter)]
    fn files(this: &Asked) -> Option<Array>;

    /// A file to pack.
    type AskedFile;
    #[wasm_bindgen(method, getter)]
    fn path(this: &AskedFile) -> String;
    #[wasm_bindgen(method, getter, js_name = type)]
    fn kind(this: &AskedFile) -> String;
    #[wasm_bindgen(method, getter)]
    fn headers(this: &AskedFile) -> Array;
    #[wasm_bindgen(method, getter)]
    fn bytes(this: &AskedFile) -> Uint8Array;
}

/// Handles a request and returns the reply:
///
/// - `{ask: 'suggest'}`, `{ask: 'check', code}`: `{code}`
/// - `{ask: 'pack', files: [{path, type, headers: [[name, value]], bytes}]}`: `{pack}`
/// - `{ask: 'lock', code}`: `{key, lock}`
/// - `{ask: 'open', code, lock}`: `{key, lock?}`, with a lock that takes the place of a cheaper one
///
/// or, on failure, `{fault}` from [`WorkerError::as_str`]. Keys, locks and bytes are `Uint8Array`s. Only the worker's
/// script calls it, and does not send the key's bytes on.
#[wasm_bindgen]
#[must_use]
pub fn answer(asked: JsValue) -> Object {
    let random = &mut |bytes: &mut [u8]| fill_randomly(bytes).map(drop).map_err(|_| RandomError);
    let reply = read(asked.unchecked_ref())
        .and_then(|request| vault::store::answer(request, KdfParams::DEFAULT, random));
    match reply {
        Ok(Reply::Code(code)) => {
            let reply = Object::new();
            set(&reply, "code", &code.into());
            reply
        }
        Ok(Reply::Packed(pack)) => object(&[("pack", Some(&pack))]),
        Ok(Reply::Opened { key, lock }) => {
            object(&[("key", Some(key.bytes())), ("lock", lock.as_deref())])
        }
        Err(fault) => {
            let reply = Object::new();
            set(&reply, "fault", &fault.as_str().into());
            reply
        }
    }
}

fn read(asked: &Asked) -> Result<Request, WorkerError> {
    match asked.ask().as_deref() {
        Some("suggest") => Ok(Request::Suggest),
        Some("check") => Ok(Request::Check {
            code: asked.code().ok_or(WorkerError::NeedsCode)?.into(),
        }),
        Some("pack") => Ok(Request::Pack {
            files: asked
                .files()
                .ok_or(WorkerError::InvalidRequest)?
                .iter()
                .map(|file| file_of(file.unchecked_ref()))
                .collect(),
        }),
        Some("lock") => Ok(Request::Lock {
            code: code_of(asked.code())?,
        }),
        Some("open") => Ok(Request::Open {
            code: code_of(asked.code())?,
            lock: asked.lock().ok_or(WorkerError::InvalidRequest)?.to_vec(),
        }),
        _ => Err(WorkerError::InvalidRequest),
    }
}

/// Reads a passcode, normalised to NFC.
///
/// # Errors
///
/// [`WorkerError::NeedsCode`] if it is absent or not valid.
fn code_of(typed: Option<JsString>) -> Result<Passcode, WorkerError> {
    let typed = typed.ok_or(WorkerError::NeedsCode)?;
    let typed = String::from(typed.normalize("NFC"));
    Passcode::new(typed.into_bytes()).map_err(|_| WorkerError::NeedsCode)
}

fn file_of(file: &AskedFile) -> File {
    let header = |pair: JsValue| {
        let pair: Array = pair.unchecked_into();
        let text = |place| pair.get(place).as_string().unwrap_or_default();
        (text(0), text(1))
    };
    File {
        path: file.path(),
        kind: file.kind(),
        headers: file.headers().iter().map(header).collect(),
        bytes: file.bytes().to_vec(),
    }
}

pub(crate) fn object(entries: &[(&str, Option<&[u8]>)]) -> Object {
    let object = Object::new();
    for (name, bytes) in entries {
        if let Some(bytes) = bytes {
            set(&object, name, &Uint8Array::from(*bytes));
        }
    }
    object
}

pub(crate) fn set(object: &Object, name: &str, value: &JsValue) {
    // Setting a property on a new plain object cannot fail.
    Reflect::set(object, &name.into(), value).ok();
}

/// Runs raw Argon2id, to test the shipped WASM against published test vectors. `None` if the parameters are
/// invalid.
#[wasm_bindgen]
#[must_use]
pub fn vector_of_argon2id(
    code: &[u8],
    salt: &[u8],
    secret: &[u8],
    data: &[u8],
    cost: &[u32],
) -> Option<Vec<u8>> {
    let source = KdfInput {
        code,
        salt,
        secret,
        data,
    };
    let key = argon2id(source, cost.try_into().ok()?).ok()?;
    Some(key.bytes().to_vec())
}

/// Seals with raw AES-256-GCM, for test vectors too: ciphertext followed by tag. `None` if an argument is invalid.
#[wasm_bindgen]
#[must_use]
pub fn vector_of_sealing(key: &[u8], nonce: &[u8], data: &[u8], text: &[u8]) -> Option<Vec<u8>> {
    let (key, nonce): (_, Nonce) = (Key::new(key.try_into().ok()?), nonce.try_into().ok()?);
    let mut text = text.to_vec();
    let tag = gcm_seal(&key, &nonce, data, &mut text).ok()?;
    text.extend(tag);
    Some(text)
}

/// Opens with raw AES-256-GCM. `None` if the tag does not verify or an argument is invalid.
#[wasm_bindgen]
#[must_use]
pub fn vector_of_opening(key: &[u8], nonce: &[u8], data: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (key, nonce): (_, Nonce) = (Key::new(key.try_into().ok()?), nonce.try_into().ok()?);
    let (text, tag) = sealed.split_last_chunk::<{ size_of::<Tag>() }>()?;
    let mut text = text.to_vec();
    gcm_open(&key, &nonce, data, &mut text, tag).ok()?;
    Some(text)
}
