//! Pages to print and to fill in by hand. They name nobody and nothing.

use leptos::prelude::*;

use crate::domain::guide::Sheet;
use crate::ui::PageContext;

/// How many small pages stand on a sheet, so that it can be folded twice.
const SMALL_ONES: usize = 4;

/// The page, and the button that prints it alone.
#[component]
pub fn SheetView(
    /// Which one.
    sheet: Sheet,
    /// What the button says.
    words: String,
) -> impl IntoView {
    let text = PageContext::get().edition.text.sheet.clone();
    let page = match sheet {
        Sheet::DiaryPage => view! { <div class="sheet">{rows(text.page)}</div> }.into_any(),
        Sheet::DiarySmall => {
            let small = (0..SMALL_ONES)
                .map(|_| view! { <div class="sheet">{rows(text.small.clone())}</div> })
                .collect_view();
            view! { <div class="sheets">{small}</div> }.into_any()
        }
    };
    view! {
        <div class="paper" data-printable>
            <div class="needs-script">
                <button type="button" class="button" data-print disabled>{words}</button>
            </div>
            {page}
        </div>
    }
}

/// The labels, each above room to write.
fn rows(labels: Vec<String>) -> impl IntoView {
    labels
        .into_iter()
        .map(|label| view! { <p class="sheet__row">{label}</p> })
        .collect_view()
}
