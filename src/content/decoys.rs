//! Reading `content/<language>/tools/`: the words of the plain tools, and the recipes.
//!
//! A phone shows their names on its home screen, in its settings and in its lists of apps, so a word that
//! gives the subject away stops the build here already, with its line.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::problem::Problems;
use super::source::SourceFile;
use crate::domain::decoys::Decoy;
use crate::domain::decoys::number::parse;
use crate::domain::decoys::recipes::{Measure, PORTIONS};
use crate::domain::decoys::units::{Kind, UNITS, Unit};
use crate::domain::site::revealing_word;

/// What a phone shows of a tool, and its heading.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ToolText {
    /// Its whole name, which is the title of its page as well.
    pub name: String,
    /// Its name below an icon.
    pub short_name: String,
    /// One line about it, which a phone may show before installing.
    pub description: String,
    /// The heading of its page.
    pub heading: String,
    /// What is said where no script runs.
    pub without_script: String,
}

/// The words of the calculator.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CalculatorText {
    /// What every tool has.
    #[serde(flatten)]
    pub tool: ToolText,
    /// What the keys are together.
    pub keypad: String,
    /// What the display is.
    pub display: String,
    /// There is no such result.
    pub division_by_zero: String,
    /// There is no room for the result.
    pub out_of_range: String,
    /// What the keys are called, but for digits.
    pub keys: KeysText,
}

/// What a screen reader says for a key that is not a digit.
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

/// The words of the converter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ConverterText {
    /// What every tool has.
    #[serde(flatten)]
    pub tool: ToolText,
    /// Above the list of kinds.
    pub kind: String,
    /// Above the field.
    pub amount: String,
    /// Above the unit of the amount.
    pub from: String,
    /// Above the unit of the answer.
    pub to: String,
    /// The button that changes the two units over.
    pub swap: String,
    /// The button that answers.
    pub convert: String,
    /// What the answer is.
    pub answer: String,
    /// The amount is no number.
    pub unclear: String,
    /// There is nothing like that.
    pub no_such: String,
    /// There is no room for the answer.
    pub out_of_range: String,
    /// Above the tables.
    pub tables: String,
    /// What the sign of rounding means.
    pub rounded: String,
    /// A word about ovens.
    pub ovens: String,
    /// What every kind is called.
    pub kinds: BTreeMap<String, String>,
    /// What every unit is called, and its short sign.
    pub units: BTreeMap<String, (String, String)>,
    /// What the tables hold.
    pub table: Vec<TableText>,
}

/// A table of the converter, worked out when the page is built.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableText {
    /// The name of the kind.
    pub kind: String,
    /// The name of the unit on the left.
    pub from: Spanned<String>,
    /// The name of the unit on the right.
    pub to: String,
    /// The amounts on the left.
    pub amounts: Spanned<Vec<i32>>,
}

impl TableText {
    /// The two units, if there are such.
    #[must_use]
    pub fn units(&self) -> Option<(&'static Unit, &'static Unit)> {
        let kind = Kind::from_name(&self.kind)?;
        Some((kind.unit(self.from.get_ref())?, kind.unit(&self.to)?))
    }
}

/// The words of the recipe book.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct RecipesText {
    /// What every tool has.
    #[serde(flatten)]
    pub tool: ToolText,
    /// Above the field.
    pub search: String,
    /// The button that searches.
    pub go: String,
    /// How many were found.
    pub some: String,
    /// None was found.
    pub none: String,
    /// Before the number of portions.
    pub portions: String,
    /// The button that takes one away.
    pub fewer: String,
    /// The button that adds one.
    pub more: String,
    /// Above what is needed.
    pub needs: String,
    /// Above the steps.
    pub method: String,
    /// How long it takes.
    pub minutes: String,
    /// What every measure is called.
    pub measures: BTreeMap<String, String>,
}

/// A dish.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// What it is called.
    pub name: String,
    /// For how many the amounts are.
    pub portions: Spanned<u32>,
    /// How long it takes.
    pub minutes: u32,
    /// What is needed.
    pub needs: Vec<Need>,
    /// The steps.
    pub method: Vec<String>,
}

/// One thing that is needed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// How much, as [`parse`] reads it.
    pub amount: Spanned<String>,
    /// The name of a [`Measure`].
    pub measure: Spanned<String>,
    /// Of what.
    pub of: String,
}

/// The words of all tools in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tools {
    /// Those of the calculator.
    pub calculator: CalculatorText,
    /// Those of the converter.
    pub converter: ConverterText,
    /// Those of the recipe book.
    pub recipes: RecipesText,
    /// The dishes, by the names of their files.
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

/// Reads the tools' words in a language.
///
/// # Errors
///
/// Every fault in every file.
pub fn read(root: &Path, language: &str) -> Result<Tools, Problems> {
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

/// Reads the words of a tool. What a phone shows of them must not give the subject away, and nothing else
/// of a plain tool may either.
fn read_one<T: DeserializeOwned>(
    root: &Path,
    folder: &Path,
    tool: Decoy,
) -> Result<(T, SourceFile), Problems> {
    let file = SourceFile::read(root, &folder.join(format!("{}.toml", tool.name())))?;
    let text = file.toml(&file.text, 0)?;
    let mut problems = Problems::default();
    refuse_revealing(&file, &mut problems);
    problems.into_result((text, file))
}

fn refuse_revealing(file: &SourceFile, problems: &mut Problems) {
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

fn check_converter(text: &ConverterText, file: &SourceFile, problems: &mut Problems) {
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

fn check_dish(dish: &Recipe, file: &SourceFile, problems: &mut Problems) {
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
