//! ZIP archives: the one file inside that is an export.

use std::{
    borrow::Cow,
    io::{Read, Seek},
};

use zip::{ZipArchive, result::ZipError};

use super::{error::ScanError, recognise::Unsupported};

/// Whether a file of this name in an archive is looked for.
fn is_wanted(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    name == "export.data"
        || ending == "ndjson"
        || stem.starts_with("messages") && ending == "json"
        || stem.starts_with("sms") && ending == "xml"
}

/// Unpacks the file that is looked for, and lets `scan` read it.
pub(super) fn read<T>(
    archive: impl Read + Seek,
    scan: impl FnOnce(&mut dyn Read) -> Result<T, ScanError>,
) -> Result<T, ScanError> {
    let packed = |_| ScanError::Unsupported(Unsupported::Packed);
    let mut archive = ZipArchive::new(archive).map_err(packed)?;
    let mut names = archive.file_names().filter_map(Result::ok);
    let name = names.find(|name| is_wanted(name)).map(Cow::into_owned);
    drop(names);
    let file = archive.by_name(&name.ok_or(ScanError::NothingInside)?).map_err(fault)?;
    // Messages pack to about a tenth. Nothing honest packs to a two-hundredth.
    let most = file.compressed_size().saturating_mul(200).max(64 << 20);
    let mut file = file.take(most);
    let scanned = scan(&mut file)?;
    if file.limit() == 0 { Err(ScanError::Bomb) } else { Ok(scanned) }
}

fn fault(error: ZipError) -> ScanError {
    match error {
        ZipError::Io(error) => error.into(),
        ZipError::UnsupportedArchive(_) => ScanError::Unsupported(Unsupported::Encrypted),
        _ => ScanError::Unsupported(Unsupported::Packed),
    }
}
