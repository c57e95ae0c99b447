//! Minifies scripts with Oxc.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The script does not parse as JavaScript.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a script is not JavaScript: {0}")]
pub struct ScriptError(String);

/// Minifies a script.
///
/// # Errors
///
/// [`ScriptError`] with the message of the parser.
pub fn minify(script: &str) -> Result<String, ScriptError> {
    let allocator = Allocator::default();
    // Parsed as a module: our classic scripts are valid under a module's stricter rules, but not the other way round.
    let parsed = Parser::new(&allocator, script, SourceType::mjs()).parse();
    if let Some(first) = parsed.diagnostics.first() {
        return Err(ScriptError(first.to_string()));
    }
    let mut program = parsed.program;
    let names = Minifier::new(MinifierOptions::default())
        .minify(&allocator, &mut program)
        .scoping;
    Ok(Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(names)
        .build(&program)
        .code)
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn a_script_becomes_shorter_and_a_fault_is_named() {
        let long = "(() => {\n  // Why.\n  const name = f();\n  g(name, name);\n})();\n";
        let short = minify(long).unwrap();
        assert!(short.len() < long.len() / 2, "{short}");
        assert!(short.contains("g("), "{short}");
        assert!(
            minify("const = 1")
                .unwrap_err()
                .to_string()
                .contains("JavaScript")
        );
    }
}
