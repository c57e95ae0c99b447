//! What the views are made of, one component a file.

mod call_row;
mod contact;
mod guide;
mod icon;
mod now;
mod service_card;
mod sources;
mod status;
mod terms;

pub(super) use call_row::{CallLook, CallRow};
pub(super) use guide::GuideArticle;
pub(super) use icon::{Icon, IconKind};
pub(super) use now::Now;
pub(super) use service_card::ServiceCard;
pub(super) use status::Status;
pub(super) use terms::Terms;
