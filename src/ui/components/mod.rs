//! What the views are made of, one component a file.

mod call_row;
mod guide;
mod icon;
mod service_card;
mod sources;
mod status;

pub(super) use call_row::{CallLook, CallRow};
pub(super) use guide::GuideArticle;
pub(super) use icon::{Icon, IconKind};
pub(super) use service_card::ServiceCard;
pub(super) use status::Status;
