//! Addresses that may be published: web, e-mail and postal.

/// A web address: `https`, with a plain host, without user name or port.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress(String);

/// Failure to parse a web address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WebAddressError {
    /// Not `https`.
    #[error("a web address here starts with https://")]
    NotHttps,
    /// No plain host: it is missing, or has a user name or a port.
    #[error(
        "the address needs a plain host name such as www.example.org, with no user name or port"
    )]
    Host,
    /// A character that has to be escaped first.
    #[error("the address may hold only printable ASCII without spaces, quotes or angle brackets")]
    Characters,
}

impl WebAddress {
    /// Parses a web address.
    ///
    /// # Errors
    ///
    /// Returns a [`WebAddressError`] for anything but `https://host/…`.
    pub fn parse(text: &str) -> Result<Self, WebAddressError> {
        let rest = text
            .strip_prefix("https://")
            .ok_or(WebAddressError::NotHttps)?;
        let plain =
            |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '\'' | '<' | '>' | '`' | '\\');
        if !text.chars().all(plain) {
            return Err(WebAddressError::Characters);
        }
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let labels: Vec<&str> = host.split('.').collect();
        let label_is_fine = |label: &&str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        };
        if labels.len() < 2 || !labels.iter().all(label_is_fine) {
            return Err(WebAddressError::Host);
        }
        Ok(Self(text.to_owned()))
    }

    /// The whole address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the host name, which is shown beside a link because it remains in the history.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.0.strip_prefix("https://").unwrap_or(&self.0);
        rest.split(['/', '?', '#']).next().unwrap_or(rest)
    }
}

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

/// Failure to parse an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an e-mail address looks like name@example.org")]
pub struct EmailAddressError;

