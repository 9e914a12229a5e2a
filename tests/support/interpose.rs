//! A system that refuses: loaded before the program, it answers some calls
//! as a full quota, a read-only disk or a user without a home would. Built by
//! `interposer.rs`, on Linux only.

use std::{env, ffi, fs, io::Write as _, os::unix::ffi::OsStrExt as _, ptr};

unsafe extern "C" {
    fn dlsym(handle: *mut ffi::c_void, name: *const ffi::c_char) -> *mut ffi::c_void;
    fn __errno_location() -> *mut ffi::c_int;
}

/// The next definition of a name, which is the system's own.
const NEXT: *mut ffi::c_void = -1_isize as *mut ffi::c_void;

/// Fails with the number in `SYSTEM_FSYNC`; for a folder alone, with that in
/// `SYSTEM_FOLDER`.
#[unsafe(no_mangle)]
pub extern "C" fn fsync(file: ffi::c_int) -> ffi::c_int {
    if let Some(number) = env::var("SYSTEM_FSYNC").ok().and_then(|text| text.parse().ok()) {
        unsafe { *__errno_location() = number };
        return -1;
    }
    let number = env::var("SYSTEM_FOLDER").ok().and_then(|text| text.parse().ok());
    let is_folder = || fs::metadata(format!("/proc/self/fd/{file}")).is_ok_and(|one| one.is_dir());
    if let Some(number) = number.filter(|_| is_folder()) {
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

/// A clock that shows no time once the file in `SYSTEM_CLOCK` is there: the
/// standard library panics on it.
#[unsafe(no_mangle)]
pub extern "C" fn clock_gettime(clock: ffi::c_int, time: *mut [i64; 2]) -> ffi::c_int {
    unsafe extern "C" {
        fn getenv(name: *const ffi::c_char) -> *const ffi::c_char;
        fn access(path: *const ffi::c_char, mode: ffi::c_int) -> ffi::c_int;
    }
    let next = unsafe { dlsym(NEXT, c"clock_gettime".as_ptr()) };
    let next: extern "C" fn(ffi::c_int, *mut [i64; 2]) -> ffi::c_int =
        unsafe { std::mem::transmute(next) };
    let answer = next(clock, time);
    let file = unsafe { getenv(c"SYSTEM_CLOCK".as_ptr()) };
    if !file.is_null() && unsafe { access(file, 0) } == 0 {
        unsafe { *time = [0, -1] };
    }
    answer
}

/// Refuses one write once the file in `SYSTEM_WRITE` is there, which then goes.
#[unsafe(no_mangle)]
pub extern "C" fn write(file: ffi::c_int, bytes: *const ffi::c_void, count: usize) -> isize {
    unsafe extern "C" {
        fn getenv(name: *const ffi::c_char) -> *const ffi::c_char;
        fn unlink(path: *const ffi::c_char) -> ffi::c_int;
    }
    let trigger = unsafe { getenv(c"SYSTEM_WRITE".as_ptr()) };
    if file == 1 && !trigger.is_null() && unsafe { unlink(trigger) } == 0 {
        unsafe { *__errno_location() = 28 };
        return -1;
    }
    let next = unsafe { dlsym(NEXT, c"write".as_ptr()) };
    let next: extern "C" fn(ffi::c_int, *const ffi::c_void, usize) -> isize =
        unsafe { std::mem::transmute(next) };
    next(file, bytes, count)
}

/// Refuses a call with the number in a variable, or has the system answer.
macro_rules! refused {
    ($name:ident, $variable:literal, $($argument:ident: $kind:ty),+) => {
        #[doc = concat!("Fails with the number in `", $variable, "`.")]
        #[unsafe(no_mangle)]
        pub extern "C" fn $name($($argument: $kind),+) -> ffi::c_int {
            if let Some(number) = env::var($variable).ok().and_then(|text| text.parse().ok()) {
                unsafe { *__errno_location() = number };
                return -1;
            }
            let name = concat!(stringify!($name), "\0");
            let next = unsafe { dlsym(NEXT, name.as_ptr().cast()) };
            type Call = extern "C" fn($($kind),+) -> ffi::c_int;
            let next: Call = unsafe { std::mem::transmute(next) };
            next($($argument),+)
        }
    };
}

refused!(rename, "SYSTEM_RENAME", from: *const ffi::c_char, to: *const ffi::c_char);
refused!(link, "SYSTEM_LINK", from: *const ffi::c_char, to: *const ffi::c_char);
refused!(flock, "SYSTEM_FLOCK", file: ffi::c_int, operation: ffi::c_int);
refused!(fchmod, "SYSTEM_FCHMOD", file: ffi::c_int, mode: ffi::c_uint);
refused!(
    linkat, "SYSTEM_LINK",
    from_folder: ffi::c_int, from: *const ffi::c_char,
    to_folder: ffi::c_int, to: *const ffi::c_char, flags: ffi::c_int
);
