//! The page around an island: cards of the fixture, and what a person sees and does.

use std::ops::Deref;

use domain::props::Props as _;
use leptos::mount::mount_to;
use sidedoor::islands::{DirectoryProps, Finder};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement};

use crate::fixture;

/// Longer than the debounce of the live region (700 ms).
const UNTIL_ANNOUNCED_MS: i32 = 800;

/// A page with a mounted finder. Its elements are removed when it is dropped; the island stays, as in a page it does,
/// because its timers outlast a test.
pub(crate) struct Page {
    document: Document,
    /// Everything of the page: the body has the test runner's report as well.
    root: Element,
}

/// A page with this content, in place of that of an earlier test.
pub(crate) fn page_of(html: &str) -> Page {
    let document = web_sys::window().unwrap().document().unwrap();
    // A test that failed has not dropped its page.
    if let Some(left) = document.get_element_by_id("page") {
        left.remove();
    }
    let root = document.create_element("div").unwrap();
    root.set_id("page");
    root.set_inner_html(html);
    document.body().unwrap().append_child(&root).unwrap();
    Page { document, root }
}

/// Mounts the finder with these props beside the cards of the fixture, and waits until it is ready.
pub(crate) async fn mount(props: &DirectoryProps) -> Page {
    let page = page_of(&fixture::html(props));
    let finder = page.query_selector("[data-for=finder]").unwrap();
    let finder = finder.unwrap().dyn_into::<HtmlElement>().unwrap();
    finder
        .set_attribute("data-props", &props.to_lines())
        .unwrap();
    mount_to(finder, Finder).forget();
    page.until("the finder is ready", |page| {
        !page
            .element("[data-question='0']")
            .has_attribute("disabled")
    })
    .await;
    page
}

impl Deref for Page {
    type Target = Document;

    fn deref(&self) -> &Document {
        &self.document
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.root.remove();
    }
}

impl Page {
    /// The first element that matches.
    pub(crate) fn element(&self, selector: &str) -> Element {
        let found = self.query_selector(selector).unwrap();
        assert!(found.is_some(), "there is no {selector}");
        found.unwrap()
    }

    /// The texts of the visible elements that match.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        let all = self.query_selector_all(selector).unwrap();
        let all = (0..all.length()).map(|index| all.get(index).unwrap());
        all.map(|node| node.dyn_into::<HtmlElement>().unwrap())
            .filter(|element| element.get_client_rects().length() > 0)
            .map(|element| element.text_content().unwrap().trim().to_owned())
            .collect()
    }

    /// Whether an element is rendered.
    pub(crate) fn is_visible(&self, selector: &str) -> bool {
        self.element(selector).get_client_rects().length() > 0
    }

    /// Whether the element that has the focus matches.
    pub(crate) fn has_focus(&self, selector: &str) -> bool {
        let focused = self.active_element().unwrap();
        focused.matches(selector).unwrap()
    }

    /// Clicks an element, and waits until the island has followed.
    pub(crate) async fn click(&self, selector: &str) {
        let element = self.element(selector);
        element.dyn_into::<HtmlElement>().unwrap().click();
        next_frame().await;
    }

    /// Clicks the visible button with this text, and waits until the island has followed.
    pub(crate) async fn press(&self, words: &str) {
        let all = self.query_selector_all("button").unwrap();
        let all = (0..all.length()).map(|index| all.get(index).unwrap());
        let mut all = all.map(|node| node.dyn_into::<HtmlElement>().unwrap());
        let button = all.find(|button| {
            button.get_client_rects().length() > 0 && button.text_content().unwrap().trim() == words
        });
        assert!(button.is_some(), "there is no button “{words}”");
        let button = button.unwrap();
        button.focus().unwrap();
        button.click();
        next_frame().await;
    }

    /// Replaces the text of a field, as an input event does.
    pub(crate) fn type_into(&self, selector: &str, text: &str) {
        let field = self.element(selector);
        // A text area has these properties too.
        let field = field.unchecked_into::<HtmlInputElement>();
        field.focus().unwrap();
        field.set_value(text);
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        let event = Event::new_with_event_init_dict("input", &init).unwrap();
        field.dispatch_event(&event).unwrap();
    }

    /// The text of a field.
    pub(crate) fn value(&self, selector: &str) -> String {
        let field = self.element(selector);
        field.unchecked_into::<HtmlInputElement>().value()
    }

    /// The message in the live region, once its debounce is over.
    pub(crate) async fn announced(&self) -> String {
        wait(UNTIL_ANNOUNCED_MS).await;
        self.element(".finder__status").text_content().unwrap()
    }

    /// Asserts that the cards are where the build put them.
    pub(crate) fn no_card_moved(&self) {
        let cards = self.query_selector_all("#cards > .service").unwrap();
        let ids = (0..cards.length()).map(|index| {
            let card = cards.get(index).unwrap().dyn_into::<Element>().unwrap();
            card.id()
        });
        let right = (0..cards.length()).map(|index| format!("s{index}"));
        assert!(ids.eq(right), "a card moved");
    }

    /// Waits until a condition holds.
    pub(crate) async fn until(&self, what: &str, is_so: impl Fn(&Self) -> bool) {
        for _ in 0..100 {
            if is_so(self) {
                return;
            }
            wait(20).await;
        }
        let text = self.root.text_content().unwrap();
        assert!(is_so(self), "timed out waiting until {what}: {text}");
    }
}

/// Waits for so many milliseconds.
pub(crate) async fn wait(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window().unwrap();
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// Waits until the next frame begins, before it is drawn.
async fn next_frame() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window().unwrap();
        window.request_animation_frame(&resolve).unwrap();
    });
    let _time: JsValue = JsFuture::from(promise).await.unwrap();
}
