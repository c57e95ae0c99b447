//! One link, one number, one press.

use leptos::prelude::*;

use crate::domain::number::DialNumber;
use crate::ui::PageContext;
use crate::ui::components::{Icon, IconKind};

/// How much a row weighs on its view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallVariant {
    /// The one filled row of the start: danger.
    Danger,
    /// A number among others.
    Usual,
    /// Danger again, in one line, at the end of the other views.
    Line,
}

impl CallVariant {
    const fn class(self) -> &'static str {
        match self {
            Self::Danger => "call call--danger",
            Self::Usual => "call",
            Self::Line => "call call--danger call--line",
        }
    }
}

/// A row that calls a number.
#[component]
pub fn CallRow(
    /// Who answers, or when to press it.
    label: String,
    /// The number.
    number: DialNumber,
    /// How much it weighs.
    look: CallVariant,
) -> impl IntoView {
    let call = PageContext::get().edition.text.service.call.clone();
    view! {
        <a class=look.class() href=number.tel_uri()>
            <span class="call__who">
                <span class="call__label">{label}</span>
                " "
                <bdi class="call__number">{number.written().to_owned()}</bdi>
            </span>
            " "
            <span class="call__go">
                <Icon kind=IconKind::Handset />
                {call}
            </span>
        </a>
    }
}
