//! “I cannot speak” on the start: it opens in place with and without scripts, and its links are right.

use content::Edition;
use domain::service::{Contact, Service};

use super::edition;
use crate::harness::{Browser, Engine, Fault, Outcome, Page, Scheme, Serving, Size};

journeys!(in every engine:
    with_the_app_and_without_it_opens_in_place,
);

async fn with_the_app_and_without_it_opens_in_place(engine: Engine) -> Outcome {
    let browser = engine.start(Size::SMALL_PHONE, Scheme::Light).await?;
    for fault in [Some(Fault::NoScripts), Some(Fault::WasmHeldBack), None] {
        let found = it_opens_in_place(&browser, fault).await;
        found.map_err(|error| format!("{fault:?}: {error}"))?;
    }
    Ok(())
}

/// A link: its heading, the name of its service, its address and its text.
type Link = (String, String, String, String);

async fn it_opens_in_place(browser: &Browser, fault: Option<Fault>) -> Outcome {
    let serving = Serving::dist();
    let serving = match fault {
        Some(fault) => serving.with(fault),
        None => serving,
    };
    let site = serving.start().await?;
    let page = Page::of(browser, &site);
    page.open().await?;
    if fault.is_none() {
        page.until_ready().await?;
    }
    let shown = page.shown().await?;
    page.press(".quiet > summary").await?;
    page.until(
        "it is open",
        "return document.querySelector('.quiet').open",
        vec![],
    )
    .await?;
    assert_eq!(
        page.shown().await?,
        shown,
        "{fault:?}: it does not stay on the start"
    );

    let steps: String = page
        .eval(
            "return document.querySelector('.quiet ol').innerText",
            vec![],
        )
        .await?;
    assert!(steps.contains("55"), "{fault:?}: {steps}");
    let links: Vec<Link> = page.eval(LINKS, vec![]).await?;
    let unseen: usize = page.eval("return [...document.querySelectorAll('.quiet a')].filter((link) => !link.checkVisibility() || link.getBoundingClientRect().height < 44).length", vec![]).await?;
    assert_eq!(unseen, 0, "{fault:?}: links that cannot be pressed");
    are_right(&links, &edition()?)
}

fn are_right(links: &[Link], edition: &Edition) -> Outcome {
    let talks = &edition.text.directory.talks;
    for way in [
        "By text",
        "By typing",
        "In British Sign Language",
        "With an interpreter",
    ] {
        assert!(talks.values().any(|talk| talk == way));
        let under = links.iter().filter(|(heading, ..)| heading == way).count();
        assert!(under > 0, "no link is under “{way}”");
    }
    for (way, name, href, label) in links {
        let service = edition
            .services
            .iter()
            .find(|service| service.name == *name);
        let service = service.ok_or_else(|| format!("no service is called “{name}”"))?;
        let right = addresses(service).into_iter().any(|(address, written)| {
            address == *href && written.is_none_or(|written| label.contains(&written))
        });
        assert!(
            right,
            "{way}: {name}: {href} “{label}” is none of {:?}",
            addresses(service)
        );
        let scheme = href.split(':').next().unwrap_or_default();
        let fits: &[&str] = match way.as_str() {
            "By text" => &["sms"],
            "By typing" => &["tel", "mailto", "https"],
            "In British Sign Language" => &["https"],
            _ => &["tel"],
        };
        assert!(fits.contains(&scheme), "{way}: {href}");
    }
    Ok(())
}

/// Where a service can be reached, and the number as it is written.
fn addresses(service: &Service) -> Vec<(String, Option<String>)> {
    let contacts = service.contacts.iter();
    contacts
        .filter_map(|contact| match contact {
            Contact::Call(number) => Some((number.tel_uri(), Some(number.written().to_owned()))),
            Contact::Relay(number) => Some((
                number.number().tel_uri(),
                Some(number.number().written().to_owned()),
            )),
            Contact::Text(number) => Some((number.sms_uri(), Some(number.written().to_owned()))),
            Contact::Email(address) => {
                Some((address.mailto_uri(), Some(address.as_str().to_owned())))
            }
            Contact::Web(page) => Some((page.address.as_str().to_owned(), None)),
            Contact::Visit(_) => None,
        })
        .collect()
}

const LINKS: &str = "let heading = '', name = '';
    const links = [];
    for (const element of document.querySelectorAll('.quiet h3, .quiet__who > b, .quiet a')) {
        if (element.localName === 'h3') heading = element.textContent;
        else if (element.localName === 'b') name = element.textContent;
        else links.push([heading, name, element.getAttribute('href'), element.innerText]);
    }
    return links";
