//! Navigation between views leaves no trace in the address or the history, and keeps the scroll position.

use domain::view::View;
use serde_json::json;

use crate::harness::page::{Shown, line_of, others, part, place_in_the_list};
use crate::harness::{Engine, Outcome, Page, Serving};

journeys!(in chromium and webkit: the_lines_lead_through_every_view_and_back);
// Other controls for the same navigation, which is tested in each engine above.
journeys!(in chromium:
    the_list_leads_through_every_view,
    the_name_of_a_view_in_the_words_leads_there,
);

async fn the_lines_lead_through_every_view_and_back(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let history = page.history_length().await?;
    for view in others() {
        page.exec(
            "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })",
            vec![json!(line_of(view))],
        )
        .await?;
        let scrolled = page.scrolled().await?;
        page.choose(view).await?;
        page.until_shown(&Shown::only(view)).await?;
        is_shown_alone(&page, view).await?;
        assert!(
            page.scrolled().await? < 1.0,
            "{view:?} does not start at its top"
        );
        assert_eq!(page.focus().await?, format!("title of {}", view.code()));

        page.back_to_start().await?;
        page.until_shown(&Shown::the_start()).await?;
        assert_eq!(page.focus().await?, format!("line of {}", view.code()));
        let again = page.scrolled().await?;
        assert!(
            (again - scrolled).abs() <= 1.0,
            "left the start at {scrolled}, came back at {again}"
        );
    }
    assert_eq!(page.history_length().await?, history);
    assert_eq!(page.address().await?, site.page());
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn the_list_leads_through_every_view(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_laptop().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let history = page.history_length().await?;
    assert_eq!(page.eval::<Vec<usize>>(CURRENT, vec![]).await?, [1]);
    for view in others() {
        page.choose_from_list(view).await?;
        page.until_shown(&Shown::only(view)).await?;
        is_shown_alone(&page, view).await?;
        assert_eq!(page.focus().await?, format!("title of {}", view.code()));
    }
    page.choose_from_list(View::Start).await?;
    page.until_shown(&Shown::the_start()).await?;
    assert_eq!(page.eval::<Vec<usize>>(CURRENT, vec![]).await?, [1]);
    assert_eq!(page.focus().await?, "title of 1");
    assert_eq!(page.history_length().await?, history);
    assert_eq!(page.address().await?, site.page());
    assert_eq!(page.console_errors().await?, [""; 0]);
    Ok(())
}

async fn the_name_of_a_view_in_the_words_leads_there(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let names: Vec<(u8, u8)> = page.eval(NAMES, vec![]).await?;
    assert!(
        !names.is_empty(),
        "no words name another view: this journey shows nothing"
    );
    for (from, to) in names {
        let (Some(from), Some(to)) = (View::from_code(from), View::from_code(to)) else {
            return Err("a name leads to no view".into());
        };
        page.choose(from).await?;
        page.until_shown(&Shown::only(from)).await?;
        page.unfold().await?;
        page.press(&format!(
            "{} .view__body button[data-to=\"{}\"]",
            part(from),
            to.code()
        ))
        .await?;
        page.until_shown(&Shown::only(to)).await?;
        is_shown_alone(&page, to).await?;
        page.back_to_start().await?;
        page.until_shown(&Shown::the_start()).await?;
    }
    assert_eq!(page.address().await?, site.page());
    Ok(())
}

/// The list marks the view, the button back is there, and the others are `hidden=until-found`, so that the
/// browser's own search finds them, where it supports that.
async fn is_shown_alone(page: &Page<'_>, view: View) -> Outcome {
    assert_eq!(
        page.eval::<Vec<usize>>(CURRENT, vec![]).await?,
        [place_in_the_list(view)],
        "the list shows another view"
    );
    let hidden: Vec<u8> = page.eval(HIDDEN, vec![]).await?;
    let others: Vec<u8> = View::ALL
        .iter()
        .map(|other| other.code())
        .filter(|code| *code != view.code())
        .collect();
    assert_eq!(hidden, others, "with {view:?} shown");
    let ways_back: u32 = page.eval(WAYS_BACK, vec![]).await?;
    assert_eq!(ways_back, 1, "ways back from {view:?}");
    Ok(())
}

const CURRENT: &str = "return [...document.querySelectorAll('.nav__button')]
    .flatMap((button, index) => (button.getAttribute('aria-current') === 'true' ? [index + 1] : []))";

const HIDDEN: &str = "const wanted = 'onbeforematch' in document.body ? 'until-found' : true;
    return [...document.querySelectorAll('[data-view]')]
        .filter((view) => view.hidden === wanted).map((view) => Number(view.dataset.view))";

const WAYS_BACK: &str =
    "return ['.nav__back', '.nav__item:first-child > .nav__button'].filter((name) => {
    const button = document.querySelector(name);
    const box = button.getBoundingClientRect();
    return box.width >= 44 && box.height >= 44 && button.checkVisibility() && !button.disabled;
}).length";

const NAMES: &str = "const seen = new Set();
    return [...document.querySelectorAll('.view--part button[data-to]')].flatMap((name) => {
        const from = name.closest('[data-view]').dataset.view;
        const pair = `${from} ${name.dataset.to}`;
        if (from === name.dataset.to || seen.has(pair)) return [];
        seen.add(pair);
        return [[Number(from), Number(name.dataset.to)]];
    }).slice(0, 4)";
