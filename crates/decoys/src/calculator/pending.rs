//! What waits for its other side: 2 + 3 × … keeps both.

use super::Operator;
use crate::number::{ArithmeticError, add, divide, multiply};

/// A sum and a product that are not finished. × and ÷ are done first, as everybody learns at school.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Pending {
    sum: Option<(f64, Operator)>,
    product: Option<(f64, Operator)>,
}

impl Pending {
    /// Takes a number and what is to be done with it and the next one.
    pub(super) fn push(&mut self, number: f64, operator: Operator) -> Result<(), ArithmeticError> {
        if operator.comes_first() {
            self.product = Some((self.product(number)?, operator));
        } else {
            self.sum = Some((self.total(number)?, operator));
            self.product = None;
        }
        Ok(())
    }

    /// The unfinished product with `number` as its last factor.
    fn product(&self, number: f64) -> Result<f64, ArithmeticError> {
        apply(self.product, number)
    }

    /// All of it with `number` as the last one.
    pub(super) fn total(&self, number: f64) -> Result<f64, ArithmeticError> {
        apply(self.sum, self.product(number)?)
    }

    /// What can be shown of it now that `operator` was pressed last.
    pub(super) fn so_far(&self, number: f64, operator: Operator) -> Result<f64, ArithmeticError> {
        if operator.comes_first() {
            self.product(number)
        } else {
            self.total(number)
        }
    }
}

fn apply(left: Option<(f64, Operator)>, right: f64) -> Result<f64, ArithmeticError> {
    match left {
        None => Ok(right),
        Some((left, operator)) => operator.apply(left, right),
    }
}

impl Operator {
    /// The result.
    pub(super) fn apply(self, left: f64, right: f64) -> Result<f64, ArithmeticError> {
        match self {
            Self::Plus => add(left, right),
            Self::Minus => add(left, -right),
            Self::Times => multiply(left, right),
            Self::Over => divide(left, right),
        }
    }
}
