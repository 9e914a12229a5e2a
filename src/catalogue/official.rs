//! Which pages are a service's own, by the host of their address. Only those are offered
//! as links: who follows any other may be asked for a password there.

/// Labels of hosts that are copies for those who build a site, without the digits behind them.
const COPIES: [&str; 10] =
    ["staging", "stage", "stg", "testnet", "test", "uat", "uatrs", "sandbox", "preprod", "admin"];

/// Words in an address behind which users write, not the service.
const USERS: [&str; 5] = ["community", "forum", "forums", "answers", "discussions"];

/// The host of an address; none when it is not one of the web.
pub(super) fn host(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#', ':']).next()?.trim_end_matches('.');
    Some(host).filter(|host| !host.is_empty())
}

/// Whether the page of this address is the service's own, which has these domains: on one
/// of them or below it, not a copy for builders, and not what users write.
pub(super) fn is_official<'a>(
    address: &str,
    mut domains: impl Iterator<Item = &'a String>,
) -> bool {
    let Some(host) = host(address) else { return false };
    let below = |domain: &String| {
        let front = host.strip_suffix(domain.as_str());
        front.is_some_and(|front| front.is_empty() || front.ends_with('.'))
    };
    domains.any(below) && !is_copy(host) && !is_by_users(address)
}

/// Whether this host serves a copy for those who build or test the site.
pub(super) fn is_copy(host: &str) -> bool {
    let digits = |label: &str| label.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
    let bare = |label: &str| label.get(..digits(label)).is_some_and(|bare| COPIES.contains(&bare));
    host.split(['.', '-']).any(bare)
}

fn is_by_users(address: &str) -> bool {
    address.split(['/', '.']).any(|word| USERS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(address: &str) -> bool {
        is_official(address, ["kopi.example".to_owned()].iter())
    }

    #[test]
    fn a_page_is_official_on_the_domain_and_below_it() {
        assert!(own("https://kopi.example/help"));
        assert!(own("https://help.kopi.example?id=1"));
        assert!(own("https://kopi.example./help"));
        for other in ["https://notkopi.example/", "https://kopi.example.net/", "kopi.example"] {
            assert!(!own(other), "{other}");
        }
    }

    #[test]
    fn a_copy_for_builders_and_a_page_of_users_is_not() {
        for other in ["testnet", "guide-staging", "app-uatrs2", "test", "admin.in", "forum"] {
            assert!(!own(&format!("https://{other}.kopi.example/help")), "{other}");
        }
        assert!(!own("https://kopi.example/en/answers/12"));
        assert!(own("https://latest.kopi.example/testing"));
    }
}
