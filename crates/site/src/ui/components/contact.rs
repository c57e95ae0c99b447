//! One contact of a service.

use leptos::prelude::*;

use crate::ui::PageContext;
use crate::ui::components::{CallRow, CallVariant};
use domain::service::{Contact, Service, WebContact};

/// Renders the row of a contact: its action and its destination.
pub(super) fn contact_view(service: &Service, contact: &Contact) -> AnyView {
    let edition = PageContext::get().edition;
    let text = edition.text.clone();
    match contact {
        Contact::Call(number) => {
            // Where the service is named after its number (999), the label says when to call instead.
            let same = service.name == number.written();
            let label = if same { edition.text.start.danger.clone() } else { service.name.clone() };
            view! { <CallRow label number=number.clone() look=CallVariant::Usual /> }.into_any()
        }
        Contact::Relay(number) => {
            secondary_row(text.service.relay, number.number().written(), number.number().tel_uri())
        }
        Contact::Text(number) => secondary_row(text.service.text, number.written(), number.sms_uri()),
        Contact::Email(address) => view! {
            <a class="call call--secondary" href=address.mailto_uri()>
                <span class="call__who">
                    <span class="call__label">{text.service.email}</span>
                    " "
                    <bdi class="call__address">{address.as_str().to_owned()}</bdi>
                </span>
            </a>
        }
        .into_any(),
        Contact::Web(WebContact { kind, address }) => view! {
            <div class="outside">
                <a class="outside__link" href=address.as_str().to_owned() target="_blank" rel="noopener noreferrer">
                    {text.web.get(kind).cloned()}
                    <span class="visually-hidden">": " {service.name.clone()}</span>
                </a>
                <p class="outside__note">{text.service.opens.replace("{host}", address.host())}</p>
            </div>
        }
        .into_any(),
        Contact::Visit(address) => view! {
            <p><b>{text.service.visit}</b> " " {address.as_str().to_owned()}</p>
        }
        .into_any(),
    }
}

/// Renders a secondary row, for a contact that is not a voice call.
fn secondary_row(label: String, written: &str, href: String) -> AnyView {
    view! {
        <a class="call call--secondary" href=href>
            <span class="call__who">
                <span class="call__label">{label}</span>
                " "
                <bdi class="call__number">{written.to_owned()}</bdi>
            </span>
        </a>
    }
    .into_any()
}
