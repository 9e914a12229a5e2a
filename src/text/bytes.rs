//! Sizes as people read them.

use super::Text;

impl Text {
    /// `1.2 GB`; thousands, as file managers count.
    pub fn bytes(&self, bytes: u64) -> String {
        let units = ["word-bytes", "word-kilobytes", "word-megabytes", "word-gigabytes"];
        let mut tenths = u128::from(bytes) * 10;
        let mut unit = 0;
        while tenths >= 10_000 && unit + 1 < units.len() {
            tenths /= 1000;
            unit += 1;
        }
        let key = units.get(unit).copied().unwrap_or("word-bytes");
        let shown = if unit == 0 || tenths >= 1000 {
            (tenths / 10).to_string()
        } else {
            format!("{}.{}", tenths / 10, tenths % 10)
        };
        self.with(key, &[("count", shown.into())])
    }
}
