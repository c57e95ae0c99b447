//! Persistence of the settings in the browser's local storage.
//!
//! Nothing is written until the person asks for it. The storage key reveals nothing about the page.

use gloo_storage::{LocalStorage, Storage as _};

use super::{document, root};
use domain::preferences::Preferences;
use domain::storage_keys::PREFERENCES as KEY;

/// Loads the saved preferences. `None` if there are none or they do not parse.
///
/// A value that does not parse is not deleted: it may belong to a newer version.
#[must_use]
pub fn load() -> Option<Preferences> {
    let kept = is_allowed().then(|| LocalStorage::raw().get_item(KEY).ok());
    Preferences::read(&kept.flatten().flatten()?)
}

/// Saves the preferences. `false` if the browser refuses, as some do in private windows.
#[must_use]
pub fn save(preferences: Preferences) -> bool {
    is_allowed()
        && LocalStorage::raw()
            .set_item(KEY, &preferences.text())
            .is_ok()
}

/// Deletes the saved preferences.
pub fn clear() {
    if is_allowed() {
        LocalStorage::delete(KEY);
    }
}

/// Whether local storage is available. Where it is blocked, accessing it throws, which `gloo_storage` would
/// turn into a panic.
fn is_allowed() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

/// Applies the preferences to this page as `data-` attributes, which the style sheet and the exit's script read.
pub fn apply(preferences: Preferences) {
    let Some(root) = root() else { return };
    let Preferences {
        letters,
        way,
        back,
        keys,
    } = preferences;
    let choices = [
        ("data-letters", letters.as_str()),
        ("data-way", &way.0.to_string()),
        ("data-back", back.as_str()),
        ("data-keys", keys.as_str()),
    ];
    let pressed = document().and_then(|document| {
        document
            .query_selector("[name=size]:checked")
            .ok()
            .flatten()
    });
    let top = || {
        pressed
            .as_ref()
            .map(|it| it.get_bounding_client_rect().top())
    };
    let before = top();
    for (name, choice) in choices {
        // If setting an attribute fails, the old value stays.
        root.set_attribute(name, choice).ok();
    }
    // Larger text pushes content down: scroll so that the pressed control stays under the finger.
    if let (Some(window), Some(before), Some(after)) = (web_sys::window(), before, top()) {
        window.scroll_by_with_x_and_y(0.0, after - before);
    }
}
