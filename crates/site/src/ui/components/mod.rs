//! Components that the views share, one per file.

mod call_row;
mod choice;
mod contact;
mod drawing;
mod guide;
mod icon;
pub(super) mod key_service;
mod open_status;
mod owner;
mod parser_yield;
mod picture;
mod service_card;
mod sheet;
mod silent_contact;
mod sources;
mod status;
mod terms;
mod wallet_card;
mod write;

pub(super) use call_row::{CallRow, CallVariant};
pub(super) use guide::GuideArticle;
pub(super) use icon::{Icon, IconKind};
pub(super) use key_service::KeyService;
pub(super) use open_status::OpenStatus;
pub(super) use owner::Owner;
pub use parser_yield::PARSER_YIELD;
pub(super) use parser_yield::ParserYield;
pub(super) use service_card::ServiceCard;
pub(super) use silent_contact::SilentContactOptions;
pub(super) use status::Status;
pub(super) use terms::Terms;
pub(super) use wallet_card::WalletCard;
pub(super) use write::Write;
