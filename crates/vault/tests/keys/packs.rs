//! Packs: deterministic, round trip, and authenticated.

use proptest::prelude::*;
use vault::crypto::{Key, open, seal};
use vault::store::pack::{DOMAIN, STEP};
use vault::store::{File, Pack, PackError};

fn file(path: &str, bytes: &[u8]) -> File {
    File {
        path: path.into(),
        kind: "text/html; charset=utf-8".into(),
        headers: vec![("X-Frame-Options".into(), "DENY".into())],
        bytes: bytes.into(),
    }
}

fn pack(files: Vec<File>) -> Pack {
    Pack::new(files).unwrap()
}

#[test]
fn the_form_is_the_one_that_scripts_read() {
    let pack = pack(vec![file("b.html", b"second"), file("a.html", b"first")]);
    let bytes = pack.to_bytes().unwrap();
    let index = r#"[{"path":"a.html","type":"text/html; charset=utf-8","headers":[["X-Frame-Options","DENY"]],"from":0,"to":5},{"path":"b.html","type":"text/html; charset=utf-8","headers":[["X-Frame-Options","DENY"]],"from":5,"to":11}]"#;
    let length = u32::try_from(index.len()).unwrap().to_le_bytes();
    let expected = [length.as_slice(), index.as_bytes(), b"firstsecond"].concat();
    assert_eq!(bytes[..expected.len()], expected);
    assert_eq!(bytes.len(), STEP);
    assert!(bytes[expected.len()..].iter().all(|byte| *byte == 0));
}

#[test]
fn the_order_in_which_files_come_makes_no_difference() {
    let (one, other) = (file("a", b"1"), file("b/c", b"2"));
    let bytes = |files| pack(files).to_bytes().unwrap();
    assert_eq!(
        bytes(vec![one.clone(), other.clone()]),
        bytes(vec![other, one])
    );
}

#[test]
fn sizes_grow_by_whole_steps_only() {
    let length = |bytes: usize| {
        let pack = pack(vec![file("a", &vec![1; bytes])]);
        pack.to_bytes().unwrap().len()
    };
    let head = {
        let bytes = pack(vec![file("a", &vec![1; 10_000])]).to_bytes().unwrap();
        bytes.iter().rposition(|byte| *byte != 0).unwrap() + 1 - 10_000
    };
    assert_eq!(length(1), STEP);
    assert_eq!(length(STEP - head), STEP);
    assert_eq!(length(STEP - head + 1), 2 * STEP);
}

#[test]
fn paths_that_lead_elsewhere_and_headers_that_cannot_be_sent_are_refused() {
    for path in [
        "", "/a", "a/", "a//b", "../a", "a/../b", "./a", "a\\b", "a?b", "a#b", "a\n",
    ] {
        let refused = Pack::new(vec![file(path, b"")]).err();
        assert_eq!(refused, Some(PackError::Path(path.into())), "{path:?}");
    }
    let twice = Pack::new(vec![file("a", b"1"), file("a", b"2")]).err();
    assert_eq!(twice, Some(PackError::Twice("a".into())));
    for (name, value) in [
        ("", "a"),
        ("a b", "c"),
        ("a:", "b"),
        ("a", "b\r\nc"),
        ("a", ""),
        ("a", " b"),
        ("a", "é"),
    ] {
        let mut bad = file("a", b"");
        bad.headers = vec![(name.into(), value.into())];
        let refused = Pack::new(vec![bad]).err();
        assert!(
            matches!(refused, Some(PackError::Header(_))),
            "{name:?}: {value:?}"
        );
    }
    let untyped = File {
        kind: String::new(),
        ..file("a", b"")
    };
    assert!(matches!(
        Pack::new(vec![untyped]),
        Err(PackError::Header(_))
    ));
}

