// Each change of the owner or the group of a file clears the set-user-id bit, and the set-group-id
// bit if the group may execute the file. A directory keeps both bits.
// Covers: chown set-id bits
// Covers: fchown set-id bits
// Covers: fchownat set-id bits
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::mkdir("directory");
  setup::chmod("directory", 06711);
  int uid = static_cast<int>(sys::geteuid().value), gid = static_cast<int>(sys::getegid().value);
  const auto set = [](uint32_t mode) { setup::chmod("file", mode); };
  const auto mode = [] { return FileMode{setup::stat("file").st_mode}; };
  set(06711);
  report("chown", sys::chown("file", uid, -1));
  report("mode", mode());
  set(06777);
  report("fchown", sys::fchown(file, -1, gid));
  report("mode", mode());
  set(06755);
  report("fchownat of neither", sys::fchownat(AT_FDCWD, "file", -1, -1, 0));
  report("mode", mode());
  set(06705);
  report("chown where the group may not run it", sys::chown("file", uid, gid));
  report("mode", mode());
  report("chown of a directory", sys::chown("directory", uid, gid));
  report("mode", FileMode{setup::stat("directory").st_mode});
}
