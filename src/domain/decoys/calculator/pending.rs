//! What waits for its other side: 2 + 3 × … keeps both.

use super::Operator;
use crate::domain::decoys::number::{Number, NumberFault};

/// A sum and a product that are not finished. × and ÷ are done first, as everybody learns at school.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Pending {
    sum: Option<(Number, Operator)>,
    product: Option<(Number, Operator)>,
}

impl Pending {
    /// Takes a number and what is to be done with it and the next one.
    pub(super) fn push(&mut self, number: &Number, operator: Operator) -> Result<(), NumberFault> {
        if operator.comes_first() {
            self.product = Some((self.product(number)?, operator));
        } else {
            self.sum = Some((self.total(number)?, operator));
            self.product = None;
        }
        Ok(())
    }

    /// The unfinished product with `number` as its last factor.
    fn product(&self, number: &Number) -> Result<Number, NumberFault> {
        apply(self.product.as_ref(), number)
    }

    /// All of it with `number` as the last one.
    pub(super) fn total(&self, number: &Number) -> Result<Number, NumberFault> {
        apply(self.sum.as_ref(), &self.product(number)?)
    }

    /// What can be shown of it now that `operator` was pressed last.
    pub(super) fn so_far(
        &self,
        number: &Number,
        operator: Operator,
    ) -> Result<Number, NumberFault> {
        if operator.comes_first() {
            self.product(number)
        } else {
            self.total(number)
        }
    }
}

fn apply(left: Option<&(Number, Operator)>, right: &Number) -> Result<Number, NumberFault> {
    match left {
        None => Ok(right.clone()),
        Some((left, operator)) => operator.apply(left, right),
    }
}

impl Operator {
    /// The result.
    pub(super) fn apply(self, left: &Number, right: &Number) -> Result<Number, NumberFault> {
        match self {
            Self::Plus => left.plus(right),
            Self::Minus => left.minus(right),
            Self::Times => left.times(right),
            Self::Over => left.over(right),
        }
    }
}
