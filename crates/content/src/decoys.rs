//! Parser of `content/<language>/tools/`: text of the decoys, and the recipes.
//!
//! A phone shows the names on its home screen, in its settings and in its list of apps, so a word that discloses
//! the subject fails the build here, with its line.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::error::ContentErrors;
use super::source::SourceFile;
use decoys::Decoy;
use decoys::number::parse;
use decoys::recipes::{Measure, PORTIONS};
use decoys::units::{Kind, UNITS, Unit};
use domain::site::revealing_word;

/// Names of a decoy in the operating system, and its heading.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ToolText {
    /// Full name, also the title of its page.
    pub name: String,
    /// Name below the icon.
    pub short_name: String,
    /// Description in one line, which a phone may show before installation.
    pub description: String,
    /// Heading of its page.
    pub heading: String,
    /// Notice where scripts are off.
    pub without_script: String,
}

/// Text of the calculator.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CalculatorText {
    /// What every tool has.
    #[serde(flatten)]
    pub tool: ToolText,
    /// Accessible name of the keypad.
    pub keypad: String,
    /// Accessible name of the display.
    pub display: String,
    /// Message: division by zero.
    pub division_by_zero: String,
    /// Message: the result is out of range.
    pub out_of_range: String,
    /// Accessible names of the keys other than digits.
    pub keys: KeysText,
}

/// Accessible names of the keys other than digits.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "each is the name of the key that it is called after"
)]
pub struct KeysText {
    pub point: String,
    pub sign: String,
    pub percent: String,
    pub plus: String,
    pub minus: String,
    pub times: String,
    pub over: String,
    pub equals: String,
    pub backspace: String,
    pub clear: String,
}

/// Text of the converter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ConverterText {
    /// What every tool has.
    #[serde(flatten)]
    pub tool: ToolText,
    /// Label of the list of kinds.
    pub kind: String,
    /// Above the field.
    pub amount: String,
    /// Label of the source unit.
    pub from: String,
    /// Label of the target unit.
    pub to: String,
    /// Label of the button that swaps the units.
    pub swap: String,
    /// Label of the button that converts.
    pub convert: String,
    /// Label of the result.
    pub answer: String,
    /// Message: the amount is not a number.
    pub unclear: String,
    /// Message: below absolute zero or otherwise impossible.
    pub no_such: String,
    /// Message: the result is out of range.
    pub out_of_range: String,
    /// Heading of the tables.
    pub tables: String,
    /// Explanation of the rounding sign.
    pub rounded: String,
    /// Note about ovens.
    pub ovens: String,
    /// Name of each kind.
    pub kinds: BTreeMap<String, String>,
    /// Name and symbol of each unit.
    pub units: BTreeMap<String, (String, String)>,
    /// The conversion tables.
    pub table: Vec<TableText>,
}

/// A conversion table, computed at build time.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableText {
    /// The name of the kind.
    pub kind: String,
    /// Name of the unit on the left.
    pub from: Spanned<String>,
    /// Name of the unit on the right.
    pub to: String,
    /// The amounts on the left.
    pub amounts: Spanned<Vec<i32>>,
}

impl TableText {
    /// Returns the two units, or `None` if a name is unknown.
    #[must_use]
    pub fn units(&self) -> Option<(&'static Unit, &'static Unit)> {
        let kind = Kind::from_name(&self.kind)?;
        Some((kind.unit(self.from.get_ref())?, kind.unit(&self.to)?))
    }
}

/// Text of the recipe book.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct RecipesText {
    /// What every tool has.
    #[serde(flatten)]
    pub tool: ToolText,
    /// Above the field.
    pub search: String,
    /// Label of the button that searches.
    pub go: String,
    /// Message: number of recipes found.
    pub some: String,
    /// Message: no recipe found.
    pub none: String,
    /// Label of the number of portions.
    pub portions: String,
    /// Label of the button for one portion fewer.
    pub fewer: String,
    /// Label of the button for one portion more.
    pub more: String,
    /// Heading of the ingredients.
    pub needs: String,
    /// Heading of the method.
    pub method: String,
    /// How long it takes.
    pub minutes: String,
    /// Name of each measure.
    pub measures: BTreeMap<String, String>,
}

/// A recipe.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// Name of the dish.
    pub name: String,
    /// Number of portions that the amounts are for.
    pub portions: Spanned<u32>,
    /// How long it takes.
    pub minutes: u32,
    /// Ingredients.
    pub needs: Vec<Need>,
    /// The steps.
    pub method: Vec<String>,
}

/// An ingredient.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Amount, in the format of [`parse`].
    pub amount: Spanned<String>,
    /// Name of a [`Measure`].
    pub measure: Spanned<String>,
    /// Name of the ingredient.
    pub of: String,
}

/// Text of all decoys in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tools {
    /// Calculator.
    pub calculator: CalculatorText,
    /// Converter.
    pub converter: ConverterText,
    /// Recipe book.
    pub recipes: RecipesText,
    /// The recipes, in the order of their file names.
    pub dishes: Vec<Recipe>,
}

