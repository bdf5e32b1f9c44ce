// On a read-only mount nothing may be written but a FIFO. A right that the mode refuses gives
// -EACCES, even if writing is asked for as well.
// Covers: access EROFS, W_OK
// Covers: faccessat EROFS, W_OK
// Covers: faccessat2 EROFS, W_OK, AT_EACCESS
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  setup::chdir(setup::disk);
  setup::write_file("file", "");
  setup::mkdir("directory");
  setup::make_fifo("fifo");
  setup::chdir(setup::read_only_disk);
  Fd file = setup::open("file", O_RDONLY);
  const auto attempt = [](const char *path, int mode) {
    Line name = label(path, " ", Flags{sets::access_mode, static_cast<uint32_t>(mode)});
    report(label("access: ", name.text()), sys::access(path, mode));
    report(label("faccessat: ", name.text()), sys::faccessat(AT_FDCWD, path, mode, 0));
    report(label("faccessat2: ", name.text()), sys::faccessat2(AT_FDCWD, path, mode, AT_EACCESS));
  };
  attempt("file", R_OK);
  attempt("file", W_OK);
  attempt("file", X_OK | W_OK);
  attempt("directory", R_OK | X_OK);
  attempt("directory", W_OK);
  attempt("fifo", W_OK);
  report("faccessat2 of a descriptor", sys::faccessat2(file, "", W_OK, AT_EMPTY_PATH));
  report("access in the mount that may be written", sys::access(label(setup::disk, "/file").c_str(), W_OK));
}
