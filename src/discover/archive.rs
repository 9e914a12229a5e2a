//! ZIP archives: every file inside is looked at, and each export is read.

use std::io::{Read, Seek, SeekFrom};

use zip::{ZipArchive, result::ZipError};

use super::{error::ScanError, recognise::Unsupported};

/// The most files that are looked at.
const MOST: usize = 50_000;

/// The most files that are named.
const MOST_NAMES: usize = 5;

/// What files of an archive that is no export end in: pictures, sounds, films.
const MEDIA: [&str; 24] = [
    "jpg", "jpeg", "png", "gif", "webp", "heic", "bmp", "svg", "mp4", "mov", "3gp", "mkv", "mp3",
    "m4a", "aac", "amr", "ogg", "opus", "wav", "pdf", "css", "js", "ttf", "woff",
];

/// What a file that looks like an export ends in.
const EXPORTS: [&str; 9] = ["csv", "json", "ndjson", "jsonl", "xml", "txt", "vcf", "pgp", "zip"];

fn ending(path: &str) -> String {
    path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

/// Whether a file of this name is looked at.
fn is_wanted(path: &str) -> bool {
    let own = path.starts_with("__MACOSX/") || path.ends_with('/') || path.ends_with(".DS_Store");
    !own && !MEDIA.contains(&ending(path).as_str())
}

/// How much the reason why a file was not read says about the archive.
fn gravity(error: &ScanError) -> u8 {
    match error {
        ScanError::Unsupported(Unsupported::Encrypted) => 9,
        ScanError::Unsupported(Unsupported::Packed) => 8,
        ScanError::Contacts => 7,
        ScanError::Cut
        | ScanError::Unsupported(Unsupported::Authenticator | Unsupported::Vault) => 6,
        ScanError::NoRecord(_) | ScanError::NoText => 5,
        ScanError::Unsupported(Unsupported::Database) => 4,
        _ => 0,
    }
}

/// Unpacks one file after the other, and lets `read` read it. Gives the names
/// of files that look like exports but were not read. Fails when no file could
/// be read.
pub(super) fn read(
    mut archive: impl Read + Seek,
    mut read: impl FnMut(&str, &mut dyn Read) -> Result<(), ScanError>,
) -> Result<Vec<String>, ScanError> {
    let size = archive.seek(SeekFrom::End(0))?;
    archive.seek(SeekFrom::Start(0))?;
    let mut archive = ZipArchive::new(archive).map_err(fault)?;
    // Messages pack to about a tenth. Nothing honest packs to a two-hundredth,
    // and the files of an archive can lie one in the other.
    let mut left = size.saturating_mul(200).max(64 << 20);
    let (mut unread, mut some, mut why) = (Vec::new(), false, ScanError::NothingInside);
    for at in 0..archive.len().min(MOST) {
        let Some(Ok(name)) = archive.name_for_index(at) else { continue };
        let name = name.into_owned();
        if !is_wanted(&name) {
            continue;
        }
        let done = match archive.by_index(at) {
            Ok(file) => {
                let mut file = file.take(left);
                let done = read(&name, &mut file);
                left = file.limit();
                if left == 0 {
                    return Err(ScanError::Bomb);
                }
                done
            }
            Err(error) => Err(fault(error)),
        };
        match done {
            Ok(()) => some = true,
            Err(error @ ScanError::Cancelled) => return Err(error),
            Err(error) => {
                if EXPORTS.contains(&ending(&name).as_str()) && unread.len() < MOST_NAMES {
                    unread.push(name);
                }
                if gravity(&error) > gravity(&why) {
                    why = error;
                }
            }
        }
    }
    if some { Ok(unread) } else { Err(why) }
}

fn fault(error: ZipError) -> ScanError {
    match error {
        ZipError::Io(error) => error.into(),
        ZipError::UnsupportedArchive(_) => ScanError::Unsupported(Unsupported::Encrypted),
        // Its table of contents stands at its end.
        ZipError::InvalidArchive(_) => ScanError::Cut,
        _ => ScanError::Unsupported(Unsupported::Packed),
    }
}
