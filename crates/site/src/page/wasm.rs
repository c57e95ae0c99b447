//! Strips from the WASM what a reader of the page has no use for: debug sections, of which the function names are a
//! quarter of its size, and a digest of a path of the build.
//!
//! Of the sections only custom ones are dropped (WebAssembly Core Specification 2.0, section 5.5.3), which by
//! definition do not change what a module does. Why this and not `wasm-opt`:
//! docs/decisions/0004-no-wasm-opt.md.

/// The bytes are not a valid WebAssembly module of version 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the app's .wasm is not a WebAssembly module, or it is cut short")]
pub struct WasmError;

/// Custom sections to drop: function names and build tools.
const DROPPED: [&[u8]; 2] = [b"name", b"producers"];

/// Strips what a reader of the page has no use for.
///
/// # Errors
///
/// [`WasmError`] if the bytes are not a complete module.
pub fn strip_module(module: &[u8]) -> Result<Vec<u8>, WasmError> {
    let mut module = strip_debug_sections(module)?;
    erase_source_path(&mut module);
    Ok(module)
}

/// Strips the sections that only a debugger reads.
fn strip_debug_sections(module: &[u8]) -> Result<Vec<u8>, WasmError> {
    let mut rest = module.strip_prefix(b"\0asm\x01\0\0\0").ok_or(WasmError)?;
    let mut out = b"\0asm\x01\0\0\0".to_vec();
    while let Some((&id, after_id)) = rest.split_first() {
        let (size, content) = read_u32(after_id)?;
        let (content, next) = content.split_at_checked(size).ok_or(WasmError)?;
        if id != 0 || !DROPPED.contains(&custom_name(content)?) {
            out.extend(rest.get(..rest.len() - next.len()).ok_or(WasmError)?);
        }
        rest = next;
    }
    Ok(out)
}

/// What `wasm_split_macros` puts before 16 hexadecimal digits in the name of an export that nothing imports.
const MARKER: &[u8] = b"_WASM_SPLIT_MARKER_";

/// Replaces the digits after [`MARKER`] with zeros: they are a digest of the path of that crate's sources, and so all of
/// the module that depends on the folders of the machine that built it.
fn erase_source_path(module: &mut [u8]) {
    let mut rest = module;
    while let Some(place) = rest.windows(MARKER.len()).position(|bytes| bytes == MARKER) {
        let (_, after) = rest.split_at_mut(place + MARKER.len());
        let (digits, after) = after.split_at_mut(after.len().min(16));
        digits.fill(b'0');
        rest = after;
    }
}

fn custom_name(content: &[u8]) -> Result<&[u8], WasmError> {
    let (length, name) = read_u32(content)?;
    name.get(..length).ok_or(WasmError)
}

/// Decodes a LEB128 number (section 5.2.2) and returns it with the remaining bytes.
fn read_u32(bytes: &[u8]) -> Result<(usize, &[u8]), WasmError> {
    let mut value = 0_usize;
    for (index, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Ok((value, bytes.get(index + 1..).unwrap_or_default()));
        }
    }
    Err(WasmError)
}

#[cfg(test)]
mod tests {
    use super::{WasmError, erase_source_path, strip_debug_sections};
    use proptest::prelude::*;

    const HEAD: &[u8] = b"\0asm\x01\0\0\0";

    fn module(sections: &[&[u8]]) -> Vec<u8> {
        [HEAD, &sections.concat()].concat()
    }

    #[test]
    fn names_go_and_everything_else_stays_in_its_order() {
        let types = b"\x01\x04\x01\x60\0\0".as_slice();
        let kept = b"\0\x05\x03abc!".as_slice();
        let names = b"\0\x07\x04name\x01\x02".as_slice();
        let made_by = b"\0\x0a\x09producers".as_slice();
        assert_eq!(
            strip_debug_sections(&module(&[types, names, kept, made_by])),
            Ok(module(&[types, kept]))
        );
    }

    #[test]
    fn what_is_not_a_whole_module_is_refused() {
        assert_eq!(strip_debug_sections(b"<html>"), Err(WasmError));
        assert_eq!(
            strip_debug_sections(&module(&[b"\x01\x09\x01"])),
            Err(WasmError)
        );
        assert_eq!(
            strip_debug_sections(&module(&[b"\x01\xff\xff\xff\xff\xff\x01"])),
            Err(WasmError)
        );
    }

    #[test]
    fn every_digest_of_a_path_is_overwritten_and_nothing_else() {
        let names = "_WASM_SPLIT_MARKER_8297f147b07c4b80version, _WASM_SPLIT_MARKER_732e";
        let mut module = names.to_owned().into_bytes();
        erase_source_path(&mut module);
        let erased = "_WASM_SPLIT_MARKER_0000000000000000version, _WASM_SPLIT_MARKER_0000";
        assert_eq!(String::from_utf8(module).unwrap(), erased);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic_or_grow(tail in proptest::collection::vec(any::<u8>(), 0..64)) {
            let module = [HEAD, &tail].concat();
            if let Ok(out) = strip_debug_sections(&module) {
                prop_assert!(out.len() <= module.len());
            }
        }
    }
}
