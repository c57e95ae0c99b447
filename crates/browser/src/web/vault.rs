//! What is kept on the phone: the worker that opens it and saves it (docs/keys.md).

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `vault` of `scripts/vault/client.js`.
    #[derive(Clone)]
    pub type Client;
    #[wasm_bindgen(method, catch)]
    async fn ask(this: &Client, request: &Object) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, js_name = lock)]
    fn end(this: &Client);
    #[wasm_bindgen(method)]
    async fn obstacle(this: &Client) -> JsValue;
}

/// The worker of what is kept.
#[derive(Clone)]
pub struct Vault(Client);

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

/// What was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlocked {
    /// The snapshot that was saved last.
    pub snapshot: Vec<u8>,
    /// What was damaged: nothing (empty), `repaired`, `lost` (the last save) or `unknown` (perhaps the last save).
    pub damage: String,
}

/// The name of a fault, from docs/keys.md.
pub type Fault = String;

impl Vault {
    /// The worker behind a client.
    #[must_use]
    pub fn new(client: Client) -> Self {
        Self(client)
    }

    /// Why nothing can be kept here: `unable`, `framed`, `tab` or `host`. Empty if it can.
    pub async fn obstacle(&self) -> String {
        let obstacle = self.0.obstacle().await;
        obstacle.as_string().unwrap_or_default()
    }

    /// Makes a passphrase.
    ///
    /// # Errors
    ///
    /// The name of the fault.
    pub async fn suggest(&self) -> Result<String, Fault> {
        let reply = self.ask("passphrase", &[]).await?;
        let passphrase = Reflect::get(&reply, &"passphrase".into()).ok();
        Ok(passphrase
            .and_then(|words| words.as_string())
            .unwrap_or_default())
    }

    /// Judges a passphrase.
    ///
    /// # Errors
    ///
    /// Why it is weak.
    pub async fn judge(&self, passphrase: &str) -> Result<(), Fault> {
        let request = [("passphrase", passphrase.into())];
        self.ask("judge", &request).await.map(drop)
    }

    /// Keeps a snapshot under a passphrase, and leaves it open. Nothing is overwritten.
    ///
    /// # Errors
    ///
    /// The name of the fault, `exists` if something is kept already.
    pub async fn create(&self, passphrase: &str, snapshot: &[u8]) -> Result<(), Fault> {
        let snapshot = Uint8Array::from(snapshot).into();
        let request = [("passphrase", passphrase.into()), ("snapshot", snapshot)];
        self.ask("create", &request).await.map(drop)
    }

    /// Opens what a passphrase opens.
    ///
    /// # Errors
    ///
    /// The name of the fault: `wrong` also if nothing is kept.
    pub async fn unlock(&self, passphrase: &str) -> Result<Unlocked, Fault> {
        let reply = self
            .ask("unlock", &[("passphrase", passphrase.into())])
            .await?;
        let get = |name: &str| Reflect::get(&reply, &name.into()).unwrap_or_default();
        Ok(Unlocked {
            snapshot: Uint8Array::new(&get("snapshot")).to_vec(),
            damage: get("damage").as_string().unwrap_or_default(),
        })
    }

    /// Saves a snapshot. Returns how full its place is, in per cent, after it was read back. `erase`: so that nothing of
    /// the one before is left.
    ///
    /// # Errors
    ///
    /// The name of the fault.
    pub async fn save(&self, snapshot: &[u8], erase: bool) -> Result<u32, Fault> {
        let snapshot = Uint8Array::from(snapshot).into();
        let request = [("snapshot", snapshot), ("erase", erase.into())];
        let reply = self.ask("save", &request).await?;
        let percent = Reflect::get(&reply, &"percent".into()).ok();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a percentage"
        )]
        let percent = percent
            .and_then(|percent| percent.as_f64())
            .unwrap_or_default() as u32;
        Ok(percent)
    }

    /// Removes what is open, and only that.
    ///
    /// # Errors
    ///
    /// The name of the fault.
    pub async fn forget(&self) -> Result<(), Fault> {
        self.ask("forget", &[]).await.map(drop)
    }

    /// Removes the file with everything that is kept, without opening it.
    ///
    /// # Errors
    ///
    /// The name of the fault.
    pub async fn remove_file(&self) -> Result<(), Fault> {
        self.ask("remove-file", &[]).await.map(drop)
    }

    /// Ends the worker, with the key.
    pub fn lock(&self) {
        self.0.end();
    }

    async fn ask(&self, ask: &str, members: &[(&str, JsValue)]) -> Result<JsValue, Fault> {
        let request = Object::new();
        Reflect::set(&request, &"ask".into(), &ask.into()).ok();
        for (name, value) in members {
            // Setting a property on a new plain object cannot fail.
            Reflect::set(&request, &(*name).into(), value).ok();
        }
        let reply = self.0.ask(&request).await;
        reply.map_err(|fault| fault.as_string().unwrap_or_default())
    }
}
