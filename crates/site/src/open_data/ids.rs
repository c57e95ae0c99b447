//! The identifiers of HSDS: UUIDs that are stable across builds.

use uuid::Uuid;

/// Namespace of the version 5 UUIDs (RFC 9562). It never changes: existing consumers of the data would see every
/// service as new.
const NAMESPACE: Uuid = Uuid::from_u128(0x8f0e_6b0c_2a53_4d1e_9c47_5b6a_d1f2_7e39);

/// Id of a service, by its id in the content.
pub(super) fn service(id: &str) -> Uuid {
    named(&["service", id])
}

/// Id of an organization, by name: the same for all of its services.
pub(super) fn organization(name: &str) -> Uuid {
    named(&["organization", name])
}

/// Id of a record that belongs to a service, by kind and content. It does not depend on the order of records.
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
