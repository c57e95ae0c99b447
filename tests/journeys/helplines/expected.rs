//! The expected lines about opening hours, computed from the content.

use std::collections::BTreeMap;

use content::Edition;
use domain::opening::{Almanac, Day, LondonDateTime, Timetable};
use domain::service::Group;

use super::edition;
use crate::harness::{Outcome, Page};

/// The expected line of each service, by its index in the list. Those of 999 have none, and those that
/// are not staffed.
pub(super) type Lines = BTreeMap<usize, String>;

/// What the content says, and the day on which the page was built from it.
pub(super) struct Expected {
    pub(super) edition: Edition,
    /// The day of the build.
    pub(super) built: jiff::civil::Date,
}

impl Expected {
    pub(super) async fn of(page: &Page<'_>) -> Outcome<Self> {
        let built: i64 = page.eval(BUILT, vec![]).await?;
        let built = jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().days(built))?;
        Ok(Self {
            edition: edition()?,
            built,
        })
    }

    fn almanac(&self) -> Almanac {
        self.edition.bank_holidays.almanac(self.built)
    }

    pub(super) fn lines(&self, seconds: i64) -> Lines {
        let text = &self.edition.text;
        let almanac = self.almanac();
        let today = LondonDateTime::at(seconds).day;
        let date = |month: i64, day: i64| {
            let index = usize::try_from(month - 1).unwrap_or_default();
            format!(
                "{day} {}",
                text.months.get(index).map_or("", String::as_str)
            )
        };
        let services = self.edition.services.iter().enumerate();
        services
            .filter(|(_, service)| service.group != Group::Emergency && service.is_staffed())
            .map(|(place, service)| {
                let assurance = &service.assurance;
                if today > Day::from(assurance.next_check) {
                    let date = text.date(assurance.checked);
                    let line = text.service.check_first.replace("{date}", &date);
                    return (place, line);
                }
                let hours = Timetable::of(&service.hours, &service.areas);
                let line = text.now.line(hours.at(&almanac, seconds), &date);
                (place, line.unwrap_or_default())
            })
            .collect()
    }

    pub(super) fn place(&self, id: &str) -> Outcome<usize> {
        let mut services = self.edition.services.iter();
        let place = services.position(|other| other.id == id);
        Ok(place.ok_or_else(|| format!("no service is called {id}"))?)
    }
}

/// The first number of the almanac that the page carries.
const BUILT: &str = "const given = document.querySelector('[data-for=finder]').dataset.props;
    return Number(given.split('\\n')[1].split(' ')[0])";
