//! Props of the directory: what the app has to know about the services. Their text stays in the page.
//!
//! The format is plain lines: deserialising a struct for each of these would add 12 kB to the app.
//! [`DirectoryProps::to_lines`] writes them on the host, and [`DirectoryProps::from_lines`] parses them.

use super::{Crisis, Labels};
use crate::domain::matching::ContactMode;
use crate::domain::matching::{Candidate, Place, ReasonText};
use crate::domain::opening::{Almanac, Day, LondonDateTime, OpeningWords, Timetable};
use crate::domain::place::Region;
use crate::domain::search::Index;
use crate::domain::service::PerpetratorRelation;

/// A service. Its index in the list is its id in the page (`data-service`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceRow {
    /// The input of the matcher.
    pub candidate: Candidate,
    /// The opening hours; empty if none are stated.
    pub hours: Timetable,
    /// Dates of the last check and of the next one that is due; `None` for routes to 999.
    pub checked: Option<(Day, Day)>,
    /// Search keywords that the card does not show.
    pub search: String,
}

/// A police area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoliceAreaRow {
    /// Name of the force.
    pub force: String,
    /// Common name of the area.
    pub name: String,
    /// Country.
    pub region: Region,
    /// Counties, towns and boroughs, separated by commas.
    pub places: String,
}

/// Props of the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DirectoryProps {
    /// Text of the search and the questions.
    pub labels: Labels,
    /// Text of the match reasons.
    pub reasons: ReasonText,
    /// Text of the opening status.
    pub opening: OpeningWords,
    /// Names of the countries, in the order of [`Region::ALL`].
    pub regions: Vec<String>,
    /// Names of the months.
    pub months: Vec<String>,
    /// Bank holidays and the date of the build.
    pub almanac: Almanac,
    /// Index of the police area that the site is for.
    pub near: u16,
    /// Every police area.
    pub police_areas: Vec<PoliceAreaRow>,
    /// Crisis phrases and results, if the content defines them.
    pub crisis: Option<Crisis>,
    /// Every service.
    pub services: Vec<ServiceRow>,
}

/// Index of 999, the first service.
const DANGER: usize = 0;
/// Maximum number of services that a search shows: more are no help.
const SEARCH_SHOWS: usize = 24;
/// Maximum number of guides that a search shows.
const GUIDES_SHOWN: usize = 5;

/// Serialised form of an empty list of numbers.
const NONE: &str = "-";

impl DirectoryProps {
    /// Serialises the props: the lists of numbers, one per line, an empty line, then the text, one item per line.
    #[must_use]
    pub fn to_lines(&self) -> String {
        let numbers = self.numbers().into_iter().map(|list| {
            let list: Vec<String> = list.iter().map(ToString::to_string).collect();
            // An empty line would end the numbers.
            if list.is_empty() {
                NONE.to_owned()
            } else {
                list.join(" ")
            }
        });
        format!(
            "{}\n\n{}",
            numbers.collect::<Vec<_>>().join("\n"),
            self.words()
        )
    }

