//! A pocket calculator: keys go in, a display comes out.
//!
//! It does × and ÷ before + and −, and repeats the last step when `=` is pressed again.

mod entry;
mod key;
mod pending;

pub use key::{Key, Operator};

use super::number::{ArithmeticError, divide, multiply, shown};
use entry::{DIGITS, Entry};
use pending::Pending;

/// How many keys are remembered between two presses of `=`.
const LONGEST_TYPED: usize = 64;
/// How much of the line above the number is kept, in characters.
const LONGEST_LINE: usize = 60;

/// Content of the display.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Display {
    /// What leads to the number: `2 + 3 ×`.
    pub line: String,
    /// The number, or why there is none.
    pub number: Result<String, ArithmeticError>,
}

/// The number that an operator waits for, once there is one.
#[derive(Debug, Clone, PartialEq)]
enum Operand {
    /// It is being typed.
    Typing(Entry),
    /// It was made: by `%`, or by changing the sign of a result.
    Made(f64),
}

/// A calculator.
#[derive(Debug, Clone, PartialEq)]
pub struct Calculator {
    operand: Option<Operand>,
    /// What is shown while there is no operand: a result, or what there is of one.
    value: f64,
    pending: Pending,
    /// The last number and operator, which another operator may still replace.
    next: Option<(f64, Operator)>,
    /// What `=` does again.
    again: Option<(Operator, f64)>,
    fault: Option<ArithmeticError>,
    line: String,
    typed: String,
}

impl Default for Calculator {
    fn default() -> Self {
        Self {
            operand: None,
            value: 0.0,
            pending: Pending::default(),
            next: None,
            again: None,
            fault: None,
            line: String::new(),
            typed: String::new(),
        }
    }
}

impl Calculator {
    /// Presses a key. After `=` it says which keys were pressed since the last `=` or Clear, each by its
    /// name, digits that were taken back left out: `12+34`. Those after the 64th are not remembered.
    pub fn press(&mut self, key: Key) -> Option<String> {
        if self.fault.is_some() {
            let typed = std::mem::take(&mut self.typed);
            *self = Self {
                typed,
                ..Self::default()
            };
        }
        self.note(key);
        match key {
            Key::Digit(digit) => self.enter(|entry| entry.digit(digit)),
            Key::Point => self.enter(Entry::point),
            Key::Sign => self.sign(),
            Key::Backspace => {
                if let Some(Operand::Typing(entry)) = &mut self.operand {
                    entry.backspace();
                }
            }
            Key::Clear => *self = Self::default(),
            Key::Percent => self.attempt(Self::percent),
            Key::Operator(operator) => self.attempt(|own| own.operator(operator)),
            Key::Equals => {
                self.attempt(Self::equals);
                return Some(std::mem::take(&mut self.typed));
            }
        }
        None
    }

    /// Content of the display.
    #[must_use]
    pub fn display(&self) -> Display {
        let number = match (self.fault, &self.operand) {
            (Some(fault), _) => Err(fault),
            (None, Some(Operand::Typing(entry))) => Ok(entry.text()),
            (None, _) => Ok(shown(self.number(), DIGITS_SHOWN).text),
        };
        Display {
            line: self.line.clone(),
            number,
        }
    }

    fn note(&mut self, key: Key) {
        let typing = matches!(self.operand, Some(Operand::Typing(_)));
        let taken_back = |c: char| c.is_ascii_digit() || c == '.';
        match key {
            Key::Backspace if typing && self.typed.ends_with(taken_back) => {
                self.typed.pop();
            }
            Key::Backspace | Key::Equals => {}
            key if self.typed.len() < LONGEST_TYPED => self.typed.push(key.name()),
            _ => {}
        }
    }

    /// Types into the number that is being typed, or into a new one.
    fn enter(&mut self, act: impl FnOnce(&mut Entry)) {
        self.begin_anew_after_a_result();
        let mut entry = match self.operand.take() {
            Some(Operand::Typing(entry)) => entry,
            _ => Entry::default(),
        };
        act(&mut entry);
        self.operand = Some(Operand::Typing(entry));
    }

    fn begin_anew_after_a_result(&mut self) {
        if self.next.is_none() && self.operand.is_none() {
            self.line.clear();
        }
    }

    fn number(&self) -> f64 {
        match &self.operand {
            Some(Operand::Typing(entry)) => entry.number(),
            Some(Operand::Made(number)) => *number,
            None => self.value,
        }
    }

    fn sign(&mut self) {
        match &mut self.operand {
            Some(Operand::Typing(entry)) => entry.sign(),
            None if self.next.is_some() => self.enter(Entry::sign),
            _ => {
                self.begin_anew_after_a_result();
                self.operand = Some(Operand::Made(-self.number()));
            }
        }
    }

    /// Does what may fail. What failed leaves its reason, and nothing half done.
    fn attempt(&mut self, act: impl FnOnce(&mut Self) -> Result<(), ArithmeticError>) {
        if let Err(fault) = act(self) {
            let typed = std::mem::take(&mut self.typed);
            *self = Self {
                fault: Some(fault),
                typed,
                ..Self::default()
            };
        }
    }

    fn operator(&mut self, operator: Operator) -> Result<(), ArithmeticError> {
        match &mut self.next {
            Some((_, last)) if self.operand.is_none() => {
                *last = operator;
                self.line.pop();
            }
            next => {
                let waiting = next.take();
                let number = self.number();
                if waiting.is_none() {
                    self.line.clear();
                }
                self.write(number);
                if let Some((left, last)) = waiting {
                    self.pending.push(left, last)?;
                }
                self.next = Some((number, operator));
            }
        }
        self.line.push(operator.sign());
        self.operand = None;
        if let Some((number, operator)) = self.next {
            self.value = self.pending.so_far(number, operator)?;
        }
        Ok(())
    }

    fn equals(&mut self) -> Result<(), ArithmeticError> {
        let number = self.number();
        if let Some((left, operator)) = self.next.take() {
            self.write(number);
            self.pending.push(left, operator)?;
            self.value = self.pending.total(number)?;
            self.pending = Pending::default();
            self.again = Some((operator, number));
        } else {
            self.line.clear();
            self.write(number);
            self.value = number;
            if let Some((operator, right)) = self.again {
                self.line.push(operator.sign());
                self.write(right);
                self.value = operator.apply(self.value, right)?;
            }
        }
        self.operand = None;
        self.line.push('=');
        Ok(())
    }

    fn percent(&mut self) -> Result<(), ArithmeticError> {
        let part = divide(self.number(), 100.0)?;
        self.begin_anew_after_a_result();
        let made = match self.next {
            Some((left, operator)) if !operator.comes_first() => {
                multiply(self.pending.total(left)?, part)?
            }
            _ => part,
        };
        self.operand = Some(Operand::Made(made));
        Ok(())
    }

    /// Writes a number into the line. Of a long line the end is kept.
    fn write(&mut self, number: f64) {
        if !self.line.is_empty() {
            self.line.push(' ');
        }
        self.line.push_str(&shown(number, DIGITS_SHOWN).text);
        self.line.push(' ');
        let length = self.line.chars().count();
        if length > LONGEST_LINE {
            let kept = self.line.chars().skip(length - LONGEST_LINE);
            self.line = std::iter::once('…').chain(kept).collect();
        }
    }
}

/// [`DIGITS`], as numbers are asked to be shown.
const DIGITS_SHOWN: u32 = 12;
const _: () = assert!(DIGITS == DIGITS_SHOWN as usize);

#[cfg(test)]
mod tests;
