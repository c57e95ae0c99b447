//! Shows one view of the page at a time.
//!
//! The views are prerendered `details`. This module changes their attributes and never their text. Hidden views
//! are `hidden="until-found"`, so that the browser's own search still finds them; a browser that does not
//! support that value hides them entirely.

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use web_sys::{
    Document, Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, ScrollToOptions,
};

use super::scheduler::{after_next_paint, run_in_batches};
use super::{document, elements, guides, listen, root, select_all, services, speech};
use domain::view::View;

/// How a person navigated to a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// Chose it: the view is scrolled to its top and its title has the focus.
    Chosen,
    /// Went back: the start restores its scroll position, and the summary of the previous view has the focus.
    Returned,
    /// Found it by a fragment or the browser's own search: its text is in the viewport, or the browser is about to
    /// scroll to it. What is being read must not move.
    Found,
}

/// Attribute of an element that is laid out wherever it is.
const LAID_OUT: &str = "data-laid-out";

thread_local! {
    /// Scroll position of the start when it was left, in CSS pixels.
    static START_SCROLL: Cell<f64> = const { Cell::new(0.0) };
}

/// Shows `view` in place of `from`.
pub fn show(view: View, from: View, arrival: Arrival) {
    let Some(window) = web_sys::window() else {
        return;
    };
    speech::stop();
    if from == View::Start {
        START_SCROLL.set(window.scroll_y().unwrap_or(0.0));
    }
    // Measuring a position forces a layout, so measure only where it is needed.
    let reading = part(view)
        .filter(|_| arrival == Arrival::Found)
        .and_then(|part| {
            part.query_selector(".guide, .services, .block")
                .ok()
                .flatten()
        });
    let top_before = reading
        .as_ref()
        .map(|words| words.get_bounding_client_rect().top());

    for other in View::ALL {
        let Some(element) = part(other) else { continue };
        let shown = other == view || (view == View::Start);
        if shown {
            element.remove_attribute("hidden").ok();
        } else {
            element.set_attribute("hidden", "until-found").ok();
        }
        if other != View::Start {
            set_open(&element, other == view);
        }
    }
    if let Some(root) = root() {
        root.set_attribute("data-at", &view.code().to_string()).ok();
    }

    match arrival {
        Arrival::Returned => {
            scroll_to(START_SCROLL.get());
            let line = part(from).and_then(|left| left.query_selector("summary").ok().flatten());
            focus(line.clone());
            if let Some(line) = line {
                let nearest = ScrollIntoViewOptions::new();
                nearest.set_block(ScrollLogicalPosition::Nearest);
                nearest.set_behavior(web_sys::ScrollBehavior::Instant);
                line.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
        }
        Arrival::Chosen => {
            scroll_to(0.0);
            focus(part(view).and_then(|part| part.query_selector(".view__title").ok().flatten()));
        }
        Arrival::Found => {
            let top_after = reading
                .as_ref()
                .map(|words| words.get_bounding_client_rect().top());
            if let (Some(before), Some(after)) = (top_before, top_after) {
                scroll_to(window.scroll_y().unwrap_or(0.0) + after - before);
            }
        }
    }
}

/// Attaches the event listeners that open a view; each calls `go` with it.
pub fn attach_handlers(go: impl Fn(View, Arrival) + Clone + 'static) {
    let Some(document) = document() else { return };
    upgrade_view_links();

    let chosen = go.clone();
    listen(&document, "click", move |event| {
        let Some(target) = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
        else {
            return;
        };
        if let Some(name) = target.closest("[data-to]").ok().flatten() {
            if let Some(view) = code_of(&name, "data-to") {
                chosen(view, Arrival::Chosen);
            }
            let place = name.get_attribute("data-open");
            if let Some(place) = place.and_then(|place| place.parse().ok()) {
                guides::open_guide(place);
            } else if name.has_attribute("data-search") {
                services::focus_search();
            }
            return;
        }
        let Some(summary) = target.closest(".view__summary").ok().flatten() else {
            return;
        };
        let Some(details) = summary.parent_element() else {
            return;
        };
        // A view that was opened in place closes in place: leave the default action.
        if !details.has_attribute("open")
            && let Some(view) = code_of(&details, "data-view")
        {
            event.prevent_default();
            chosen(view, Arrival::Chosen);
        }
    });

    render_opened(&document);

    // The browser's search opens what it finds: a hidden view (`beforematch`) or a closed one
    // (`toggle`, which also fires after every opening by this module and then changes nothing).
    for kind in ["beforematch", "toggle"] {
        let found = go.clone();
        listen(&document, kind, move |event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            let part = target.and_then(|target| target.closest("[data-view]").ok().flatten());
            let Some(part) =
                part.filter(|part| kind == "beforematch" || part.has_attribute("open"))
            else {
                return;
            };
            if let Some(view) = code_of(&part, "data-view") {
                found(view, Arrival::Found);
            }
        });
    }

    if let Some(view) = arrived_at()
        && !start_is_in_use()
    {
        go(view, Arrival::Found);
    }
}

