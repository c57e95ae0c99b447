//! Addresses that may be published: web pages and e-mail.

/// An address on the web: `https`, with a host and nothing hidden in front of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress(String);

/// Why a text is not a web address that may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WebAddressError {
    /// Not `https`.
    #[error("a web address here starts with https://")]
    NotHttps,
    /// No host, or one that could hide something.
    #[error(
        "the address needs a plain host name such as www.example.org, with no user name or port"
    )]
    Host,
    /// A character that has to be escaped first.
    #[error("the address may hold only printable ASCII without spaces, quotes or angle brackets")]
    Characters,
}

impl WebAddress {
    /// Reads an address.
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

    /// The host name, which a reader is shown beside the link because it will stand in a history.
    #[must_use]
    pub fn host(&self) -> &str {
        let rest = self.0.strip_prefix("https://").unwrap_or(&self.0);
        rest.split(['/', '?', '#']).next().unwrap_or(rest)
    }
}

/// An e-mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailAddress(String);

/// The text is not one plain e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an e-mail address looks like name@example.org")]
pub struct EmailAddressError;

impl EmailAddress {
    /// Reads an address of the plain kind: one `@`, letters, digits and `._+-`.
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

    /// A `mailto:` address (RFC 6068) without subject or text.
    #[must_use]
    pub fn mailto_uri(&self) -> String {
        format!("mailto:{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{EmailAddress, WebAddress, WebAddressError};
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
        assert_eq!(
            EmailAddress::parse("help@example.org")
                .unwrap()
                .mailto_uri(),
            "mailto:help@example.org"
        );
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
}