    fn words(&self) -> String {
        let (labels, reasons) = (&self.labels, &self.reasons);
        let [place, perpetrator, contact_mode] = &labels.questions;
        let first = [
            &labels.search,
            &labels.found,
            &labels.to_read,
            &labels.found_to_read,
            &labels.nothing,
            &labels.unanswered,
            &labels.cleared,
            &labels.choose,
            &labels.fit,
            &labels.no_match,
            &labels.waiting,
            &labels.again,
            &labels.any,
            &labels.skip,
            &labels.change,
            place,
            perpetrator,
            contact_mode,
            &labels.near,
            &labels.near_found,
            &labels.near_guess,
            &labels.near_nothing,
            &labels.force,
            &labels.first,
            &labels.more,
            &labels.check_first,
            &labels.copied,
            &labels.not_copied,
            &labels.stop,
            &labels.no_voice,
            &reasons.danger,
            &reasons.local,
            &reasons.works,
            &reasons.signposted,
            &reasons.unknown,
            &reasons.specialism,
        ];
        let mut lines: Vec<String> = first.into_iter().cloned().collect();
        for names in [
            &reasons.perpetrator_relations,
            &reasons.contact_mode_reasons,
            &reasons.contact_modes,
            &self.regions,
            &self.months,
        ] {
            lines.extend(names.iter().cloned());
        }
        lines.extend(self.opening.lines());
        for force in &self.police_areas {
            lines.extend([
                force.force.clone(),
                force.name.clone(),
                force.places.clone(),
            ]);
        }
        lines.push(self.crisis.as_ref().map_or_else(String::new, Crisis::line));
        lines.extend(self.services.iter().map(|entry| entry.search.clone()));
        lines.join("\n")
    }

    fn numbers(&self) -> Vec<Vec<i64>> {
        let mut numbers: Vec<Vec<i64>> = vec![
            vec![i64::from(self.near)],
            self.almanac.clone().into(),
            self.police_areas
                .iter()
                .map(|force| force.region as i64)
                .collect(),
            self.crisis.iter().flat_map(Crisis::numbers).collect(),
        ];
        for entry in &self.services {
            let checked = entry
                .checked
                .map(|(checked, next)| vec![checked.number(), next.number()]);
            numbers.extend([
                entry.candidate.numbers(),
                entry.hours.clone().into(),
                checked.unwrap_or_default(),
            ]);
        }
        numbers
    }

    /// Parses the output of [`Self::to_lines`]. `None` if it is malformed.
    #[must_use]
    pub fn from_lines(lines: &str) -> Option<Self> {
        let (numbers, text) = lines.split_once("\n\n")?;
        let mut lines = text.split('\n').map(str::to_owned);
        let mut numbers = numbers.split('\n').map(|list| {
            let numbers = list.split(' ').filter(|number| *number != NONE);
            numbers.filter_map(|number| number.parse().ok()).collect()
        });
        let mut numbers = std::iter::from_fn(move || -> Option<Vec<i64>> { numbers.next() });
        let near = *numbers.next()?.first()?;
        let almanac = Almanac::try_from(numbers.next()?).ok()?;
        let regions_of_forces = numbers.next()?;
        let crisis_places = numbers.next()?;
        let labels = Labels::read(&mut lines);
        let reasons = read_reasons(&mut lines);
        let mut some = |count: usize| -> Vec<String> { lines.by_ref().take(count).collect() };
        let regions = some(Region::ALL.len());
        let months = some(12);
        let opening = OpeningWords::read(&mut lines);
        let police_areas = regions_of_forces
            .into_iter()
            .map(|region| PoliceAreaRow::read(region, &mut lines))
            .collect::<Option<_>>()?;
        let crisis = Crisis::read(&crisis_places, &lines.next()?);
        let mut services = Vec::new();
        while let Some(candidate) = numbers.next() {
            let hours = Timetable::try_from(numbers.next()?).ok()?;
            let checked = match numbers.next()?.as_slice() {
                [checked, next] => Some((Day::from_number(*checked), Day::from_number(*next))),
                _ => None,
            };
            services.push(ServiceRow {
                candidate: Candidate::from_numbers(&candidate)?,
                hours,
                checked,
                search: lines.next()?,
            });
        }
        Some(Self {
            labels,
            reasons,
            opening,
            regions,
            months,
            almanac,
            near: u16::try_from(near).ok()?,
            police_areas,
            crisis,
            services,
        })
    }