impl Tools {
    /// What every tool has.
    #[must_use]
    pub const fn text(&self, tool: Decoy) -> &ToolText {
        match tool {
            Decoy::Calculator => &self.calculator.tool,
            Decoy::Converter => &self.converter.tool,
            Decoy::Recipes => &self.recipes.tool,
        }
    }
}

/// Reads the text of the decoys in a language.
///
/// # Errors
///
/// Every fault in every file.
pub fn read(root: &Path, language: &str) -> Result<Tools, ContentErrors> {
    let folder = Path::new("content").join(language).join("tools");
    let known = [
        "calculator.toml",
        "converter.toml",
        "recipes.toml",
        "recipes",
    ];
    let mut problems = SourceFile::refuse_others(root, &folder, &known);
    let calculator = problems.collect(read_one::<CalculatorText>(root, &folder, Decoy::Calculator));
    let converter = problems.collect(read_one::<ConverterText>(root, &folder, Decoy::Converter));
    let recipes = problems.collect(read_one::<RecipesText>(root, &folder, Decoy::Recipes));
    if let Some((text, file)) = &converter {
        check_converter(text, file, &mut problems);
    }
    if let Some((text, file)) = &recipes {
        for measure in Measure::ALL {
            if !text.measures.contains_key(measure.name()) {
                let offset = file.text.find("[measures]").unwrap_or(0);
                let reason = format!("[measures] does not name “{}”", measure.name());
                problems.push(file.problem_at(offset, reason));
            }
        }
    }
    let files = problems.collect(SourceFile::read_folder(
        root,
        &folder.join("recipes"),
        "toml",
    ));
    let mut dishes = Vec::new();
    for file in files.unwrap_or_default() {
        if let Some(dish) = problems.collect(file.toml::<Recipe>(&file.text, 0)) {
            check_dish(&dish, &file, &mut problems);
            dishes.push(dish);
        }
    }
    match (calculator, converter, recipes) {
        (Some((calculator, _)), Some((converter, _)), Some((recipes, _))) => {
            problems.into_result(Tools {
                calculator,
                converter,
                recipes,
                dishes,
            })
        }
        _ => Err(problems),
    }
}

/// Reads the text of one decoy and runs the disclosure check on it: neither its names nor any other text may reveal
/// the subject.
fn read_one<T: DeserializeOwned>(
    root: &Path,
    folder: &Path,
    tool: Decoy,
) -> Result<(T, SourceFile), ContentErrors> {
    let file = SourceFile::read(root, &folder.join(format!("{}.toml", tool.name())))?;
    let text = file.toml(&file.text, 0)?;
    let mut problems = ContentErrors::default();
    refuse_revealing(&file, &mut problems);
    problems.into_result((text, file))
}

fn refuse_revealing(file: &SourceFile, problems: &mut ContentErrors) {
    let mut offset = 0;
    for line in file.text.split_inclusive('\n') {
        if let Some(word) = revealing_word(line) {
            let reason = format!(
                "“{word}” on the page of a plain tool would tell anyone who sees this phone what it is for"
            );
            problems.push(file.problem_at(offset, reason));
        }
        offset += line.len();
    }
}

fn check_converter(text: &ConverterText, file: &SourceFile, problems: &mut ContentErrors) {
    let mut missing = |table: &str, name: &str| {
        let offset = file.text.find(&format!("[{table}]")).unwrap_or(0);
        problems.push(file.problem_at(offset, format!("[{table}] does not name “{name}”")));
    };
    for kind in Kind::ALL {
        if !text.kinds.contains_key(kind.name()) {
            missing("kinds", kind.name());
        }
    }
    for unit in UNITS {
        if !text.units.contains_key(unit.name) {
            missing("units", unit.name);
        }
    }
    for table in &text.table {
        let Some((from, to)) = table.units() else {
            let reason = "there are no such units of this kind";
            problems.push(file.problem_at(table.from.span().start, reason));
            continue;
        };
        let fails = |amount: &i32| from.convert(f64::from(*amount), to).is_err();
        if table.amounts.get_ref().iter().any(fails) {
            let reason = "one of the amounts has no answer";
            problems.push(file.problem_at(table.amounts.span().start, reason));
        }
    }
}

fn check_dish(dish: &Recipe, file: &SourceFile, problems: &mut ContentErrors) {
    refuse_revealing(file, problems);
    if !(PORTIONS.0..=PORTIONS.1).contains(dish.portions.get_ref()) {
        let reason = format!("portions are from {} to {}", PORTIONS.0, PORTIONS.1);
        problems.push(file.problem_at(dish.portions.span().start, reason));
    }
    for need in &dish.needs {
        let (amount, measure) = (need.amount.get_ref(), need.measure.get_ref());
        if parse(amount).is_none_or(|amount| amount <= 0.0) {
            let reason = format!("“{amount}” is no amount");
            problems.push(file.problem_at(need.amount.span().start, reason));
        }
        if Measure::from_name(measure).is_none() {
            let reason = format!("“{measure}” is no measure");
            problems.push(file.problem_at(need.measure.span().start, reason));
        }
    }
}
