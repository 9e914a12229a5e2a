//! Words for a place in a file that was scanned.

use crate::{discover::Place, text::Text};

/// Where something is in a file.
pub(crate) fn describe_place(text: &Text, place: Place) -> String {
    let (key, at) = match place {
        Place::Byte(at) => ("word-at-byte", at),
        Place::Line(at) => ("word-at-line", at),
        Place::Column(at) => ("word-at-column", at),
    };
    text.with(key, &[("at", at.to_string().into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        discover::{Detector, Scan, ScanProgress},
        text::Lang,
    };

    #[test]
    fn a_place_has_its_unit() {
        let (detector, progress) = (Detector::new().expect("tables"), ScanProgress::default());
        let scan = Scan::new(&detector, &progress);
        let cut = |source: &str| {
            let scanned = scan.stream(source.as_bytes()).expect("reads");
            let text = Text::new(Lang::En);
            scanned.summary.defects.cut.map(|at| describe_place(&text, at))
        };
        let xml = "<smses count=\"2\"><sms address=\"63001\" date=\"1794000000000\" type=\"1\" \
                   body=\"hello there\"/><sms addr";
        let told = cut(xml).expect("it is cut off");
        assert!(told.starts_with("byte "), "{told}");
        for (lang, words) in [(Lang::Ms, "baris 3"), (Lang::ZhCn, "第 3 行")] {
            assert_eq!(describe_place(&Text::new(lang), Place::Line(3)), words);
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_ordinary_file_is_told_as_such() {
        use crate::{discover::ScanError, shell};

        let path = std::path::Path::new("/dev/null");
        let error = shell::open_regular(path).expect_err("a device");
        for lang in Lang::ALL {
            let text = Text::new(lang);
            let error = ScanError::Io(std::io::Error::from(error.kind()));
            let told = shell::scan_faults::describe_scan_error(&text, "x", &error);
            assert!(told.contains(&*text.get("fault-not-a-file")), "{told}");
        }
    }
}
