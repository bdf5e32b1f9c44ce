// rename refuses paths that lead nowhere, the dots and another file system, and the old
// name stays.
// Covers: rename ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EBUSY, EXDEV
#include "wali/test.h"

void test() {
  setup::write_file("file", "kept");
  setup::symlink("loop", "loop");
  const auto old_path = [](const char *path) { return sys::rename(path, "new"); };
  const auto new_path = [](const char *path) { return sys::rename("file", path); };
  report("missing", old_path("missing"));
  report("empty old path", old_path(""));
  report("empty new path", new_path(""));
  report("new path in a missing directory", new_path("missing/x"));
  report("old path below a file", old_path("file/x"));
  report("new path below a file", new_path("file/x"));
  report("old path by a link to itself", old_path("loop/x"));
  report("new path by a link to itself", new_path("loop/x"));
  report("old name of 256 bytes", old_path(setup::name_of(256)));
  report("new name of 256 bytes", new_path(setup::name_of(256)));
  report("old path of 4096 bytes", old_path(setup::path_of(4096)));
  report("new path of 4096 bytes", new_path(setup::path_of(4096)));
  report(".", old_path("."));
  report("..", new_path(".."));
  report("/", sys::rename("/", "/new"));
  report("from another file system", old_path("/proc/self/status"));
  report("new file with a slash behind it", new_path("new/"));
  report("old file with a slash behind it", old_path("file/"));
  report("file", setup::read_file("file"));
}
