// Neither rename nor link goes from one mount to another, even of the same file system. A symbolic link may lead
// there.
// Covers: rename EXDEV, mounts of one file system
// Covers: renameat2 EXDEV
// Covers: link EXDEV
// Covers: linkat EXDEV
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

Line here(const char *mount, const char *name) { return label(mount, "/", name); }

} // namespace

void test() {
  setup::write_file(here(setup::disk, "file").c_str(), "stays");
  setup::write_file("file", "another");
  Line file = here(setup::disk, "file"), same = here(setup::read_only_disk, "file"), name = here(setup::disk, "new");
  for (Line *path : {&file, &same}) {
    struct stat status = setup::stat(path->c_str());
    report("device and inode", label(status.st_dev, " ", status.st_ino));
  }
  report("rename", sys::rename(same.c_str(), name.c_str()));
  report("renameat2", sys::renameat2(AT_FDCWD, same.c_str(), AT_FDCWD, name.c_str(), RENAME_NOREPLACE));
  report("link", sys::link(same.c_str(), name.c_str()));
  report("linkat", sys::linkat(AT_FDCWD, same.c_str(), AT_FDCWD, name.c_str(), 0));
  report("rename to another file system", sys::rename(file.c_str(), "new"));
  report("rename from another", sys::rename("file", name.c_str()));
  report("renameat2, exchange", sys::renameat2(AT_FDCWD, "file", AT_FDCWD, file.c_str(), RENAME_EXCHANGE));
  report("link to another file system", sys::link(file.c_str(), "new"));
  report("linkat from another", sys::linkat(AT_FDCWD, "file", AT_FDCWD, name.c_str(), 0));
  report("file", setup::read_file("file"));
  setup::symlink(file.c_str(), "link");
  report("link", setup::read_file("link"));
  report("its links", setup::stat(file.c_str()).st_nlink);
}
