//! Three questions that put the right service first: where, who, and how to contact_mode.
//!
//! Nothing that is answered is kept. A service that does not fit an answer is not in the result; the
//! page leaves it where it was.

mod reason_text;

use serde::{Deserialize, Serialize};

pub use reason_text::ReasonText;

use crate::domain::place::{Area, PoliceArea, Region};
use crate::domain::service::{
    Contact, Group, Interpreters, LanguageTag, PerpetratorRelation, Service, WebKind,
};

/// How a person can safely contact_mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactMode {
    /// Aloud.
    Aloud,
    /// By text message.
    Text,
    /// By typing: a chat, a form, an e-mail, a relay call.
    Typing,
    /// In British Sign Language.
    Sign,
    /// In another language than English, with an interpreter.
    Language,
    /// Not now: something to read, or to write and be answered later.
    Later,
}

impl ContactMode {
    /// Every one, in the order in which they are asked for.
    pub const ALL: [Self; 6] = [
        Self::Aloud,
        Self::Text,
        Self::Typing,
        Self::Sign,
        Self::Language,
        Self::Later,
    ];

    /// The ways that nobody can overhear.
    pub const WITHOUT_A_VOICE: [Self; 3] = [Self::Text, Self::Typing, Self::Sign];

    /// The ways that a service gives: those of its contacts and languages, and those it names. A
    /// route to 999 that names some is called in silence.
    #[must_use]
    pub fn of(service: &Service) -> Vec<Self> {
        let is_silent = service.group == Group::Emergency && !service.contact_modes.is_empty();
        let mut ways = service.contact_modes.clone();
        for contact in &service.contacts {
            match contact {
                Contact::Call(_) if is_silent => {}
                Contact::Call(_) | Contact::Visit(_) => ways.push(Self::Aloud),
                Contact::Text(_) => ways.push(Self::Text),
                Contact::Relay(_) => ways.push(Self::Typing),
                Contact::Email(_) => ways.extend([Self::Typing, Self::Later]),
                Contact::Web(page) => match page.kind {
                    WebKind::Site => ways.push(Self::Later),
                    WebKind::Chat => ways.push(Self::Typing),
                    WebKind::Form => ways.extend([Self::Typing, Self::Later]),
                    WebKind::BslVideo => ways.push(Self::Sign),
                },
            }
        }
        // Welsh is not another language to whoever speaks neither: only an interpreter is.
        let signs = |tag: &LanguageTag| tag.as_str() == LanguageTag::BSL;
        if service.languages.own.iter().any(signs) {
            ways.push(Self::Sign);
        }
        if service.languages.interpreters == Interpreters::OnRequest {
            ways.push(Self::Language);
        }
        // Who cannot contact_mode now is not sent to 999 to read.
        ways.retain(|way| service.group != Group::Emergency || *way != Self::Later);
        ways.sort_unstable();
        ways.dedup();
        ways
    }
}

/// Where a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Somewhere in a country.
    Country(Region),
    /// In the area of a police force: its place in the list of areas, and its country.
    Police(u16, Region),
}

impl Place {
    const fn region(self) -> Region {
        match self {
            Self::Country(region) | Self::Police(_, region) => region,
        }
    }
}

/// What has been answered so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers {
    /// Where are you?
    pub place: Option<Place>,
    /// Who is doing this to you?
    pub perpetrator: Option<PerpetratorRelation>,
    /// How can you contact_mode safely?
    pub contact_mode: Option<ContactMode>,
}

impl Answers {
    /// Whether nothing has been answered.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// A service, as far as the questions go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    group: Group,
    /// Whether it is made for some people only.
    restricted_audience: bool,
    /// Whether somebody answers, or there is only something to read or to send.
    is_staffed: bool,
    /// Countries it works in.
    regions: EnumSet,
    /// Countries whose official pages point to it.
    signposted_in: EnumSet,
    /// Who does the harm that it knows about. Nobody stands for anybody.
    perpetrator_relations: EnumSet,
    /// How to contact_mode to it.
    contact_modes: EnumSet,
    /// Police areas it works in, by their place in the list.
    areas: Vec<u16>,
}

/// Some values of an enum, by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct EnumSet(i64);

impl EnumSet {
    fn of(places: impl IntoIterator<Item = i64>) -> Self {
        Self(places.into_iter().fold(0, |all, place| all | (1 << place)))
    }

    const fn contains(self, place: i64) -> bool {
        self.0 & (1 << place) != 0
    }

    const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Why a service is in the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is a way to reach 999. Whoever needs it needs no other reason.
    Danger,
    /// It works where the person is: there above all.
    Local(Place),
    /// It works in all of the country, or of the United Kingdom.
    Works(Region),
    /// It works mainly elsewhere, but official pages of the country point to it.
    Signposted(Region),
    /// It does not say where it works.
    PlaceUnknown,
    /// It knows about people who do this harm.
    Specialism(PerpetratorRelation),
    /// It can be talked to in this way.
    Mode(ContactMode),
}

/// A service that fits what was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Its place in the list.
    pub service: usize,
    /// Why it fits: a reason for each answer that it has one for.
    pub reasons: Vec<Reason>,
}

