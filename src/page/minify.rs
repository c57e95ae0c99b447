//! Makes scripts short, by Oxc's minifier.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// A script that cannot be read as JavaScript.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a script is not JavaScript: {0}")]
pub struct ScriptError(String);

/// `script` with the same meaning and fewer bytes.
///
/// # Errors
///
/// [`ScriptError`] with what the parser says.
pub fn minify(script: &str) -> Result<String, ScriptError> {
    let allocator = Allocator::default();
    // A module's rules hold for a script that stands alone, too; the other way round they do not.
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