impl EmailAddress {
    /// Parses a simple address: one `@`, letters, digits and `._+-`.
    ///
    /// # Errors
    ///
    /// Returns [`EmailAddressError`] for everything else, quoted local parts included.
    pub fn parse(text: &str) -> Result<Self, EmailAddressError> {
        let (name, host) = text.split_once('@').ok_or(EmailAddressError)?;
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-');
        let fine = !name.is_empty() && name.chars().all(plain);
        if fine && WebAddress::parse(&format!("https://{host}")).is_ok_and(|web| web.host() == host)
        {
            Ok(Self(text.to_owned()))
        } else {
            Err(EmailAddressError)
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns a `mailto:` URI (RFC 6068) without subject or body.
    #[must_use]
    pub fn mailto_uri(&self) -> String {
        format!("mailto:{}", self.0)
    }
}

/// A postal address on one line: comma-separated parts, the postcode last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostalAddress(String);

/// Failure to parse a postal address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PostalAddressError {
    /// Fewer than three parts: street, town and postcode.
    #[error("an address has a street, a town and a postcode, with commas between them")]
    Parts,
    /// The last part is not a postcode.
    #[error("the last part of an address is a postcode such as SG13 8DE")]
    Postcode,
}

impl PostalAddress {
    /// Parses an address such as `1 High Street, Hertford, SG14 1AA`.
    ///
    /// # Errors
    ///
    /// Returns a [`PostalAddressError`] if a part is missing or the postcode has an impossible shape.
    pub fn parse(text: &str) -> Result<Self, PostalAddressError> {
        let parts: Vec<&str> = text.split(", ").collect();
        let short = parts.len() < 3
            || parts
                .iter()
                .any(|part| part.trim() != *part || part.is_empty());
        if short {
            return Err(PostalAddressError::Parts);
        }
        if parts.last().is_some_and(|last| is_postcode(last)) {
            Ok(Self(text.to_owned()))
        } else {
            Err(PostalAddressError::Postcode)
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a text has the format of a postcode (BS 7666): one or two letters, a district, then a digit and two
/// letters other than C, I, K, M, O and V.
fn is_postcode(text: &str) -> bool {
    let Some((outward, inward)) = text.split_once(' ') else {
        return false;
    };
    let letters = outward.len()
        - outward
            .trim_start_matches(|c: char| c.is_ascii_uppercase())
            .len();
    let district = outward.get(letters..).unwrap_or_default().as_bytes();
    let district_is_fine = match district {
        [first] => first.is_ascii_digit(),
        [first, second] => {
            first.is_ascii_digit() && (second.is_ascii_digit() || second.is_ascii_uppercase())
        }
        _ => false,
    };
    let unit = |byte: &u8| byte.is_ascii_uppercase() && !b"CIKMOV".contains(byte);
    let inward_is_fine =
        matches!(inward.as_bytes(), [digit, a, b] if digit.is_ascii_digit() && unit(a) && unit(b));
    matches!(letters, 1 | 2) && district_is_fine && inward_is_fine
}

#[cfg(test)]
mod tests {
    use super::{EmailAddress, PostalAddress, PostalAddressError, WebAddress, WebAddressError};
    use proptest::prelude::*;

    #[test]
    fn a_web_address_shows_its_host() {
        let address = WebAddress::parse("https://www.herts.police.uk/report?x=1").unwrap();
        assert_eq!(address.host(), "www.herts.police.uk");
    }

    #[test]
    fn an_address_that_could_mislead_is_refused() {
        let cases = [
            ("http://example.org/", WebAddressError::NotHttps),
            ("javascript:alert(1)", WebAddressError::NotHttps),
            ("https://user@example.org/", WebAddressError::Host),
            ("https://example.org:8443/", WebAddressError::Host),
            ("https://localhost/", WebAddressError::Host),
            ("https://EXAMPLE.org/", WebAddressError::Host),
            ("https://example..org/", WebAddressError::Host),
            ("https:///path", WebAddressError::Host),
            ("https://example.org/a b", WebAddressError::Characters),
            ("https://example.org/\"onx", WebAddressError::Characters),
            ("https://exämple.org/", WebAddressError::Characters),
        ];
        for (text, expected) in cases {
            assert_eq!(WebAddress::parse(text), Err(expected), "{text:?}");
        }
    }

    #[test]
    fn an_email_address_is_one_plain_address() {
        let address = EmailAddress::parse("help@example.org").unwrap();
        assert_eq!(address.as_str(), "help@example.org");
        assert_eq!(address.mailto_uri(), "mailto:help@example.org");
        for text in [
            "",
            "help",
            "@example.org",
            "help@",
            "a@b@c.org",
            "a b@c.org",
            "a@c",
            "a@c.org?subject=x",
            "a@c.org/x",
        ] {
            assert!(EmailAddress::parse(text).is_err(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_accepted_address_can_leave_its_attribute(text in "https://\\PC{0,30}") {
            if let Ok(address) = WebAddress::parse(&text) {
                prop_assert!(!address.as_str().contains(['"', '<', '>', ' ', '\'']));
                prop_assert!(!address.host().is_empty());
            }
        }
    }

    #[test]
    fn a_place_to_go_to_ends_in_a_postcode() {
        for fine in [
            "1 High Street, Hertford, SG14 1AA",
            "Flat 2, 3 Road, London, W1A 1AA",
            "A, B, M1 1AE",
        ] {
            assert_eq!(PostalAddress::parse(fine).unwrap().as_str(), fine);
        }
        for short in [
            "Hertford, SG14 1AA",
            "1 High Street, , SG14 1AA",
            "1 High Street,  Hertford, SG14 1AA",
        ] {
            let parsed = PostalAddress::parse(short);
            assert_eq!(parsed, Err(PostalAddressError::Parts), "{short}");
        }
        for wrong in [
            "SG14 1",
            "SG141AA",
            "14 1AA",
            "SGX4 1AA",
            "SGa4 1AA",
            "SG1a 1AA",
            "SG14 1CA",
            "SG1444 1AA",
            "sg14 1aa",
        ] {
            let address = format!("1 High Street, Hertford, {wrong}");
            assert_eq!(
                PostalAddress::parse(&address),
                Err(PostalAddressError::Postcode),
                "{wrong}"
            );
        }
    }
}
