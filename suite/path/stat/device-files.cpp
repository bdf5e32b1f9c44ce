// stat and its relatives give a device file's whole number, whether there is such a device or not. On a mount with
// MS_NODEV not even root opens it.
// Covers: stat S_IFBLK, S_IFCHR, st_rdev
// Covers: lstat S_IFBLK, st_rdev
// Covers: fstat S_IFBLK, st_rdev
// Covers: statx S_IFBLK, stx_rdev_major, stx_rdev_minor
// Covers: getdents64 DT_CHR, DT_BLK
// Covers: open EACCES, device files
// Covers: openat EACCES, device files
// REQUIRES: devices
#include "wali/test.h"

namespace {

int type_in_directory(Text wanted) {
  alignas(8) static uint8_t buffer[256];
  Result result = sys::getdents64(setup::open(".", O_RDONLY | O_DIRECTORY), buffer, sizeof(buffer));
  int type = -1;
  linux_dirent64 entry;
  for (size_t at = 0; at < result.size(); at += entry.d_reclen ? entry.d_reclen : sizeof(buffer)) {
    __builtin_memcpy(&entry, buffer + at, sizeof(entry));
    type = Text(reinterpret_cast<char *>(buffer) + at + sizeof(entry)) == wanted ? entry.d_type : type;
  }
  return type;
}

} // namespace

void test() {
  setup::chdir(setup::device_files);
  const char *paths[] = {"character", "block"};
  for (const char *path : paths) {
    Guarded<struct stat> by_path, itself, by_handle;
    Guarded<struct statx> extended;
    report(label("stat of ", path), sys::stat(path, &by_path));
    report("type", Choice{sets::file_type, by_path->st_mode & S_IFMT});
    report("st_rdev", Hex{by_path->st_rdev});
    report("lstat", sys::lstat(path, &itself));
    report("bytes that differ from stat's", differing_bytes(&itself, &by_path, sizeof(struct stat)));
    report("fstat", sys::fstat(setup::open(path, O_PATH), &by_handle));
    report("bytes that differ from stat's", differing_bytes(&by_handle, &by_path, sizeof(struct stat)));
    report("statx", sys::statx(AT_FDCWD, path, 0, STATX_TYPE, &extended));
    report("type", Choice{sets::file_type, extended->stx_mode & S_IFMT});
    report("stx_rdev_major", Hex{extended->stx_rdev_major});
    report("stx_rdev_minor", Hex{extended->stx_rdev_minor});
    report("d_type", Choice{sets::dirent_type, type_in_directory(path)});
    report("open", sys::open(path, O_RDONLY, 0));
    report("openat", sys::openat(AT_FDCWD, path, O_RDWR | O_NONBLOCK, 0));
  }
}
