//! What the browser stores for this page, as the browser itself reports it: evidence that does not rest on our word.

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, PerformanceEntry, ServiceWorkerRegistration, Storage, Window};

use super::{elements, root};

/// Names of the stored items, or `None` where the browser does not report them.
type Report = Option<Vec<String>>;

/// Fills the items of the list after a button, in the order of `Block::STORAGE_ITEMS`.
pub(super) fn render(button: &Element) {
    let list = button
        .closest("p")
        .ok()
        .flatten()
        .and_then(|line| line.next_element_sibling());
    let (Some(list), Some(window)) = (list, web_sys::window()) else {
        return;
    };
    list.set_attribute("role", "status").ok();
    spawn_local(async move {
        let reports = collect(&window).await;
        for (point, reports) in elements(&list, "li").iter().zip(reports) {
            let answer = match reports {
                Some(names) if names.is_empty() => "0".to_owned(),
                Some(names) => format!("{}: {}", names.len(), names.join(", ")),
                None => "?".to_owned(),
            };
            let place = point.query_selector("b").ok().flatten().or_else(|| {
                let place = point.owner_document()?.create_element("b").ok()?;
                point.append_with_node_1(&place).ok()?;
                Some(place)
            });
            if let Some(place) = place {
                place.set_text_content(Some(&format!(" {answer}")));
            }
        }
    });
}

/// Collects every report that a page can request. The parts of an offline copy are reported in the copy only: the host's
/// page does not tell that there is one.
async fn collect(window: &Window) -> [Report; 8] {
    let (own, others) = requests(window);
    let in_copy = root().is_some_and(|root| root.has_attribute("data-kept"));
    let scope = format!("{}/", window.location().origin().unwrap_or_default());
    let is_copy_s = |name: &str| name == "own" || name.starts_with("files-") || name == scope;
    let without_copy = |report: Report| {
        let names = report?.into_iter();
        Some(names.filter(|name| in_copy || !is_copy_s(name)).collect())
    };
    [
        cookies(window),
        window.local_storage().ok().flatten().map(names_in),
        window.session_storage().ok().flatten().map(names_in),
        databases(window).await,
        without_copy(caches(window).await),
        without_copy(workers(window).await),
        Some(own),
        Some(others),
    ]
}

/// Reads the names of the cookies through `Reflect`: the binding that could write them is not compiled in.
fn cookies(window: &Window) -> Report {
    let all = Reflect::get(window.document()?.as_ref(), &"cookie".into()).ok()?;
    let all = all.as_string()?;
    let names = all.split(';').filter_map(|one| one.split('=').next());
    Some(
        names
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect(),
    )
}

fn names_in(storage: Storage) -> Vec<String> {
    let count = storage.length().unwrap_or(0);
    (0..count)
        .filter_map(|index| storage.key(index).ok().flatten())
        .collect()
}

async fn databases(window: &Window) -> Report {
    let factory = window.indexed_db().ok().flatten()?;
    // Older browsers lack `indexedDB.databases()`.
    let ask: js_sys::Function = Reflect::get(&factory, &"databases".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let asked = ask.call0(&factory).ok()?.dyn_into::<Promise>().ok()?;
    let all = list(asked).await?;
    Some(
        all.iter()
            .filter_map(|database| Reflect::get(&database, &"name".into()).ok()?.as_string())
            .collect(),
    )
}

async fn caches(window: &Window) -> Report {
    let caches = window
        .caches()
        .ok()
        .filter(|caches| !caches.is_undefined())?;
    let all = list(caches.keys().unchecked_into()).await?;
    Some(all.iter().filter_map(|name| name.as_string()).collect())
}

async fn workers(window: &Window) -> Report {
    let container = window.navigator().service_worker();
    if container.is_undefined() {
        return None;
    }
    let all = list(container.get_registrations().unchecked_into()).await?;
    let scope = |worker: JsValue| worker.dyn_into::<ServiceWorkerRegistration>().ok();
    Some(
        all.iter()
            .filter_map(scope)
            .map(|one| one.scope())
            .collect(),
    )
}

async fn list(asked: Promise) -> Option<Array> {
    JsFuture::from(asked).await.ok()?.dyn_into().ok()
}

/// Returns the files requested from this origin and the URLs requested from others.
fn requests(window: &Window) -> (Vec<String>, Vec<String>) {
    let origin = window.location().origin().unwrap_or_default();
    let entries = window
        .performance()
        .map(|performance| performance.get_entries_by_type("resource"))
        .unwrap_or_default();
    let addresses = entries
        .iter()
        .filter_map(|entry| Some(entry.dyn_into::<PerformanceEntry>().ok()?.name()));
    let (own, others): (Vec<String>, Vec<String>) =
        addresses.partition(|address| address.starts_with(&origin));
    let file = |address: String| address.rsplit('/').next().unwrap_or_default().to_owned();
    (own.into_iter().map(file).collect(), others)
}