impl Candidate {
    /// A service, among these areas.
    #[must_use]
    pub fn of(service: &Service, places: &[std::sync::Arc<PoliceArea>]) -> Self {
        let regions = |areas: &[Area]| {
            EnumSet::of(areas.iter().filter_map(|area| match area {
                Area::Region(region) => Some(*region as i64),
                Area::Police(_) => None,
            }))
        };
        let areas = service.areas.iter().filter_map(|area| {
            let Area::Police(area) = area else {
                return None;
            };
            let place = places.iter().position(|other| other.id == area.id)?;
            u16::try_from(place).ok()
        });
        Self {
            group: service.group,
            restricted_audience: !service.audience.is_empty(),
            is_staffed: service.is_staffed(),
            regions: regions(&service.areas),
            signposted_in: regions(&service.signposted_in),
            perpetrator_relations: EnumSet::of(
                service
                    .perpetrator_relations
                    .iter()
                    .map(|perpetrator| *perpetrator as i64),
            ),
            contact_modes: EnumSet::of(
                ContactMode::of(service)
                    .into_iter()
                    .map(|contact_mode| contact_mode as i64),
            ),
            areas: areas.collect(),
        }
    }

    /// The numbers that [`Self::from_numbers`] reads.
    #[must_use]
    pub fn numbers(&self) -> Vec<i64> {
        let group = self.group as i64 * 4
            + i64::from(self.is_staffed) * 2
            + i64::from(self.restricted_audience);
        let regions = self.regions.0 + (self.signposted_in.0 << Region::ALL.len());
        let mut numbers = vec![
            group,
            regions,
            self.perpetrator_relations.0,
            self.contact_modes.0,
        ];
        numbers.extend(self.areas.iter().map(|area| i64::from(*area)));
        numbers
    }

    /// A service from its numbers, or `None` if no build writes such numbers.
    #[must_use]
    pub fn from_numbers(numbers: &[i64]) -> Option<Self> {
        let [
            group,
            regions,
            perpetrator_relations,
            contact_modes,
            areas @ ..,
        ] = numbers
        else {
            return None;
        };
        let areas = areas.iter().map(|area| u16::try_from(*area));
        Some(Self {
            group: *Group::ALL.get(usize::try_from(group / 4).ok()?)?,
            restricted_audience: group % 2 == 1,
            is_staffed: group / 2 % 2 == 1,
            regions: EnumSet(regions & ((1 << Region::ALL.len()) - 1)),
            signposted_in: EnumSet(regions >> Region::ALL.len()),
            perpetrator_relations: EnumSet(*perpetrator_relations),
            contact_modes: EnumSet(*contact_modes),
            areas: areas.collect::<Result<_, _>>().ok()?,
        })
    }

    /// The reason for an answer and how much it weighs, or `None` if it does not fit.
    fn place_reason(&self, place: Place) -> Option<(Reason, i32)> {
        if let Place::Police(area, _) = place
            && self.areas.contains(&area)
        {
            return Some((Reason::Local(place), 6));
        }
        let country = place.region();
        if self.regions.contains(country as i64) {
            return Some((Reason::Works(country), 3));
        }
        if self.regions.contains(Region::Uk as i64) {
            return Some((Reason::Works(Region::Uk), 3));
        }
        if self.signposted_in.contains(country as i64) {
            return Some((Reason::Signposted(country), 1));
        }
        let nowhere = self.regions.is_empty() && self.areas.is_empty();
        nowhere.then_some((Reason::PlaceUnknown, 0))
    }

    fn score(&self, answers: Answers) -> Option<(Vec<Reason>, i32)> {
        let mut reasons = Vec::new();
        let mut weight = match self.group {
            Group::Emergency => 40,
            Group::Stalking => 5,
            // What is local is local to somebody who said where she is.
            Group::Local if answers.place.is_some() => 4,
            Group::Local => 1,
            Group::Nations => 2,
            Group::Support => 0,
            Group::Police => -3,
        };
        if self.restricted_audience {
            weight -= 4;
        }
        if !self.is_staffed {
            weight -= 3;
        }
        if let Some(place) = answers.place {
            let (reason, more) = self.place_reason(place)?;
            reasons.push(reason);
            weight += more;
        }
        if let Some(perpetrator) = answers.perpetrator {
            if self.perpetrator_relations.contains(perpetrator as i64) {
                reasons.push(Reason::Specialism(perpetrator));
                weight += 2;
            } else if !self.perpetrator_relations.is_empty() {
                return None;
            }
        }
        if let Some(contact_mode) = answers.contact_mode {
            if !self.contact_modes.contains(contact_mode as i64) {
                return None;
            }
            reasons.push(Reason::Mode(contact_mode));
        }
        if self.group == Group::Emergency {
            // Until somebody says that she cannot speak, 999 itself is the way to reach it.
            if answers.contact_mode.is_none()
                && !self.contact_modes.contains(ContactMode::Aloud as i64)
            {
                return None;
            }
            reasons = vec![Reason::Danger];
        }
        Some((reasons, weight))
    }
}

/// The services that fit, the best first; those that fit alike in the order of the list.
#[must_use]
pub fn matches(list: &[Candidate], answers: Answers) -> Vec<Match> {
    let fits = list.iter().enumerate().filter_map(|(service, listed)| {
        let (reasons, weight) = listed.score(answers)?;
        Some((weight, Match { service, reasons }))
    });
    let mut fits: Vec<(i32, Match)> = fits.collect();
    fits.sort_by_key(|(weight, _)| -weight);
    fits.into_iter().map(|(_, fit)| fit).collect()
}
