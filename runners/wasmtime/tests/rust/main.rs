//! A program for WALI in Rust, without its standard library: what it calls and what it
//! passes comes from the declarations of the crate `libc` alone.
#![no_std]
#![no_main]

use core::fmt::{self, Write};
use core::mem::MaybeUninit;
use libc::{
    __syscall_SYS_clock_gettime as clock_gettime, __syscall_SYS_close as close,
    __syscall_SYS_exit_group as exit_group, __syscall_SYS_fork as fork,
    __syscall_SYS_fstat as fstat, __syscall_SYS_getpid as getpid, __syscall_SYS_getppid as getppid,
    __syscall_SYS_mmap as mmap, __syscall_SYS_openat as openat, __syscall_SYS_pread64 as pread64,
    __syscall_SYS_unlinkat as unlinkat, __syscall_SYS_wait4 as wait4, __syscall_SYS_write as write,
};

/// The address of what the guest's memory holds there.
fn at<T: ?Sized>(value: *const T) -> i32 {
    value.cast::<u8>() as i32
}

struct Output;

impl Write for Output {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let written = unsafe { write(libc::STDOUT_FILENO, at(text.as_ptr()), text.len() as u32) };
        if written == text.len() as libc::c_long {
            Ok(())
        } else {
            Err(fmt::Error)
        }
    }
}

macro_rules! say {
    ($($words:tt)*) => { let _ = writeln!(Output, $($words)*); };
}

#[panic_handler]
fn panic(info: &core::panic::PanicInfo) -> ! {
    say!("{info}");
    unsafe { exit_group(101) };
    loop {}
}

/// A file is made, its size is seen, and its contents are read back.
unsafe fn files() {
    let name = c"from-rust";
    let flags = libc::O_RDWR | libc::O_CREAT | libc::O_EXCL;
    let fd = openat(libc::AT_FDCWD, at(name.as_ptr()), flags, 0o600) as i32;
    let again = openat(libc::AT_FDCWD, at(name.as_ptr()), flags, 0o600);
    say!(
        "opened again: {again}, which is -EEXIST: {}",
        again == -i64::from(libc::EEXIST)
    );
    say!("write = {}", write(fd, at(b"hello"), 5));

    let mut status = MaybeUninit::<libc::stat>::uninit();
    say!("fstat = {}", fstat(fd, at(status.as_mut_ptr())));
    let status = status.assume_init();
    say!(
        "st_mode = {:o}, st_size = {}, st_nlink = {}",
        status.st_mode,
        status.st_size,
        status.st_nlink
    );

    let mut bytes = [0u8; 8];
    say!(
        "pread64 = {}",
        pread64(fd, at(&mut bytes), bytes.len() as u32, 1)
    );
    say!("bytes = {:?}", &bytes[..4]);
    let mapped = mmap(0, 5, libc::PROT_READ, libc::MAP_PRIVATE, fd, 0) as i32 as *const u8;
    say!("mapped = {:?}", core::slice::from_raw_parts(mapped, 5));
    say!("close = {}", close(fd));
    say!(
        "unlinkat = {}",
        unlinkat(libc::AT_FDCWD, at(name.as_ptr()), 0)
    );
}

/// A child knows its parent, and its parent learns how it ends.
unsafe fn processes() {
    let parent = getpid();
    let child = fork();
    if child == 0 {
        exit_group(if getppid() == parent { 7 } else { 8 });
    }
    let mut status = 0i32;
    let ended = wait4(child as i32, at(&mut status), 0, 0);
    say!("wait4 is the child: {}", ended == child);
    say!("exited {}", libc::WEXITSTATUS(status));
}

unsafe fn time() {
    let mut now = MaybeUninit::<libc::timespec>::uninit();
    say!(
        "clock_gettime = {}",
        clock_gettime(libc::CLOCK_MONOTONIC, at(now.as_mut_ptr()))
    );
    let now = now.assume_init();
    say!(
        "tv_nsec is below a second: {}",
        (0..1_000_000_000).contains(&now.tv_nsec)
    );
}

#[no_mangle]
extern "C" fn _start() {
    unsafe {
        files();
        processes();
        time();
        exit_group(0);
    }
}
