//! Parser of `content/helplines/`: one TOML file per service.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use super::error::{ContentError, ContentErrors};
use super::front_matter::{AssuranceFile, SourceEntry};
use super::hours::{self, HoursFile};
use super::places;
use super::source::SourceFile;
use domain::address::{EmailAddress, PostalAddress, WebAddress};
use domain::number::{DialNumber, RelayNumber, TextNumber};
use domain::place::PoliceArea;
use domain::service::{
    Agreement, Assurance, Audience, Bill, Confidence, Contact, ContactMode, Cost, Group, Hours,
    Interpreters, LanguageTag, Languages, PerpetratorRelation, Service, ServiceDescription,
    WebContact, WebKind,
};

/// An unvalidated service. [`Service`] documents the fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ServiceFile {
    id: Spanned<String>,
    name: String,
    run_by: String,
    group: Group,
    order: u16,
    #[serde(default = "listed")]
    listed: bool,
    areas: Vec<Spanned<String>>,
    #[serde(default)]
    signposted_in: Vec<Spanned<String>>,
    #[serde(default)]
    audience: Vec<Audience>,
    #[serde(default)]
    perpetrators: Vec<PerpetratorRelation>,
    #[serde(default)]
    contact: Vec<ContactFile>,
    #[serde(default)]
    talk: Vec<ContactMode>,
    #[serde(default)]
    languages: Vec<Spanned<String>>,
    #[serde(default)]
    interpreters: Interpreters,
    #[serde(default)]
    cost: Cost,
    bill: Option<Spanned<BillFile>>,
    hours: Spanned<HoursFile>,
    assurance: Spanned<AssuranceFile>,
    words: Spanned<BTreeMap<String, ServiceDescription>>,
}

const fn listed() -> bool {
    true
}

/// An unvalidated contact: exactly one of the fields is set.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ContactFile {
    Call(Spanned<String>),
    Text(Spanned<String>),
    Relay(Spanned<String>),
    Email(Spanned<String>),
    Site(Spanned<String>),
    Chat(Spanned<String>),
    Form(Spanned<String>),
    BslVideo(Spanned<String>),
    Visit(Spanned<String>),
}

/// What a service itself claims about bills: the field is the claim, its value the source.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum BillFile {
    ShouldNotShow(SourceEntry),
}

/// Reads and validates every service.
pub(super) fn read(
    root: &Path,
    language: &str,
    places: &[Arc<PoliceArea>],
) -> Result<Vec<Service>, ContentErrors> {
    let folder = Path::new("content").join("helplines");
    let mut problems = ContentErrors::default();
    let mut services: Vec<Service> = Vec::new();
    for file in SourceFile::read_folder(root, &folder, "toml")? {
        let Some(service) = problems.collect(read_one(&file, language, places)) else {
            continue;
        };
        if service.id != file.stem {
            let reason = format!("the id “{}” is not the name of the file", service.id);
            problems.push(file.problem_at(file.text.find("id").unwrap_or(0), reason));
        }
        if let Some(other) = services.iter().find(|other| other.id == service.id) {
            let reason = format!("the id “{}” is used twice", other.id);
            problems.push(file.problem_at(file.text.find("id").unwrap_or(0), reason));
        }
        services.push(service);
    }
    services.sort_by(|a, b| (a.group, a.order, &a.id).cmp(&(b.group, b.order, &b.id)));
    problems.into_result(services)
}

fn read_one(
    file: &SourceFile,
    language: &str,
    places: &[Arc<PoliceArea>],
) -> Result<Service, ContentErrors> {
    let service: ServiceFile = file.toml(&file.text, 0)?;
    let mut problems = ContentErrors::default();
    let contacts: Vec<Contact> = (service.contact.into_iter())
        .filter_map(|contact| problems.collect(read_contact(file, contact)))
        .collect();
    let [areas, signposted_in] = [service.areas, service.signposted_in].map(|areas| {
        let found = areas.iter().map(|area| places::find(places, file, area));
        found.filter_map(|area| problems.collect(area)).collect()
    });
    let languages = (service.languages.iter())
        .filter_map(|tag| problems.collect(at(file, tag, LanguageTag::parse)))
        .collect();
    let hours_at = service.hours.span().start;
    let hours = problems.collect(hours::read(file, hours_at, service.hours.into_inner()));
    let assurance = problems.collect(read_assurance(file, service.assurance));
    let words = problems.collect(read_words(file, language, service.words, hours.as_ref()));
    // A number that does not parse is reported already.
    let calls = contacts
        .iter()
        .any(|contact| matches!(contact, Contact::Call(_)));
    let bill = match service.bill {
        Some(bill) if !calls && problems.is_empty() => {
            let reason = "there is no number to call, so there is nothing to say about a bill";
            problems.push(file.problem_at(bill.span().start, reason));
            Bill::NotStated
        }
        Some(bill) => {
            let BillFile::ShouldNotShow(source) = bill.into_inner();
            let source = problems.collect(source.check(file, 0));
            source.map_or(Bill::NotStated, Bill::ShouldNotShow)
        }
        None => Bill::NotStated,
    };
    match (hours, assurance, words) {
        (Some(hours), Some(assurance), Some(words)) if problems.is_empty() => Ok(Service {
            id: service.id.into_inner(),
            name: service.name,
            organization: service.run_by,
            group: service.group,
            order: service.order,
            listed: service.listed,
            areas,
            signposted_in,
            audience: service.audience,
            perpetrator_relations: service.perpetrators,
            contacts,
            contact_modes: service.talk,
            hours,
            languages: Languages {
                own: languages,
                interpreters: service.interpreters,
            },
            cost: service.cost,
            bill,
            assurance,
            words,
        }),
        _ => Err(problems),
    }
}

