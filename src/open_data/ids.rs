//! The identifiers that HSDS asks for: UUIDs that stay the same from build to build.

use uuid::Uuid;

/// Under which every name here becomes a UUID of version 5 (RFC 9562). It never changes: whoever
/// took the data before would find every service anew.
const NAMESPACE: Uuid = Uuid::from_u128(0x8f0e_6b0c_2a53_4d1e_9c47_5b6a_d1f2_7e39);

/// A service, by our own id of it.
pub(super) fn service(id: &str) -> Uuid {
    named(&["service", id])
}

/// Whoever runs services, by name: the same for all of them.
pub(super) fn organization(name: &str) -> Uuid {
    named(&["organization", name])
}

/// A part of a service, by what it is and what it says. It does not depend on the order of parts.
pub(super) fn part(service: &str, kind: &str, says: &str) -> Uuid {
    named(&["service", service, kind, says])
}

fn named(parts: &[&str]) -> Uuid {
    Uuid::new_v5(&NAMESPACE, parts.join("\n").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::{organization, part, service};

    #[test]
    fn an_id_is_the_same_in_every_build() {
        let id = "3c022ca8-5a35-5623-b289-ba9c3a00d24c";
        assert_eq!(service("example").to_string(), id);
    }

    #[test]
    fn names_that_run_together_are_told_apart() {
        assert_ne!(part("a", "b", "cd"), part("a", "bc", "d"));
        assert_ne!(service("a"), organization("a"));
    }
}
