//! Matching: filters and ranks services by the answers to three questions (where, who, which contact mode).
//!
//! The answers are not stored. A service that does not match an answer is not in the result; the page leaves its
//! card at its original position.

mod reason_text;

pub use reason_text::ReasonText;

use crate::place::{Area, PoliceArea, Region};
use crate::service::{ContactMode, Group, PerpetratorRelation, Service};

/// The location of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Anywhere in a country.
    Country(Region),
    /// In a police area: its index in the list of areas, and its country.
    Police(u16, Region),
}

impl Place {
    const fn region(self) -> Region {
        match self {
            Self::Country(region) | Self::Police(_, region) => region,
        }
    }
}

/// The answers so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Answers {
    /// Where are you?
    pub place: Option<Place>,
    /// Who is doing this to you?
    pub perpetrator: Option<PerpetratorRelation>,
    /// How can you get in touch safely?
    pub contact_mode: Option<ContactMode>,
}

impl Answers {
    /// Whether no question has been answered.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// A service reduced to what the matcher scores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    group: Group,
    /// Whether it is for some people only.
    restricted_audience: bool,
    /// Whether a person answers, rather than there being only something to read or send.
    is_staffed: bool,
    /// Countries it works in.
    regions: EnumSet,
    /// Countries whose official pages signpost to it.
    signposted_in: EnumSet,
    /// Perpetrator relations that it specialises in. Empty means any.
    perpetrator_relations: EnumSet,
    /// Its contact modes.
    contact_modes: EnumSet,
    /// Police areas it works in, by index in the list.
    areas: Vec<u16>,
}

/// A set of enum values, as a bit set of their discriminants.
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

/// Why a service matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is a route to 999. It needs no other reason.
    Danger,
    /// It works mainly where the person is.
    Local(Place),
    /// It works in the whole country, or the whole United Kingdom.
    Works(Region),
    /// It works mainly elsewhere, but official pages of the country signpost to it.
    Signposted(Region),
    /// It does not state where it works.
    PlaceUnknown,
    /// It specialises in this kind of perpetrator.
    Specialism(PerpetratorRelation),
    /// It offers this contact mode.
    Mode(ContactMode),
}

/// A service that matches the answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Index of the service in the list.
    pub service: usize,
    /// Reasons for the match, at most one per answer.
    pub reasons: Vec<Reason>,
}

impl Candidate {
    /// Whether a person answers.
    #[must_use]
    pub const fn is_staffed(&self) -> bool {
        self.is_staffed
    }

    /// Reduces a service; `places` is the list of police areas that the indexes refer to.
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

    /// Encodes the candidate as numbers, for [`Self::from_numbers`].
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

    /// Decodes the output of [`Self::numbers`]. `None` if it is malformed.
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

    /// Returns the reason and weight for a place, or `None` if the service does not work there.
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
            // A local service weighs more once the person has said where she is.
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
            // Until the person says that she cannot speak, only a voice call to 999 is shown.
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

/// Filters and ranks the candidates, the best first; ties keep the order of the list.
///
/// ```
/// use domain::matching::{Answers, Candidate, Reason, matches};
/// use domain::service::ContactMode;
///
/// // A candidate is numbers in the page: its group, regions, specialisms and contact modes.
/// let typing = 1 << ContactMode::Typing as i64;
/// let call_only = Candidate::from_numbers(&[4, 0, 0, 0]).ok_or("malformed")?;
/// let with_chat = Candidate::from_numbers(&[4, 0, 0, typing]).ok_or("malformed")?;
/// let answers = Answers { contact_mode: Some(ContactMode::Typing), ..Answers::default() };
/// let found = matches(&[call_only, with_chat], answers);
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].service, 1);
/// assert_eq!(found[0].reasons, [Reason::Mode(ContactMode::Typing)]);
/// # Ok::<(), &str>(())
/// ```
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

#[cfg(test)]
mod tests {
    use super::{Answers, EnumSet};
    use crate::service::ContactMode;

    #[test]
    fn answers_are_empty_until_one_is_given() {
        assert!(Answers::default().is_empty());
        let contact_mode = Some(ContactMode::ALL[0]);
        let answers = Answers {
            contact_mode,
            ..Answers::default()
        };
        assert!(!answers.is_empty());
    }

    #[test]
    fn a_value_that_comes_twice_is_in_the_set_once() {
        let set = EnumSet::of([3, 5, 3]);
        assert!(set.contains(3) && set.contains(5) && !set.contains(4));
    }
}
