//! The root component: the exit, the cover and the views, in reading order.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::cover::Cover;
use crate::ui::exit::Exit;
use crate::ui::views::{EnhancementNotice, StartView, ViewSection, island_props};
use content::Edition;
use domain::site::Site;
use domain::view::View;
use sidedoor::islands::Navigation;

/// Context of every component while the page is prerendered.
#[derive(Debug, Clone)]
pub struct PageContext {
    /// The content of one language: text and services.
    pub edition: Arc<Edition>,
    /// The charity's configuration.
    pub site: Arc<Site>,
    /// Date of the build. A phone whose clock shows an earlier date gets no opening status.
    pub built: jiff::civil::Date,
    /// Whether this is the offline copy: its exit leads to the decoy.
    pub kept: bool,
}

impl PageContext {
    /// Returns the context that [`App`] provides.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }
}

/// The body of the page.
#[component]
pub fn App(
    /// Content and configuration.
    context: PageContext,
) -> impl IntoView {
    provide_context(context.clone());
    let props = island_props();
    provide_context(props.clone());
    let props = props.all().map(|(name, lines)| {
        view! { <span hidden data-for=name data-props=lines.to_owned()></span> }
    });
    let others = View::ALL.into_iter().filter(|view| *view != View::Start);
    view! {
        <Exit />
        <Cover />
        <div class="page">
            <header><h1 class="site">{context.site.title.as_str().to_owned()}</h1></header>
            <Navigation />
            <main class="main">
                <StartView />
                {others.map(|view| view! { <ViewSection view /> }).collect_view()}
                <EnhancementNotice />
            </main>
            {props.collect_view()}
        </div>
    }
}
