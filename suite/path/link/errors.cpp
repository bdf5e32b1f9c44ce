// link refuses names that lead nowhere or are taken, directories, and files of another file system.
// It then makes no link.
// Covers: link ENOENT, EEXIST, EPERM, ENOTDIR, ELOOP, ENAMETOOLONG, EXDEV
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::write_file("taken", "kept");
  setup::mkdir("directory");
  setup::symlink("loop", "loop");
  setup::symlink("nowhere", "dangling");
  const auto old_path = [](const char *path) { return sys::link(path, "new"); };
  const auto new_path = [](const char *path) { return sys::link("file", path); };
  report("missing", old_path("missing"));
  report("empty old path", old_path(""));
  report("empty new path", new_path(""));
  report("new path in a missing directory", new_path("missing/x"));
  report("new path by a dangling link", new_path("dangling/x"));
  report("new path below a file", new_path("file/x"));
  report("taken by a file", new_path("taken"));
  report("taken by a directory", new_path("directory"));
  report("taken by a dangling link", new_path("dangling"));
  report("directory", old_path("directory"));
  report("link to itself on the way", old_path("loop/x"));
  report("old path with a slash behind it", old_path("file/"));
  report("new path with a slash behind it", new_path("new/"));
  report("old name of 256 bytes", old_path(setup::name_of(256)));
  report("new name of 256 bytes", new_path(setup::name_of(256)));
  report("old path of 4096 bytes", old_path(setup::path_of(4096)));
  report("from another file system", old_path("/proc/self/status"));
  report("taken", setup::read_file("taken"));
  report("links of the file", setup::stat("file").st_nlink);
}
