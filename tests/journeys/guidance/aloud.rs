//! Reading aloud. No driver has a voice, so `speechSynthesis` is mocked: one voice on the device, one remote.

use domain::view::View;
use serde_json::json;

use super::Reading;
use crate::harness::{Engine, Outcome};

journeys!(in every engine: a_voice_of_the_device_reads_and_the_exit_silences_it);
// The choice of a voice is the app's own rule.
journeys!(in chromium: a_voice_from_elsewhere_is_never_used);

/// A local and a remote voice, or the second alone. Utterances are recorded, not spoken.
const VOICES: &str = "const voices = [{ lang: 'en-GB', localService: false, name: 'far' }, { lang: 'en-GB', localService: true, name: 'near' }].slice(0, arguments[0]);
    window.heard = { spoken: [], voices: [], silenced: 0 };
    class Utterance extends EventTarget { constructor(text) { super(); this.text = text; } }
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
    const fake = Object.assign(new EventTarget(), {
        getVoices: () => voices,
        speak(utterance) { window.heard.spoken.push(utterance.text); window.heard.voices.push(utterance.voice.name); window.heard.last = utterance; },
        cancel() { window.heard.silenced += 1; },
    });
    Object.defineProperty(window, 'speechSynthesis', { value: fake, configurable: true });
";
const OFFERED: &str = "return [...document.querySelectorAll('[data-read]')].filter((button) => !button.disabled).length";

async fn a_voice_of_the_device_reads_and_the_exit_silences_it(engine: Engine) -> Outcome {
    let reading = Reading::of(engine, View::Stalking).await?;
    let page = reading.page();
    if !page
        .eval::<bool>("return 'speechSynthesis' in window", vec![])
        .await?
    {
        // An engine without voices offers none.
        assert_eq!(page.eval::<usize>(OFFERED, vec![]).await?, 0);
        return Ok(());
    }
    page.exec(VOICES, vec![json!(2)]).await?;
    assert!(page.eval::<usize>(OFFERED, vec![]).await? > 3);
    let button = reading.below(".guide [data-read]");
    let words = format!("return document.querySelector('{button}').firstChild.textContent");
    let before: String = page.eval(&words, vec![]).await?;
    assert!(before.contains("others may hear"), "{before}");
    page.press(&button).await?;
    // Voices are not requested before reading aloud starts.
    let (spoken, voices): (Vec<String>, Vec<String>) = page
        .eval("return [window.heard.spoken, window.heard.voices]", vec![])
        .await?;
    assert_eq!(
        spoken.first().map(String::as_str),
        Some("When to call 999 now")
    );
    assert!(spoken.len() > 8, "{spoken:?}");
    // What is below the screen has words too.
    assert!(
        !spoken.iter().any(|line| line.trim().is_empty()),
        "{spoken:?}"
    );
    assert!(
        !spoken.iter().any(|line| line.contains("Last compared")),
        "{spoken:?}"
    );
    assert!(voices.iter().all(|voice| voice == "near"), "{voices:?}");
    assert_eq!(
        page.eval::<String>(&words, vec![]).await?,
        "Stop reading aloud"
    );

    // At the end the button is reset.
    page.exec("window.heard.last.dispatchEvent(new Event('end'))", vec![])
        .await?;
    assert_eq!(page.eval::<String>(&words, vec![]).await?, before);

    // Pressing again stops it, and so does leaving the view.
    let silenced = "return window.heard.silenced";
    for _ in 0..2 {
        page.press(&button).await?;
    }
    let by_hand: usize = page.eval(silenced, vec![]).await?;
    assert!(by_hand > 0);
    page.press(&button).await?;
    page.back_to_start().await?;
    assert!(page.eval::<usize>(silenced, vec![]).await? > by_hand);

    // The cover silences it at once, whatever the app does.
    page.show(View::Stalking).await?;
    page.press(&button).await?;
    let before: usize = page.eval(silenced, vec![]).await?;
    page.exec("document.documentElement.dataset.covered = ''", vec![])
        .await?;
    assert!(page.eval::<usize>(silenced, vec![]).await? > before);
    Ok(())
}

async fn a_voice_from_elsewhere_is_never_used(engine: Engine) -> Outcome {
    let reading = Reading::of(engine, View::Stalking).await?;
    let page = reading.page();
    page.exec(VOICES, vec![json!(1)]).await?;
    let button = reading.below(".guide [data-read]");
    if page.eval::<usize>(OFFERED, vec![]).await? == 0 {
        return Ok(()); // an engine without voices offers none
    }
    page.press(&button).await?;
    page.until(
        "it is said that there is no voice",
        "return document.querySelector(arguments[0]).firstChild.textContent === 'This device cannot read aloud'",
        vec![json!(button)],
    )
    .await?;
    assert_eq!(
        page.eval::<usize>("return window.heard.spoken.length", vec![])
            .await?,
        0
    );
    Ok(())
}
