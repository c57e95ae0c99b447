//! What the app has to know about the services. Their words stay in the page.
//!
//! It comes as plain lines, because reading a struct for each of these things costs the phone 12 kB of app
//! more. [`Directory::lines`] writes them where the page is built, and [`Directory::read`] reads them.

use crate::domain::finder::Talk;
use crate::domain::finder::{FinderWords, Listed, Place};
use crate::domain::opening::{Almanac, Day, London, OpeningWords, Timetable};
use crate::domain::place::Region;
use crate::domain::service::Doer;

/// A service. Its place in the list is its place in the page (`data-service`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// As far as the three questions go.
    pub listed: Listed,
    /// Its hours, if it has such a thing.
    pub hours: Timetable,
    /// When it was checked, and by when it has to be checked again; `None` for the ways to reach 999.
    pub checked: Option<(Day, Day)>,
    /// Words it is looked for by that it does not show.
    pub search: String,
}

/// The area of a police force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Force {
    /// The force.
    pub force: String,
    /// What people call the area.
    pub name: String,
    /// The country.
    pub region: Region,
    /// Its counties, towns and boroughs, with commas between.
    pub places: String,
}

/// The words of the search and the questions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Labels {
    /// What the field for searching is called.
    pub search: String,
    /// How many were found; `{count}`.
    pub found: String,
    /// The heading over what was found to read.
    pub to_read: String,
    /// How many pieces of guidance were found; `{count}`.
    pub found_to_read: String,
    /// That nothing was found.
    pub nothing: String,
    /// That no question was answered.
    pub unanswered: String,
    /// That everything was taken back.
    pub cleared: String,
    /// The heading of the three questions.
    pub choose: String,
    /// How many fit the answers; `{count}`.
    pub fit: String,
    /// That nobody fits all the answers.
    pub nobody: String,
    /// Said until the app runs.
    pub waiting: String,
    /// Takes back every answer and the search.
    pub again: String,
    /// An answer that is not given.
    pub any: String,
    /// Passes over a question.
    pub skip: String,
    /// Goes back to a question.
    pub change: String,
    /// The three questions.
    pub questions: [String; 3],
    /// What the field for a county, town or police force is called.
    pub near: String,
    /// How many places have that name; `{count}`.
    pub near_found: String,
    /// How many places have a name like it; `{count}`.
    pub near_guess: String,
    /// Said of a place that the page does not know.
    pub near_nothing: String,
    /// What a police force is called among the offers; `{force}`.
    pub force: String,
    /// The heading over what was found.
    pub first: String,
    /// Said of a service whose next check is overdue; `{date}`.
    pub check_first: String,
    /// Said once a number was copied.
    pub copied: String,
    /// Said when it was not.
    pub not_copied: String,
    /// Ends the reading aloud.
    pub hush: String,
    /// There is no voice on the device.
    pub no_voice: String,
}

/// Everything the list needs to find and to order services.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directory {
    /// The words of the search and the questions.
    pub labels: Labels,
    /// The words of the reasons.
    pub finder: FinderWords,
    /// The words of opening hours.
    pub opening: OpeningWords,
    /// The names of the countries, in the order of [`Region::ALL`].
    pub regions: Vec<String>,
    /// The names of the months.
    pub months: Vec<String>,
    /// The days on which lines may keep other hours.
    pub almanac: Almanac,
    /// The police area whose services the page shows first.
    pub near: u16,
    /// Every police area.
    pub forces: Vec<Force>,
    /// Every service.
    pub entries: Vec<Entry>,
}

/// An empty list of numbers.
const NONE: &str = "-";