/// Lays out each element as it is opened, and those that are open already.
fn render_opened(document: &Document) {
    for opened in select_all("details[open]") {
        lay_out(&opened);
    }
    listen(document, "toggle", |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(opened) = target.filter(|target| target.has_attribute("open")) {
            lay_out(&opened);
        }
    });
}

/// Lays out what the style sheet leaves to `content-visibility: auto` in an opened element, one a frame: a screen
/// reader does not reach it before. What is in a closed `details` waits until that is opened.
fn lay_out(opened: &Element) {
    let skipped = elements(opened, ".service, .view--part .flow > :nth-child(n+7)");
    let skipped = skipped.into_iter().filter(|element| {
        let around = element.parent_element();
        let closed = around.and_then(|it| it.closest("details:not([open])").ok().flatten());
        !element.has_attribute(LAID_OUT) && closed.is_none()
    });
    lay_out_next(skipped);
}

fn lay_out_next(mut skipped: impl Iterator<Item = Element> + 'static) {
    after_next_paint(move || {
        if let Some(element) = skipped.next() {
            element.set_attribute(LAID_OUT, "").ok();
            lay_out_next(skipped);
        }
    });
}

/// Whether the start is in the viewport or has the focus: then it is not replaced under a thumb, and the view
/// named by the fragment stays open in place.
fn start_is_in_use() -> bool {
    part(View::Start).is_some_and(|start| {
        let focused = document().and_then(|document| document.active_element());
        start.contains(focused.as_deref()) || start.get_bounding_client_rect().bottom() > 1.0
    })
}

/// Returns the view named by the URL's fragment, if it is the only one that is open in place.
fn arrived_at() -> Option<View> {
    let fragment = web_sys::window()?.location().hash().ok()?;
    let view = View::from_fragment(&fragment).filter(|view| *view != View::Start)?;
    let open = |view: &View| part(*view).is_some_and(|part| part.has_attribute("open"));
    let opened: Vec<View> = View::ALL.into_iter().filter(open).collect();
    (opened == [view]).then_some(view)
}

/// Reads the props of the island of this name. Empty if there are none.
#[must_use]
pub fn island_props(name: &str) -> String {
    let selector = format!("[data-for=\"{name}\"]");
    let element = document().and_then(|document| document.query_selector(&selector).ok().flatten());
    element
        .and_then(|element| element.get_attribute("data-props"))
        .unwrap_or_default()
}

fn part(view: View) -> Option<Element> {
    let selector = format!("[data-view=\"{}\"]", view.code());
    document()?.query_selector(&selector).ok().flatten()
}

fn code_of(element: &Element, attribute: &str) -> Option<View> {
    View::from_code(element.get_attribute(attribute)?.parse().ok()?)
}

fn set_open(details: &Element, open: bool) {
    if open {
        details.set_attribute("open", "").ok();
    } else {
        details.remove_attribute("open").ok();
    }
}

/// Replaces the names of views in running text with buttons that look the same, and enables the buttons that
/// open a view.
fn upgrade_view_links() {
    for button in select_all("button[data-to]") {
        button.remove_attribute("disabled").ok();
    }
    let names = select_all("b[data-to]");
    run_in_batches(
        names.len(),
        move |place| {
            names.get(place).and_then(|name| upgrade_view_link(name));
        },
        || {},
    );
}

/// Replaces the name of a view with a button.
fn upgrade_view_link(name: &Element) -> Option<()> {
    let button = document()?.create_element("button").ok()?;
    let code = name.get_attribute("data-to").unwrap_or_default();
    let attributes = [
        ("type", "button"),
        ("class", "view-name"),
        ("data-to", code.as_str()),
    ];
    for (attribute, value) in attributes {
        button.set_attribute(attribute, value).ok();
    }
    button.set_text_content(name.text_content().as_deref());
    name.replace_with_with_node_1(&button).ok()
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Without scrolling, which is done already. An element that is not focusable leaves the focus where it was.
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        element.focus_with_options(&options).ok();
    }
}

fn scroll_to(top: f64) {
    if let Some(window) = web_sys::window() {
        let options = ScrollToOptions::new();
        options.set_top(top);
        options.set_behavior(web_sys::ScrollBehavior::Instant);
        window.scroll_to_with_scroll_to_options(&options);
    }
}
