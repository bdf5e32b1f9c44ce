// An immutable file or directory may not be written, even by root. A file that is append-only may,
// since appending is writing.
// Covers: access EPERM, W_OK
// Covers: faccessat EPERM, W_OK
// Covers: faccessat2 EPERM, W_OK, AT_EACCESS
// REQUIRES: root, namespaces, inode-flags
#include "wali/test.h"

void test() {
  setup::chdir(setup::disk);
  setup::write_file("fixed", "");
  setup::write_file("log", "");
  setup::mkdir("directory");
  setup::set_inode_flags(setup::open("fixed", O_RDONLY), FS_IMMUTABLE_FL);
  setup::set_inode_flags(setup::open("directory", O_RDONLY), FS_IMMUTABLE_FL);
  setup::set_inode_flags(setup::open("log", O_RDONLY), FS_APPEND_FL);
  const auto attempt = [](const char *path, int mode) {
    Line name = label(path, " ", Flags{sets::access_mode, static_cast<uint32_t>(mode)});
    report(label("access: ", name.text()), sys::access(path, mode));
    report(label("faccessat: ", name.text()), sys::faccessat(AT_FDCWD, path, mode, 0));
    report(label("faccessat2: ", name.text()), sys::faccessat2(AT_FDCWD, path, mode, AT_EACCESS));
  };
  attempt("fixed", R_OK);
  attempt("fixed", W_OK);
  attempt("fixed", R_OK | W_OK);
  attempt("directory", R_OK | X_OK);
  attempt("directory", W_OK);
  attempt("log", W_OK);
}
