//! Keys and packs in the browsers: published test vectors against the shipped WASM, the worker's requests and
//! replies, the script that reads a pack, and what the page's policy allows for it.

use std::fmt::Write as _;

use serde_json::{Value, json};
use sidedoor::crypto::{KdfParams, Key, Lock, Passcode, open, seal};
use sidedoor::store::pack::DOMAIN;
use sidedoor::store::{File, Pack};
use sidedoor::ui::keep::{OPEN_PACK, OWN_FILES};

use crate::harness::{Engine, Fault, Outcome, Page, Serving, log};

#[path = "../support/vectors.rs"]
mod published;

use published::hex;

journeys!(in every engine:
    the_shipped_wasm_gives_what_is_published,
    what_the_worker_seals_opens_with_the_code_and_with_no_other,
    what_cannot_be_read_is_told_apart_in_one_word,
    the_script_that_reads_packs_reads_ours_and_no_spoilt_one,
    the_page_s_policy_lets_the_worker_in_and_nothing_else,
    where_the_headers_are_lost_the_worker_still_answers,
);
journeys!(alone in every engine: a_key_is_derived_in_the_time_there_is);

/// Full speed here is four times that of a slow phone, which has three seconds (DESIGN 5).
const DERIVATION: f64 = 3000.0 / 4.0;

async fn the_shipped_wasm_gives_what_is_published(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.go(&site.page_before()).await?;

    let derivations = published::DERIVATIONS.iter().map(|vector| {
        let [code, salt, secret, data] =
            [vector.code, vector.salt, vector.secret, vector.data].map(hex);
        let call = json!(["vector_of_argon2id", code, salt, secret, data, vector.cost]);
        (call, json!(vector.key))
    });
    let sealings = published::sealings()?;
    let call = |name: &str, vector: &published::Sealing, bytes: &[u8]| {
        let [key, nonce, data] = [&vector.key, &vector.nonce, &vector.data].map(|part| hex(part));
        json!([name, key, nonce, data, hex(bytes)])
    };
    let openings = sealings.iter().map(|vector| {
        let text = vector.opens.then(|| hex(&vector.text));
        (
            call("vector_of_opening", vector, &vector.sealed),
            json!(text),
        )
    });
    let sealed = sealings.iter().filter(|vector| vector.opens).map(|vector| {
        (
            call("vector_of_sealing", vector, &vector.text),
            json!(hex(&vector.sealed)),
        )
    });
    let (calls, results): (Vec<Value>, Vec<Value>) =
        derivations.chain(openings).chain(sealed).unzip();
    let answers: Value = run(&page, include_str!("keys/vectors.js"), vec![json!(calls)]).await?;
    for ((call, result), answer) in calls.iter().zip(&results).zip(list(&answers)?) {
        assert_eq!(answer, result, "{call}");
    }
    assert_eq!(list(&answers)?.len(), results.len());
    Ok(())
}

async fn what_the_worker_seals_opens_with_the_code_and_with_no_other(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    plain(&page).await?;
    let files = json!([
        { "path": "index.html", "type": "text/html; charset=utf-8", "headers": [["X-Frame-Options", "DENY"]], "bytes": { "hex": hex(b"words") } },
        { "path": "a.svg", "type": "image/svg+xml", "headers": [], "bytes": { "hex": "" } },
    ]);
    let made = ask(
        &page,
        &[
            json!({ "ask": "seal", "code": "2580", "files": files }),
            json!({ "ask": "seal", "files": files }),
        ],
    )
    .await?;
    let [made, without] = made.as_slice() else {
        return Err("two answers were expected".into());
    };
    assert_eq!(text(without, "fault")?, "code");

    // The worker seals, native code opens.
    let lock = Lock::from_bytes(&bytes(made, "lock")?)?;
    let key = lock.open(&code_of("2580")?)?;
    assert_eq!(hex(key.bytes()), text(made, "key")?);
    let pack = Pack::from_bytes(&open(&key, DOMAIN, &bytes(made, "sealed")?)?)?;
    let paths: Vec<&str> = pack.files().iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["a.svg", "index.html"]);

    the_worker_answers_codes(&page, made).await
}

/// Native code seals, the worker opens; composed and decomposed letters are the same code.
async fn the_worker_answers_codes(page: &Page<'_>, with_code: &Value) -> Outcome {
    let key = Key::new([3; Key::LENGTH]);
    let here = Lock::with_code(
        &key,
        &code_of("\u{e9}8")?,
        KdfParams::DEFAULT,
        [1; 16],
        [2; 12],
    )?;
    let lock = |lock: &str| json!({ "hex": lock });
    let (made, here) = (lock(text(with_code, "lock")?), lock(&hex(&here.to_bytes())));
    let answers = ask(
        page,
        &[
            json!({ "ask": "open", "code": "2580", "lock": made }),
            json!({ "ask": "open", "code": "2581", "lock": made }),
            json!({ "ask": "open", "lock": made }),
            json!({ "ask": "open", "code": "", "lock": made }),
            json!({ "ask": "open", "code": "e\u{301}8", "lock": here }),
        ],
    )
    .await?;
    let [right, wrong, none, empty, accent] = answers.as_slice() else {
        return Err("five answers were expected".into());
    };
    assert_eq!(text(right, "key")?, text(with_code, "key")?);
    assert_eq!(text(accent, "key")?, hex(key.bytes()));
    for (answer, fault) in [(wrong, "wrong"), (none, "code"), (empty, "code")] {
        assert_eq!(text(answer, "fault")?, fault);
        assert_eq!((answer.get("key"), answer.get("lock")), (None, None));
    }
    Ok(())
}

