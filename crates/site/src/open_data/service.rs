//! Conversion of a service to HSDS, field by field.

use serde::Serialize;
use serde_json::Value;

use super::shape::{
    Address, Attribute, Bill, Contact, CostOption, Language, Location, Organization, Phone,
    Service as Shape, ServiceArea, ServiceAtLocation, Source, Url,
};
use super::{hours, ids};
use content::Edition;
use domain::address::PostalAddress;
use domain::number::DialNumber;
use domain::place::Area;
use domain::service::{self, ContactMode, Cost, Hours, Interpreters, Service, WebContact, WebKind};

/// Placeholder: HSDS requires a description of every organization, and the content has none.
const WHO_RUNS_IT: &str =
    "Who runs the service, as our sources say. It may not be a registered name.";

/// Note on a language, because English is not listed.
const BESIDES_ENGLISH: &str = "Besides English.";

/// Converts a service.
pub(super) fn write(edition: &Edition, service: &Service) -> serde_json::Result<Shape> {
    let words = &service.words;
    let text = &edition.text.service;
    let ways = Ways::of(edition, service)?;
    let interprets = service.languages.interpreters == Interpreters::OnRequest;
    Ok(Shape {
        id: ids::service(&service.id),
        x_id: service.id.clone(),
        name: service.name.clone(),
        description: [&words.eligibility]
            .into_iter()
            .chain(&words.notes)
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("\n\n"),
        url: ways.url,
        additional_urls: ways.more_urls,
        email: ways.email,
        contacts: ways.more_emails,
        status: "active",
        interpretation_services: interprets.then(|| text.interprets.clone()),
        application_process: (!words.steps.is_empty()).then(|| words.steps.join("\n")),
        fees_description: text.cost.get(&service.cost).cloned(),
        eligibility_description: words.eligibility.clone(),
        assured_date: service.assurance.checked.to_string(),
        x_next_check: service.assurance.next_check.to_string(),
        x_sources: service.assurance.sources.iter().map(source).collect(),
        phones: ways.phones,
        schedules: hours::write(service),
        x_hours_description: words.hours.clone(),
        service_areas: areas(edition, service)?,
        service_at_locations: ways.locations,
        languages: languages(edition, service),
        organization: Organization {
            id: ids::organization(&service.organization),
            name: service.organization.clone(),
            description: WHO_RUNS_IT,
        },
        cost_options: cost_options(service),
        x_bill: match &service.bill {
            service::Bill::ShouldNotShow(claim) => Some(Bill {
                claim: "should-not-show",
                source: source(claim),
            }),
            service::Bill::NotStated => None,
        },
        x_leaves_behind: words.traces.clone(),
        x_what_happens_on_a_call: words.call.clone(),
        x_search_words: words.search.clone(),
        attributes: attributes(service)?,
    })
}

/// Converts the contacts of a service to the HSDS records that fit them.
#[derive(Default)]
struct Ways {
    phones: Vec<Phone>,
    url: Option<String>,
    more_urls: Vec<Url>,
    email: Option<String>,
    more_emails: Vec<Contact>,
    locations: Vec<ServiceAtLocation>,
}

impl Ways {
    fn of(edition: &Edition, service: &Service) -> serde_json::Result<Self> {
        let mut ways = Self::default();
        let id = service.id.as_str();
        for contact in &service.contacts {
            match contact {
                service::Contact::Call(number) => ways.phones.push(phone(id, number, "voice")),
                service::Contact::Text(number) => {
                    ways.phones.push(phone(id, number.number(), "text"));
                }
                service::Contact::Relay(number) => {
                    ways.phones.push(phone(id, number.number(), "textphone"));
                }
                service::Contact::Email(address) => {
                    let email = address.as_str().to_owned();
                    if ways.email.is_none() {
                        ways.email = Some(email);
                    } else {
                        let id = ids::part(id, "contact", &email);
                        ways.more_emails.push(Contact { id, email });
                    }
                }
                service::Contact::Web(page) if page.kind == WebKind::Site && ways.url.is_none() => {
                    ways.url = Some(page.address.as_str().to_owned());
                }
                service::Contact::Web(page) => ways.more_urls.push(url(edition, id, page)?),
                service::Contact::Visit(address) => ways.locations.push(location(id, address)),
            }
        }
        Ok(ways)
    }
}

/// Converts a number to international format, except a short code: with a country prefix it does not connect.
fn phone(service: &str, number: &DialNumber, kind: &'static str) -> Phone {
    Phone {
        id: ids::part(service, kind, number.digits()),
        number: number.e164().unwrap_or_else(|| number.digits().to_owned()),
        x_written: number.written().to_owned(),
        kind,
    }
}

