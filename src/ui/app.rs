//! The whole body of the page, in the order in which it is read: the exit, the cover, the parts.

use std::sync::Arc;

use leptos::prelude::*;

use crate::content::Edition;
use crate::domain::site::Site;
use crate::domain::view::View;
use crate::ui::cover::Cover;
use crate::ui::exit::Exit;
use crate::ui::islands::Navigation;
use crate::ui::views::{EnhancementNotice, StartView, ViewSection, island_props};

/// What every component of the page may read while it is rendered.
#[derive(Debug, Clone)]
pub struct PageContext {
    /// The words and the services.
    pub edition: Arc<Edition>,
    /// The charity's choices.
    pub site: Arc<Site>,
    /// The day of the build. A phone that believes in an earlier day is not told what is open.
    pub built: jiff::civil::Date,
    /// Whether it is a copy that is kept on a phone: the exit leads to the tool then.
    pub kept: bool,
}

impl PageContext {
    /// The context that [`App`] provides.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }
}

/// The body of the page.
#[component]
pub fn App(
    /// The words, the services and the charity's choices.
    context: PageContext,
) -> impl IntoView {
    provide_context(context.clone());
    let props = island_props();
    provide_context(props.clone());
    let props = props.all().map(|(name, lines)| {
        view! { <span hidden data-for=name data-given=lines.to_owned()></span> }
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
