//! The texts of guidance, each line by itself.

use std::iter;

use domain::guide::{Block, plain_words};

/// Every text of a block. Of a part it has none: its blocks are listed beside it by `Guide::every_block`.
pub fn texts(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => vec![plain_words(text)],
        Block::List { items, .. } | Block::Boxes(items) | Block::Note(items) => {
            items.iter().map(|item| plain_words(item)).collect()
        }
        Block::Example { caption, rows } => {
            let rows = rows
                .iter()
                .flat_map(|(label, value)| [label.clone(), plain_words(value)]);
            iter::once(plain_words(caption)).chain(rows).collect()
        }
        Block::Term { word, meaning } => vec![word.clone(), plain_words(meaning)],
        Block::Choice {
            question, answers, ..
        } => iter::once(plain_words(question))
            .chain(answers.clone())
            .collect(),
        Block::Picture { alternative, .. } => vec![alternative.clone()],
        Block::Sheet { words, .. }
        | Block::Go(_, words)
        | Block::Rehearsal(words)
        | Block::Look(words)
        | Block::Keep(words)
        | Block::Call { words, .. } => vec![words.clone()],
        Block::Part { .. } => Vec::new(),
    }
}