/// Reads a service's text in a language. Hours without a timetable need a text.
fn read_words(
    file: &SourceFile,
    language: &str,
    written: Spanned<BTreeMap<String, ServiceDescription>>,
    hours: Option<&Hours>,
) -> Result<ServiceDescription, ContentError> {
    let offset = written.span().start;
    let words = written.into_inner().remove(language).ok_or_else(|| {
        let reason =
            format!("[words.{language}] is missing: nothing would be said about the service");
        file.problem_at(offset, reason)
    })?;
    let needs_words = match hours {
        Some(Hours::Always { agreement, .. }) => *agreement != Agreement::Confirmed,
        Some(Hours::Weekly { .. }) => true,
        Some(Hours::NotStated) | None => false,
    };
    if needs_words && words.hours.is_none() {
        return Err(file.problem_at(offset, "its hours need words: hours = …"));
    }
    Ok(words)
}

fn read_assurance(
    file: &SourceFile,
    written: Spanned<AssuranceFile>,
) -> Result<Assurance, ContentErrors> {
    let offset = written.span().start;
    let assurance = written.into_inner().check(file, 0)?;
    if assurance.confidence == Confidence::Advice {
        let reason =
            "a service is published only when a source gives it: confidence is confirmed or single";
        return Err(file.problem_at(offset, reason).into());
    }
    Ok(assurance)
}

fn read_contact(file: &SourceFile, contact: ContactFile) -> Result<Contact, ContentErrors> {
    let web = |kind: WebKind, written: Spanned<String>| {
        let address = at(file, &written, WebAddress::parse)?;
        Ok(Contact::Web(WebContact { kind, address }))
    };
    match contact {
        ContactFile::Call(written) => {
            let number = at(file, &written, DialNumber::parse)?;
            check_given_out(file, &written, &number)?;
            Ok(Contact::Call(number))
        }
        ContactFile::Text(written) => {
            let number = at(file, &written, TextNumber::parse)?;
            check_given_out(file, &written, number.number())?;
            Ok(Contact::Text(number))
        }
        ContactFile::Relay(written) => {
            let number = at(file, &written, RelayNumber::parse)?;
            check_given_out(file, &written, number.behind())?;
            Ok(Contact::Relay(number))
        }
        ContactFile::Visit(written) => {
            Ok(Contact::Visit(at(file, &written, PostalAddress::parse)?))
        }
        ContactFile::Email(written) => Ok(Contact::Email(at(file, &written, EmailAddress::parse)?)),
        ContactFile::Site(written) => web(WebKind::Site, written),
        ContactFile::Chat(written) => web(WebKind::Chat, written),
        ContactFile::Form(written) => web(WebKind::Form, written),
        ContactFile::BslVideo(written) => web(WebKind::BslVideo, written),
    }
}

/// Parses a value; an error has the location of its text.
fn at<T, E: std::fmt::Display>(
    file: &SourceFile,
    written: &Spanned<String>,
    read: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, ContentError> {
    read(written.get_ref())
        .map_err(|error| file.problem_at(written.span().start, error.to_string()))
}

/// Validates a national number against libphonenumber's tables of allocated ranges.
fn check_given_out(
    file: &SourceFile,
    written: &Spanned<String>,
    number: &DialNumber,
) -> Result<(), ContentError> {
    let Some(international) = number.e164() else {
        return Ok(());
    };
    let known = phonenumber::parse(None, &international).is_ok_and(|parsed| parsed.is_valid());
    if known {
        Ok(())
    } else {
        let reason = format!(
            "{} is not a number that exists in the United Kingdom",
            number.written()
        );
        Err(file.problem_at(written.span().start, reason))
    }
}
