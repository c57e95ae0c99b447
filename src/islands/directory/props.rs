//! Props of the directory: what the app has to know about the services. Their text stays in the page.

use super::{Crisis, Labels};
use domain::matching::{Candidate, Place, ReasonText};
use domain::opening::{Almanac, Day, LondonDateTime, OpeningWords, Timetable};
use domain::place::{NameMatch, Region, fit};
use domain::props::{Props, props};
use domain::search::Index;

props! {
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
}

props! {
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
}

props! {
    /// Props of the directory.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct DirectoryProps {
        /// Index of the police area that the site is for.
        pub near: usize,
        /// Bank holidays and the date of the build.
        pub almanac: Almanac,
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
        /// Every police area.
        pub police_areas: Vec<PoliceAreaRow>,
        /// Crisis phrases and results, if the content defines them.
        pub crisis: Option<Crisis>,
        /// Every service.
        pub services: Vec<ServiceRow>,
    }
}

/// Index of 999, the first service.
const DANGER: usize = 0;
/// Maximum number of services that a search shows: more are no help.
const SEARCH_SHOWS: usize = 24;
/// Maximum number of guides that a search shows.
const GUIDES_SHOWN: usize = 5;

impl DirectoryProps {
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

    /// Finds the police areas that contain a place of exactly this name.
    #[must_use]
    pub fn places_named(&self, name: &str) -> Vec<Place> {
        let mut found = Vec::new();
        for (index, area) in self.police_areas.iter().enumerate() {
            let mut names = area.places.split(", ").chain([area.name.as_str()]);
            if names.any(|other| fit(other, name) == Some(NameMatch::Whole)) {
                found.extend(u16::try_from(index).map(|index| Place::Police(index, area.region)));
            }
        }
        found
    }

    /// Returns the answers to “Where are you?”: the site's police area, then the countries.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        let near = self.police_areas.get(self.near);
        let near = near.and_then(|force| {
            let index = u16::try_from(self.near).ok()?;
            Some(Place::Police(index, force.region))
        });
        let countries = Region::ALL
            .into_iter()
            .filter(|region| *region != Region::Uk);
        near.into_iter()
            .chain(countries.map(Place::Country))
            .collect()
    }
}

/// Returns up to `count` indexes, `first` at the front.
fn first_of(first: Option<usize>, places: impl Iterator<Item = usize>, count: usize) -> Vec<usize> {
    let others = places.filter(|place| Some(*place) != first);
    first.into_iter().chain(others).take(count).collect()
}
