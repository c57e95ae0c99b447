//! Who runs this site, and how to report a mistake.

use leptos::prelude::*;

use crate::ui::PageContext;
use domain::site::OwnerContact;

/// The owner from the site's configuration, or a note that none is named.
#[component]
pub fn Owner() -> impl IntoView {
    let PageContext { edition, site, .. } = PageContext::get();
    let text = &edition.text;
    let words = text.owner.clone();
    let Some(owner) = &site.owner else {
        return view! {
            <section class="guide flow" data-owner>
                <h3 class="guide__title">{words.title}</h3>
                <p>{words.unnamed}</p>
                <p>{words.not_reviewed}</p>
            </section>
        }
        .into_any();
    };
    let contact = match &owner.contact {
        OwnerContact::Email(address) => {
            let href = address.mailto_uri();
            view! { <a href=href>{address.as_str().to_owned()}</a> }.into_any()
        }
        OwnerContact::Page(address) => view! {
            <a href=address.as_str().to_owned() target="_blank" rel="noopener noreferrer">
                {address.host().to_owned()}
            </a>
        }
        .into_any(),
    };
    let review = match &owner.review {
        Some(review) => (words.reviewed)
            .replace("{who}", &review.by)
            .replace("{date}", &text.date(review.on)),
        None => words.not_reviewed,
    };
    view! {
        <section class="guide flow" data-owner>
            <h3 class="guide__title">{words.title}</h3>
            <p>{words.named.replace("{name}", &owner.name)}</p>
            <p>{words.mistake} " " {contact}</p>
            <p>{review}</p>
        </section>
    }
    .into_any()
}