#[test]
fn only_the_very_bytes_are_a_pack() {
    let bytes = pack(vec![file("a", b"1"), file("b", b"2")])
        .to_bytes()
        .unwrap();
    let changed = |from: &str, to: &str| {
        assert_eq!(from.len(), to.len());
        let at = bytes
            .windows(from.len())
            .position(|window| window == from.as_bytes());
        let mut changed = bytes.clone();
        changed[at.unwrap()..][..to.len()].copy_from_slice(to.as_bytes());
        Pack::from_bytes(&changed).err()
    };
    for (from, to) in [
        (r#""from":0"#, r#""from":1"#),
        (r#""to":2"#, r#""to":0"#),
        (r#""to":1}"#, r#""to":2}"#),
        (r#""path":"a""#, r#""path":"c""#),
        (r#""headers""#, r#""Headers""#),
        (r"},{", r"};{"),
    ] {
        assert_eq!(changed(from, to), Some(PackError::NotAPack), "{from} {to}");
    }
    assert_eq!(
        changed(r#""path":"a""#, r#""path":"/""#),
        Some(PackError::Path("/".into()))
    );
    let last = bytes.len() - 1;
    let mut filled = bytes.clone();
    filled[last] = 1;
    for bad in [&[][..], &[0; 4], &[255; 64], &filled, &bytes[..last]] {
        assert_eq!(Pack::from_bytes(bad).err(), Some(PackError::NotAPack));
    }
}

#[test]
fn damage_at_every_byte_of_a_sealed_pack_is_noticed() {
    let key = Key::new([1; 32]);
    let pack = pack(vec![file("a", b"words")]);
    let mut sealed = seal(&key, &[2; 12], DOMAIN, &pack.to_bytes().unwrap()).unwrap();
    assert_eq!(sealed.len(), 1 + 12 + STEP + 16);
    let opened = open(&key, DOMAIN, &sealed).unwrap();
    assert_eq!(Pack::from_bytes(&opened).unwrap(), pack);
    // Every byte would take minutes; an odd step reaches every section, and the ends are tested by themselves.
    let places =
        (0..sealed.len()).filter(|place| place % 331 == 0 || *place < 64 || *place >= STEP);
    for place in places.collect::<Vec<_>>() {
        sealed[place] ^= 0x80;
        assert!(open(&key, DOMAIN, &sealed).is_err(), "byte {place}");
        sealed[place] ^= 0x80;
    }
    assert!(open(&key, DOMAIN, &sealed).is_ok());
}

#[test]
fn sealed_names_and_words_cannot_be_found() {
    let pack = pack(vec![file("index.html", b"words that must not be found")]);
    let plain = pack.to_bytes().unwrap();
    let sealed = seal(&Key::new([1; 32]), &[2; 12], DOMAIN, &plain).unwrap();
    for part in [&b"index"[..], b"html", b"words", b"found", b"path", &[0; 8]] {
        let is_in = |bytes: &[u8]| bytes.windows(part.len()).any(|window| window == part);
        assert!(is_in(&plain), "the test looks for what is not there");
        assert!(!is_in(&sealed), "{part:?}");
    }
}

fn any_file() -> impl Strategy<Value = File> {
    let headers = prop::collection::vec(("[A-Za-z-]{1,12}", "[!-~]([ -~]{0,20}[!-~])?"), 0..4);
    (
        "[a-z0-9_.]{0,3}[a-z](/[a-z0-9_é ]{1,6}){0,2}",
        "[a-z]{1,8}/[a-z+]{1,8}",
        headers,
        any::<Vec<u8>>(),
    )
        .prop_map(|(path, kind, headers, bytes)| File {
            path,
            kind,
            headers,
            bytes,
        })
}

proptest! {
    #[test]
    fn what_is_packed_comes_back(files in prop::collection::vec(any_file(), 0..6)) {
        if let Ok(pack) = Pack::new(files) {
            let bytes = pack.to_bytes().unwrap();
            prop_assert_eq!(bytes.len() % STEP, 0);
            prop_assert_eq!(Pack::from_bytes(&bytes).unwrap(), pack);
        }
    }

    #[test]
    fn no_bytes_make_reading_panic(bytes: Vec<u8>, length in 0_u32..64) {
        let bytes = [length.to_le_bytes().as_slice(), &bytes].concat();
        prop_assert!(Pack::from_bytes(&bytes).is_err());
    }
}
