//! Validates the links from guides to services.

use super::error::ContentErrors;
use super::source::SourceFile;
use domain::guide::{Block, Guide};
use domain::service::Service;

/// Adds a problem for each link to a service that does not exist or has no number.
pub(super) fn check(
    services: &[Service],
    guides: &[(Guide, SourceFile)],
    problems: &mut ContentErrors,
) {
    for (guide, file) in guides {
        for block in guide.every_block() {
            let Block::Call { service: id, .. } = block else {
                continue;
            };
            let offset = file.text.find(&format!("(service:{id})")).unwrap_or(0);
            match services.iter().find(|service| service.id == *id) {
                None => {
                    let reason = format!("there is no service “{id}” in content/helplines");
                    problems.push(file.problem_at(offset, reason));
                }
                Some(service) if service.call().is_none() => {
                    let reason = format!("“{id}” has no number to call");
                    problems.push(file.problem_at(offset, reason));
                }
                Some(_) => {}
            }
        }
    }
}
