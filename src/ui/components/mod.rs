//! What the views are made of, one component a file.

mod call_row;
mod choice;
mod contact;
mod drawing;
mod fold;
mod guide;
mod icon;
pub(super) mod lifeline;
mod now;
mod owner;
mod picture;
mod quiet;
mod service_card;
mod sheet;
mod sources;
mod status;
mod terms;

pub(super) use call_row::{CallLook, CallRow};
pub(super) use fold::FoldCard;
pub(super) use guide::GuideArticle;
pub(super) use icon::{Icon, IconKind};
pub(super) use lifeline::Lifeline;
pub(super) use now::Now;
pub(super) use owner::Owner;
pub(super) use quiet::Quiet;
pub(super) use service_card::ServiceCard;
pub(super) use status::Status;
pub(super) use terms::Terms;