    /// Searches the services and returns their indexes, the best first. 999 comes first if it contains every word
    /// of the query; a crisis phrase puts the crisis service first.
    #[must_use]
    pub fn search_services(&self, services: &Index, query: &str) -> Vec<usize> {
        let mut hits = services.search(query);
        hits.sort_by_key(|hit| !(hit.document.place() == DANGER && hit.has_every_word));
        let places = hits.into_iter().map(|hit| hit.document.place());
        let crisis = self.crisis.as_ref().filter(|crisis| crisis.is_in(query));
        let first = crisis.map(|crisis| crisis.service);
        first_of(first, places, SEARCH_SHOWS)
    }

    /// Searches the guides and returns their indexes, the best first.
    #[must_use]
    pub fn search_guides(&self, guides: &Index, query: &str) -> Vec<usize> {
        let hits = guides.search(query);
        let places = hits.into_iter().map(|hit| hit.document.place());
        let crisis = self.crisis.as_ref().filter(|crisis| crisis.is_in(query));
        let first = crisis.map(|crisis| crisis.guide);
        first_of(first, places, GUIDES_SHOWN)
    }

    /// Returns the opening status of a service at a Unix time in seconds. A service whose check is overdue is never
    /// reported as open.
    #[must_use]
    pub fn open_status(&self, entry: &ServiceRow, seconds: i64) -> String {
        let today = LondonDateTime::at(seconds).day;
        if let Some((checked, next)) = entry.checked
            && today > next
        {
            let date = checked.date();
            let written = format!("{} {}", self.day(date.month, date.day), date.year);
            return self.labels.check_first.replace("{date}", &written);
        }
        let opening = entry.hours.at(&self.almanac, seconds);
        let date = |month, day| self.day(month, day);
        self.opening.line(opening, &date).unwrap_or_default()
    }

    fn day(&self, month: i64, day: i64) -> String {
        let index = usize::try_from(month - 1).unwrap_or_default();
        let month = self.months.get(index).map_or("", String::as_str);
        format!("{day} {month}")
    }

    /// Returns the name of a place.
    #[must_use]
    pub fn place(&self, place: Place) -> String {
        let name = match place {
            Place::Country(region) => self.regions.get(region as usize),
            Place::Police(area, _) => self
                .police_areas
                .get(usize::from(area))
                .map(|force| &force.name),
        };
        name.cloned().unwrap_or_default()
    }

    /// Returns the answers to “Where are you?”: the site's police area, then the countries.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        let near = self.police_areas.get(usize::from(self.near));
        let near = near.map(|force| Place::Police(self.near, force.region));
        let countries = Region::ALL
            .into_iter()
            .filter(|region| *region != Region::Uk);
        near.into_iter()
            .chain(countries.map(Place::Country))
            .collect()
    }
}

/// Reads the text of the reasons, in the order in which [`DirectoryProps::to_lines`] writes it. Missing lines are
/// empty.
fn read_reasons(lines: &mut impl Iterator<Item = String>) -> ReasonText {
    let [danger, local, works, signposted, unknown, specialism] =
        std::array::from_fn(|_| lines.next().unwrap_or_default());
    let mut some = |count: usize| -> Vec<String> { lines.by_ref().take(count).collect() };
    ReasonText {
        danger,
        local,
        works,
        signposted,
        unknown,
        specialism,
        perpetrator_relations: some(PerpetratorRelation::ALL.len()),
        contact_mode_reasons: some(ContactMode::ALL.len()),
        contact_modes: some(ContactMode::ALL.len()),
    }
}

/// Returns up to `count` indexes, `first` at the front.
fn first_of(first: Option<usize>, places: impl Iterator<Item = usize>, count: usize) -> Vec<usize> {
    let others = places.filter(|place| Some(*place) != first);
    first.into_iter().chain(others).take(count).collect()
}

impl PoliceAreaRow {
    fn read(region: i64, lines: &mut impl Iterator<Item = String>) -> Option<Self> {
        Some(Self {
            force: lines.next()?,
            name: lines.next()?,
            places: lines.next()?,
            region: *Region::ALL.get(usize::try_from(region).ok()?)?,
        })
    }
}