impl Directory {
    /// Its numbers, each list a line, then an empty line, then its words, one a line.
    #[must_use]
    pub fn lines(&self) -> String {
        let numbers = self.numbers().into_iter().map(|list| {
            let list: Vec<String> = list.iter().map(ToString::to_string).collect();
            // An empty line is where the numbers end.
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
        let (labels, finder) = (&self.labels, &self.finder);
        let [place, doer, talk] = &labels.questions;
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
            &labels.nobody,
            &labels.waiting,
            &labels.again,
            &labels.any,
            &labels.skip,
            &labels.change,
            place,
            doer,
            talk,
            &labels.near,
            &labels.near_found,
            &labels.near_guess,
            &labels.near_nothing,
            &labels.force,
            &labels.first,
            &labels.check_first,
            &labels.copied,
            &labels.not_copied,
            &labels.hush,
            &labels.no_voice,
            &finder.danger,
            &finder.local,
            &finder.works,
            &finder.pointed_to,
            &finder.unknown,
            &finder.knows,
        ];
        let mut lines: Vec<String> = first.into_iter().cloned().collect();
        for names in [
            &finder.doers,
            &finder.can,
            &finder.talks,
            &self.regions,
            &self.months,
        ] {
            lines.extend(names.iter().cloned());
        }
        lines.extend(self.opening.lines());
        for force in &self.forces {
            lines.extend([
                force.force.clone(),
                force.name.clone(),
                force.places.clone(),
            ]);
        }
        lines.extend(self.entries.iter().map(|entry| entry.search.clone()));
        lines.join("\n")
    }

    fn numbers(&self) -> Vec<Vec<i64>> {
        let mut numbers: Vec<Vec<i64>> = vec![
            vec![i64::from(self.near)],
            self.almanac.clone().into(),
            self.forces
                .iter()
                .map(|force| force.region as i64)
                .collect(),
        ];
        for entry in &self.entries {
            let checked = entry
                .checked
                .map(|(checked, next)| vec![checked.number(), next.number()]);
            numbers.extend([
                entry.listed.numbers(),
                entry.hours.clone().into(),
                checked.unwrap_or_default(),
            ]);
        }
        numbers
    }

    /// What [`Self::lines`] wrote, read again; `None` if no build writes such lines.
    #[must_use]
    pub fn read(lines: &str) -> Option<Self> {
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
        let labels = Labels::read(&mut lines);
        let mut next = || lines.next().unwrap_or_default();
        let [danger, local, works, pointed_to, unknown, knows] = std::array::from_fn(|_| next());
        let mut some = |count: usize| -> Vec<String> { lines.by_ref().take(count).collect() };
        let finder = FinderWords {
            danger,
            local,
            works,
            pointed_to,
            unknown,
            knows,
            doers: some(Doer::ALL.len()),
            can: some(Talk::ALL.len()),
            talks: some(Talk::ALL.len()),
        };
        let regions = some(Region::ALL.len());
        let months = some(12);
        let opening = OpeningWords::read(&mut lines);
        let forces = regions_of_forces
            .into_iter()
            .map(|region| Force::read(region, &mut lines))
            .collect::<Option<_>>()?;
        let mut entries = Vec::new();
        while let Some(listed) = numbers.next() {
            let hours = Timetable::try_from(numbers.next()?).ok()?;
            let checked = match numbers.next()?.as_slice() {
                [checked, next] => Some((Day::from_number(*checked), Day::from_number(*next))),
                _ => None,
            };
            entries.push(Entry {
                listed: Listed::from_numbers(&listed)?,
                hours,
                checked,
                search: lines.next()?,
            });
        }
        Some(Self {
            labels,
            finder,
            opening,
            regions,
            months,
            almanac,
            near: u16::try_from(near).ok()?,
            forces,
            entries,
        })
    }

    /// What is said about a service's hours at a moment. Whoever was not checked in time is not said
    /// to be open.
    #[must_use]
    pub fn now(&self, entry: &Entry, seconds: i64) -> String {
        let today = London::at(seconds).day;
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

    /// What a place is called.
    #[must_use]
    pub fn place(&self, place: Place) -> String {
        let name = match place {
            Place::Country(region) => self.regions.get(region as usize),
            Place::Police(area, _) => self.forces.get(usize::from(area)).map(|force| &force.name),
        };
        name.cloned().unwrap_or_default()
    }

    /// The answers to “Where are you?”: where the site is, then the countries.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        let near = self.forces.get(usize::from(self.near));
        let near = near.map(|force| Place::Police(self.near, force.region));
        let countries = Region::ALL
            .into_iter()
            .filter(|region| *region != Region::Uk);
        near.into_iter()
            .chain(countries.map(Place::Country))
            .collect()
    }
}

impl Force {
    fn read(region: i64, lines: &mut impl Iterator<Item = String>) -> Option<Self> {
        Some(Self {
            force: lines.next()?,
            name: lines.next()?,
            places: lines.next()?,
            region: *Region::ALL.get(usize::try_from(region).ok()?)?,
        })
    }
}

impl Labels {
    fn read(lines: &mut impl Iterator<Item = String>) -> Self {
        let mut next = || lines.next().unwrap_or_default();
        Self {
            search: next(),
            found: next(),
            to_read: next(),
            found_to_read: next(),
            nothing: next(),
            unanswered: next(),
            cleared: next(),
            choose: next(),
            fit: next(),
            nobody: next(),
            waiting: next(),
            again: next(),
            any: next(),
            skip: next(),
            change: next(),
            questions: [next(), next(), next()],
            near: next(),
            near_found: next(),
            near_guess: next(),
            near_nothing: next(),
            force: next(),
            first: next(),
            check_first: next(),
            copied: next(),
            not_copied: next(),
            hush: next(),
            no_voice: next(),
        }
    }
}
