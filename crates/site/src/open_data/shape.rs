//! The schema of the file, with HSDS's field names. Fields with the prefix `x_` are extensions of ours.
//!
//! An unknown field is omitted.

#![expect(clippy::struct_field_names, reason = "the names are HSDS's")]

use serde::Serialize;
use uuid::Uuid;

/// The root object. HSDS defines no envelope, so these names are ours.
#[derive(Serialize)]
pub(super) struct Directory {
    pub(super) hsds_version: &'static str,
    pub(super) generated: String,
    pub(super) language: String,
    pub(super) license: &'static str,
    pub(super) notice: [&'static str; 6],
    pub(super) services: Vec<Service>,
}

#[derive(Serialize)]
pub(super) struct Service {
    pub(super) id: Uuid,
    pub(super) x_id: String,
    pub(super) name: String,
    pub(super) description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) additional_urls: Vec<Url>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) email: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) contacts: Vec<Contact>,
    pub(super) status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) interpretation_services: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) application_process: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) fees_description: Option<String>,
    pub(super) eligibility_description: String,
    pub(super) assured_date: String,
    pub(super) x_next_check: String,
    pub(super) x_sources: Vec<Source>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) phones: Vec<Phone>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) schedules: Vec<Schedule>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) x_hours_description: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) service_areas: Vec<ServiceArea>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) service_at_locations: Vec<ServiceAtLocation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) languages: Vec<Language>,
    pub(super) organization: Organization,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) cost_options: Vec<CostOption>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) x_bill: Option<Bill>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) x_leaves_behind: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) x_what_happens_on_a_call: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) x_search_words: Vec<String>,
    pub(super) attributes: Vec<Attribute>,
}

#[derive(Serialize)]
pub(super) struct Url {
    pub(super) id: Uuid,
    pub(super) label: String,
    pub(super) url: String,
    pub(super) x_kind: String,
}

/// An e-mail address after the first.
#[derive(Serialize)]
pub(super) struct Contact {
    pub(super) id: Uuid,
    pub(super) email: String,
}

#[derive(Serialize)]
pub(super) struct Phone {
    pub(super) id: Uuid,
    pub(super) number: String,
    /// As the service writes it, and as it is dialled within the United Kingdom.
    pub(super) x_written: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
}

#[derive(Serialize)]
pub(super) struct Schedule {
    pub(super) id: Uuid,
    pub(super) valid_from: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) valid_to: Option<String>,
    pub(super) freq: &'static str,
    pub(super) byday: String,
    pub(super) opens_at: String,
    pub(super) closes_at: String,
    /// `closes_at` without the limits of its format: `24:00` for the end of the day.
    pub(super) x_closes_at: String,
    pub(super) x_timezone: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    pub(super) notes: String,
}

#[derive(Serialize)]
pub(super) struct ServiceArea {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) extent: String,
    pub(super) extent_type: &'static str,
    pub(super) x_code: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) x_within: Option<String>,
}

#[derive(Serialize)]
pub(super) struct ServiceAtLocation {
    pub(super) id: Uuid,
    pub(super) location: Location,
}

#[derive(Serialize)]
pub(super) struct Location {
    pub(super) id: Uuid,
    pub(super) location_type: &'static str,
    pub(super) addresses: Vec<Address>,
}

#[derive(Serialize)]
pub(super) struct Address {
    pub(super) id: Uuid,
    pub(super) address_1: String,
    pub(super) city: String,
    pub(super) state_province: &'static str,
    pub(super) postal_code: String,
    pub(super) country: &'static str,
    pub(super) address_type: &'static str,
    pub(super) x_written: String,
}

#[derive(Serialize)]
pub(super) struct Language {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) code: String,
    pub(super) note: &'static str,
}

#[derive(Serialize)]
pub(super) struct Organization {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) description: &'static str,
}

#[derive(Serialize)]
pub(super) struct CostOption {
    pub(super) id: Uuid,
    pub(super) option: &'static str,
    pub(super) currency: &'static str,
    pub(super) amount: u8,
}

/// An attribute of a service, with its taxonomy.
#[derive(Serialize)]
pub(super) struct Attribute {
    pub(super) id: Uuid,
    pub(super) link_id: Uuid,
    pub(super) link_type: &'static str,
    pub(super) link_entity: &'static str,
    pub(super) value: String,
}

/// A service's own claim about bills, with its source.
#[derive(Serialize)]
pub(super) struct Bill {
    pub(super) claim: &'static str,
    pub(super) source: Source,
}

#[derive(Serialize)]
pub(super) struct Source {
    pub(super) name: String,
    pub(super) date: String,
}
