//! A link that dials a number.

use leptos::prelude::*;

use crate::ui::PageContext;
use crate::ui::components::{Icon, IconKind};
use domain::number::DialNumber;

/// Visual variant of a call row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallVariant {
    /// Filled: 999 on the start view, once.
    Danger,
    /// Default: a number among others.
    Usual,
    /// 999 again, in one line, at the end of the other views.
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

/// A row that dials a number.
#[component]
pub fn CallRow(
    /// Who answers, or when to call.
    label: String,
    /// The number to dial.
    number: DialNumber,
    /// Visual variant.
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