async fn what_cannot_be_read_is_told_apart_in_one_word(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    plain(&page).await?;
    let lock = Lock::with_code(
        &Key::new([3; 32]),
        &code_of("1")?,
        KdfParams::MIN,
        [1; 16],
        [2; 12],
    )?;
    let record = hex(&lock.to_bytes());
    let open = |record: &str| json!({ "ask": "open", "code": "1", "lock": { "hex": record } });
    let file = |path: &str| json!([{ "path": path, "type": "a/b", "headers": [], "bytes": { "hex": "" } }]);
    let end = record.len() - 2;
    let newer = record.replacen("01", "02", 1);
    let (cut, last) = record.split_at(end);
    let spoilt = format!("{cut}{:02x}", u8::from_str_radix(last, 16)? ^ 1);
    let cases = [
        (open(&record), None),
        (open(cut), Some("damaged")),
        (open(""), Some("damaged")),
        (open(&spoilt), Some("wrong")),
        (open(&newer), Some("newer")),
        (json!({ "ask": "open", "code": "1" }), Some("question")),
        (json!({ "ask": "more" }), Some("question")),
        (json!({}), Some("question")),
        (
            json!({ "ask": "seal", "code": "1", "files": file("../a") }),
            Some("files"),
        ),
        (
            json!({ "ask": "seal", "key": { "hex": "00" }, "files": file("a") }),
            Some("damaged"),
        ),
        // A request that fails altogether has a reply as well, and the next one is not lost.
        (
            json!({ "ask": "seal", "code": "1", "files": [1] }),
            Some("worker"),
        ),
        (open(&record), None),
    ];
    let (questions, faults): (Vec<Value>, Vec<Option<&str>>) = cases.into_iter().unzip();
    let answers = ask(&page, &questions).await?;
    for ((question, fault), answer) in questions.iter().zip(&faults).zip(&answers) {
        assert_eq!(
            answer.get("fault").and_then(Value::as_str),
            *fault,
            "{question}"
        );
    }
    assert_eq!(answers.len(), questions.len());
    Ok(())
}

async fn the_script_that_reads_packs_reads_ours_and_no_spoilt_one(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.go(&site.page_before()).await?;
    let file = |path: &str, kind: &str, text: &str| File {
        path: path.into(),
        kind: kind.into(),
        headers: vec![("x-frame-options".into(), "DENY".into())],
        bytes: text.into(),
    };
    let long = "caf\u{e9} ".repeat(30_000);
    let pack = Pack::new(vec![
        file("index.html", "text/html; charset=utf-8", &long),
        file("cy/caf\u{e9}.html", "text/html", "arall"),
        file("empty.svg", "image/svg+xml", ""),
    ])?;
    let key = Key::new([9; Key::LENGTH]);
    let sealed = seal(&key, &[4; 12], DOMAIN, &pack.to_bytes()?)?;
    let read = async |key: &Key, sealed: &[u8]| -> Outcome<Value> {
        let paths = json!([
            "index.html",
            "cy/caf\u{e9}.html",
            "empty.svg",
            "not.there",
            ""
        ]);
        let script = [OPEN_PACK, include_str!("keys/read_pack.js")].concat();
        run(
            &page,
            &script,
            vec![json!(hex(key.bytes())), json!(hex(sealed)), paths],
        )
        .await
    };
    let headers = |kind: &str| json!([format!("content-type: {kind}"), "x-frame-options: DENY"]);
    assert_eq!(
        read(&key, &sealed).await?,
        json!([
            [long, headers("text/html; charset=utf-8")],
            ["arall", headers("text/html")],
            ["", headers("image/svg+xml")],
            null,
            null,
        ])
    );
    let refused = json!("OperationError");
    assert_eq!(read(&Key::new([8; Key::LENGTH]), &sealed).await?, refused);
    for place in [0, 1, 12, 13, 5000, sealed.len() - 1] {
        let mut spoilt = sealed.clone();
        if let Some(byte) = spoilt.get_mut(place) {
            *byte ^= 1;
        }
        assert_eq!(read(&key, &spoilt).await?, refused, "byte {place}");
    }
    Ok(())
}

