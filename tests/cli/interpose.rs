//! A system that refuses: loaded before the program, it answers some calls
//! as a full quota, a read-only disk or a user without a home would. Built by
//! `tests/cli.rs`, on Linux, for sessions that say `system …`.

use std::{env, ffi, fs, io::Write as _, os::unix::ffi::OsStrExt as _, ptr};

unsafe extern "C" {
    fn dlsym(handle: *mut ffi::c_void, name: *const ffi::c_char) -> *mut ffi::c_void;
    fn __errno_location() -> *mut ffi::c_int;
}

/// The next definition of a name, which is the system's own.
const NEXT: *mut ffi::c_void = -1_isize as *mut ffi::c_void;

/// Fails with the number in `SYSTEM_FSYNC`.
#[unsafe(no_mangle)]
pub extern "C" fn fsync(file: ffi::c_int) -> ffi::c_int {
    if let Some(number) = env::var("SYSTEM_FSYNC").ok().and_then(|text| text.parse().ok()) {
        unsafe { *__errno_location() = number };
        return -1;
    }
    let next = unsafe { dlsym(NEXT, c"fsync".as_ptr()) };
    let next: extern "C" fn(ffi::c_int) -> ffi::c_int = unsafe { std::mem::transmute(next) };
    next(file)
}

/// Knows nobody when `SYSTEM_NOBODY` is set.
#[unsafe(no_mangle)]
pub extern "C" fn getpwuid_r(
    user: ffi::c_uint,
    entry: *mut ffi::c_void,
    room: *mut ffi::c_char,
    size: usize,
    result: *mut *mut ffi::c_void,
) -> ffi::c_int {
    if env::var_os("SYSTEM_NOBODY").is_some() {
        unsafe { *result = ptr::null_mut() };
        return 0;
    }
    type Call = extern "C" fn(
        ffi::c_uint,
        *mut ffi::c_void,
        *mut ffi::c_char,
        usize,
        *mut *mut ffi::c_void,
    ) -> ffi::c_int;
    let next = unsafe { dlsym(NEXT, c"getpwuid_r".as_ptr()) };
    let next: Call = unsafe { std::mem::transmute(next) };
    next(user, entry, room, size, result)
}

/// Somebody else changes (`SYSTEM_CHANGES`) or removes (`SYSTEM_REMOVES`) a
/// file when its folder is listed: ringoff does so between reading and saving.
#[unsafe(no_mangle)]
pub extern "C" fn opendir(name: *const ffi::c_char) -> *mut ffi::c_void {
    let here = |path: &ffi::OsStr| {
        let folder = fs::canonicalize(path).ok().and_then(|path| path.parent().map(Into::into));
        let listed = unsafe { ffi::CStr::from_ptr(name) };
        folder.is_some_and(|folder: std::path::PathBuf| {
            folder.as_os_str().as_bytes() == listed.to_bytes()
        })
    };
    if let Some(path) = env::var_os("SYSTEM_CHANGES").filter(|path| here(path)) {
        let file = fs::OpenOptions::new().append(true).open(path);
        let _ = file.and_then(|mut file| file.write_all(b"\n"));
    }
    if let Some(path) = env::var_os("SYSTEM_REMOVES").filter(|path| here(path)) {
        let _ = fs::remove_file(path);
    }
    let next = unsafe { dlsym(NEXT, c"opendir".as_ptr()) };
    let next: extern "C" fn(*const ffi::c_char) -> *mut ffi::c_void =
        unsafe { std::mem::transmute(next) };
    next(name)
}
