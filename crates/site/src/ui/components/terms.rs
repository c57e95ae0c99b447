//! Collapsed details of a service: what happens on a call, languages, and actions for its number.

use leptos::prelude::*;

use crate::ui::PageContext;
use domain::service::{Interpreters, Service};

/// The details of a service. The two action buttons are disabled until the app runs.
#[component]
pub fn Terms(
    /// The service to render.
    service: Service,
) -> impl IntoView {
    let edition = PageContext::get().edition;
    let text = edition.text.service.clone();
    let names = |tag| edition.text.languages.get(tag).cloned();
    let own: Vec<String> = (service.languages.own.iter())
        .filter_map(|tag| names(tag.as_str()))
        .collect();
    let call = service.words.call.clone();
    let number = service.call().map(|number| number.written().to_owned());
    let interprets = service.languages.interpreters == Interpreters::OnRequest;
    let says_more = !call.is_empty() || !own.is_empty() || interprets || number.is_some();
    says_more.then(|| {
        let steps = call.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        let has_steps = !service.words.call.is_empty();
        view! {
            <details class="more">
                <summary class="more__summary">
                    {text.more.replace("{name}", &service.name)}
                </summary>
                <div class="more__body">
                    {number.map(|_| view! {
                        <div class="more__tools needs-script">
                            <button type="button" class="button" data-copy disabled>{text.copy}</button>
                            <button type="button" class="button" data-large aria-pressed="false" disabled>{text.large}</button>
                            <p class="more__status" role="status"></p>
                        </div>
                    })}
                    {has_steps.then(|| view! { <h5>{text.calling}</h5> <ul class="list">{steps}</ul> })}
                    {(!own.is_empty()).then(|| view! { <p>{text.speaks.replace("{languages}", &own.join(", "))}</p> })}
                    {interprets.then(|| view! { <p>{text.interprets}</p> })}
                </div>
            </details>
        }
    })
}