async fn the_page_s_policy_lets_the_worker_in_and_nothing_else(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    let before = site.requests().len();
    page.exec(&format!("{OWN_FILES}window.ownFile = ownFile;"), vec![])
        .await?;
    worker_answers(&page).await?;
    assert_eq!(page.console_errors().await?, [""; 0]);
    let mut asked: Vec<_> = site.requests().split_off(before);
    asked.sort_by(|one, other| one.path.cmp(&other.path));
    let paths: Vec<&str> = asked.iter().map(|request| request.path.as_str()).collect();
    assert_eq!(paths, ["/work.js", "/work_bg.wasm", "/worker.js"]);
    assert!(
        asked.iter().all(|request| request.referer.is_none()),
        "{asked:?}"
    );

    let script = include_str!("keys/refused.js");
    let (tried, let_in): (usize, Vec<String>) = page.eval(script, vec![]).await?;
    assert_eq!(let_in, [""; 0], "let in");
    if tried < 7 {
        log(&format!(
            "{engine:?} knows no Trusted Types: the names were tried, the policy was not"
        ));
    }
    Ok(())
}

async fn where_the_headers_are_lost_the_worker_still_answers(engine: Engine) -> Outcome {
    let site = Serving::dist().with(Fault::HeadersLost).start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    page.open_ready().await?;
    page.exec(&format!("{OWN_FILES}window.ownFile = ownFile;"), vec![])
        .await?;
    worker_answers(&page).await
}

async fn worker_answers(page: &Page<'_>) -> Outcome {
    let key = Key::new([1; Key::LENGTH]);
    let lock = Lock::with_code(&key, &code_of("1")?, KdfParams::MIN, [1; 16], [2; 12])?;
    let lock = json!({ "hex": hex(&lock.to_bytes()) });
    let answers = ask(page, &[json!({ "ask": "open", "code": "1", "lock": lock })]).await?;
    let answer = answers.first().ok_or("there is no answer")?;
    assert_eq!(text(answer, "key")?, "01".repeat(Key::LENGTH));
    Ok(())
}

async fn a_key_is_derived_in_the_time_there_is(engine: Engine) -> Outcome {
    let site = Serving::dist().start().await?;
    let browser = engine.on_a_phone().await?;
    let page = Page::of(&browser, &site);
    plain(&page).await?;
    let lock = |cost| -> Outcome<Value> {
        let lock = Lock::with_code(&Key::new([3; 32]), &code_of("1")?, cost, [1; 16], [2; 12])?;
        Ok(json!({ "ask": "open", "code": "1", "lock": { "hex": hex(&lock.to_bytes()) } }))
    };
    let mut line = format!("{engine:?}, one derivation in the worker, ms:");
    let mut usual = 0.0;
    for (cost, name) in [(KdfParams::MIN, "least"), (KdfParams::DEFAULT, "usual")] {
        let question = lock(cost)?;
        let mut times = Vec::new();
        // The first one of a worker also waits for it to load.
        for answer in ask(&page, &vec![question; 8]).await?.iter().skip(1) {
            assert_eq!(text(answer, "key")?, "03".repeat(Key::LENGTH));
            times.push(
                answer
                    .get("took")
                    .and_then(Value::as_f64)
                    .ok_or("no time")?,
            );
        }
        times.sort_by(f64::total_cmp);
        let [first, .., last] = times.as_slice() else {
            return Err("no times".into());
        };
        usual = *times.get(times.len() / 2).ok_or("no times")?;
        write!(
            line,
            " {name} {:?} {usual:.0} ({first:.0} to {last:.0});",
            cost.numbers()
        )?;
    }
    log(&line);
    assert!(usual < DERIVATION, "{line}");
    Ok(())
}

/// An ordinary page of the same origin, without a policy.
async fn plain(page: &Page<'_>) -> Outcome {
    page.go(&page.site.page_before()).await?;
    page.exec("window.ownFile = (name) => `/${name}`", vec![])
        .await
}

async fn run(page: &Page<'_>, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
    let answer = page.browser.driver.execute_async(script, arguments).await?;
    Ok(answer.convert()?)
}

/// Sends requests to a new worker; returns its replies in order, each with its time.
async fn ask(page: &Page<'_>, questions: &[Value]) -> Outcome<Vec<Value>> {
    let answers = run(page, include_str!("keys/ask.js"), vec![json!(questions)]).await?;
    list(&answers).cloned()
}

fn list(answers: &Value) -> Outcome<&Vec<Value>> {
    answers.as_array().ok_or_else(|| answers.to_string().into())
}

fn text<'a>(answer: &'a Value, name: &str) -> Outcome<&'a str> {
    let value = answer.get(name).and_then(Value::as_str);
    value.ok_or_else(|| format!("no {name} in {answer}").into())
}

fn bytes(answer: &Value, name: &str) -> Outcome<Vec<u8>> {
    let digits = text(answer, name)?.as_bytes().chunks(2);
    digits
        .map(|digits| Ok(u8::from_str_radix(std::str::from_utf8(digits)?, 16)?))
        .collect()
}

fn code_of(text: &str) -> Outcome<Passcode> {
    Ok(Passcode::new(text.as_bytes().to_vec())?)
}
