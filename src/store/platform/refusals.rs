//! What a file system answers that lacks what is asked of it.

use std::io;

/// EINVAL, ENOTSUP, EMLINK: what some file systems answer where there are no
/// modes or no second names.
pub(super) const REFUSALS: [io::ErrorKind; 5] = [
    io::ErrorKind::PermissionDenied,
    io::ErrorKind::Unsupported,
    io::ErrorKind::InvalidInput,
    io::ErrorKind::CrossesDevices,
    io::ErrorKind::TooManyLinks,
];
