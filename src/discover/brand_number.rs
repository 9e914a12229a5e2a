//! A brand whose name is a number, as `【51】` in front of a message or behind it.

/// Fewest and most digits of such a name.
const LENGTH: std::ops::RangeInclusive<usize> = 2..=5;

/// Fewest digits of a code.
const CODE: usize = 4;

/// The number in the place of a signature, as long as another number in the text
/// can be the code.
pub(super) fn brand_number(body: &str) -> Option<&str> {
    let body = body.trim();
    let first = || body.strip_prefix('【')?.split_once('】');
    let last = || {
        let (rest, number) = body.strip_suffix('】')?.rsplit_once('【')?;
        Some((number, rest))
    };
    let is_brand = |(number, rest): &(&str, &str)| {
        let mut runs = rest.split(|c: char| !c.is_ascii_digit());
        LENGTH.contains(&number.len())
            && number.bytes().all(|b| b.is_ascii_digit())
            && runs.any(|run| run.len() >= CODE)
    };
    let found = first().filter(is_brand).or_else(|| last().filter(is_brand));
    found.map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_brand_only_beside_a_code() {
        assert_eq!(brand_number("【51】验证码482913"), Some("51"));
        assert_eq!(brand_number("验证码482913，请勿泄露【7881】"), Some("7881"));
        for body in [
            "【482913】是您的验证码",
            "【1234】是您的验证码",
            "【51】你好",
            "【美团】验证码482913",
            "51",
        ] {
            assert_eq!(brand_number(body), None, "{body}");
        }
    }
}