fn url(edition: &Edition, service: &str, page: &WebContact) -> serde_json::Result<Url> {
    let kind = code(page.kind)?;
    Ok(Url {
        id: ids::part(service, &kind, page.address.as_str()),
        label: edition
            .text
            .web
            .get(&page.kind)
            .cloned()
            .unwrap_or_default(),
        url: page.address.as_str().to_owned(),
        x_kind: kind,
    })
}

fn location(service: &str, address: &PostalAddress) -> ServiceAtLocation {
    let written = address.as_str();
    let (rest, postal_code) = written.rsplit_once(", ").unwrap_or((written, ""));
    let (street, city) = rest.rsplit_once(", ").unwrap_or((rest, ""));
    ServiceAtLocation {
        id: ids::part(service, "service_at_location", written),
        location: Location {
            id: ids::part(service, "location", written),
            location_type: "physical",
            addresses: vec![Address {
                id: ids::part(service, "address", written),
                address_1: street.to_owned(),
                city: city.to_owned(),
                state_province: "", // required by HSDS; our addresses have none
                postal_code: postal_code.to_owned(),
                country: "GB",
                address_type: "physical",
                x_written: written.to_owned(),
            }],
        },
    }
}

fn areas(edition: &Edition, service: &Service) -> serde_json::Result<Vec<ServiceArea>> {
    let area = |area: &Area| {
        let (code, within) = match area {
            Area::Region(region) => (code(region)?, None),
            Area::Police(police) => (police.id.clone(), Some(code(police.region)?)),
        };
        let name = edition.area(area);
        Ok(ServiceArea {
            id: ids::part(&service.id, "service_area", &code),
            extent: name.clone(),
            name,
            extent_type: "text",
            x_code: code,
            x_within: within,
        })
    };
    service.areas.iter().map(area).collect()
}

fn languages(edition: &Edition, service: &Service) -> Vec<Language> {
    let own = service.languages.own.iter().map(|tag| {
        let code = tag.as_str();
        let name = edition.text.languages.get(code);
        Language {
            id: ids::part(&service.id, "language", code),
            name: name.cloned().unwrap_or_else(|| code.to_owned()),
            code: code.to_owned(),
            note: BESIDES_ENGLISH,
        }
    });
    own.collect()
}

/// Converts the cost. Only a free service has an amount.
fn cost_options(service: &Service) -> Vec<CostOption> {
    let options: &[&str] = match service.cost {
        Cost::Free => &["any contact"],
        Cost::FreeToCall => &["a call"],
        Cost::UsuallyFree | Cost::Charged | Cost::NotStated => &[],
    };
    let option = |option: &&'static str| CostOption {
        id: ids::part(&service.id, "cost_option", option),
        option,
        currency: "GBP",
        amount: 0,
    };
    options.iter().map(option).collect()
}

fn source(source: &service::Source) -> Source {
    Source {
        name: source.name.clone(),
        date: source.date.clone(),
    }
}

/// Returns the attributes of a service, in a fixed order.
fn attributes(service: &Service) -> serde_json::Result<Vec<Attribute>> {
    let mut codes = vec![("group", code(service.group)?)];
    for audience in &service.audience {
        codes.push(("audience", code(audience)?));
    }
    for relation in &service.perpetrator_relations {
        codes.push(("done-by", code(relation)?));
    }
    for talk in ContactMode::of(service) {
        codes.push(("way-to-talk", code(talk)?));
    }
    codes.push(("confidence", code(service.assurance.confidence)?));
    codes.push(("cost", code(service.cost)?));
    codes.push(("interpreters", code(service.languages.interpreters)?));
    let (kind, stated) = match &service.hours {
        Hours::Always {
            agreement,
            bank_holidays,
        } => ("always", Some((*agreement, *bank_holidays))),
        Hours::Weekly {
            agreement,
            bank_holidays,
            ..
        } => ("weekly", Some((*agreement, *bank_holidays))),
        Hours::NotStated => ("not-stated", None),
    };
    codes.push(("hours", kind.to_owned()));
    if let Some((agreement, bank_holidays)) = stated {
        codes.push(("hours-agreement", code(agreement)?));
        codes.push(("bank-holidays", code(bank_holidays)?));
    }
    let attribute = |(link_type, value): (&'static str, String)| Attribute {
        id: ids::part(&service.id, link_type, &value),
        link_id: ids::service(&service.id),
        link_type,
        link_entity: "service",
        value,
    };
    Ok(codes.into_iter().map(attribute).collect())
}

/// Returns the content files' name of a value.
fn code<T: Serialize>(value: T) -> serde_json::Result<String> {
    Ok(match serde_json::to_value(value)? {
        Value::String(word) => word,
        other => other.to_string(),
    })
}
