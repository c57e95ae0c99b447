//! Sheets to print and fill in by hand. They name no service, person or subject.

use leptos::prelude::*;

use crate::ui::PageContext;
use domain::guide::Sheet;

/// How many small pages are on a sheet that folds twice.
const SMALL_ONES: usize = 4;

/// A sheet, and the button that prints only this sheet.
#[component]
pub fn SheetView(
    /// The sheet to render.
    sheet: Sheet,
    /// Label of the print button.
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

/// Renders the labels, each above blank space for writing.
fn rows(labels: Vec<String>) -> impl IntoView {
    labels
        .into_iter()
        .map(|label| view! { <p class="sheet__row">{label}</p> })
        .collect_view()
}
