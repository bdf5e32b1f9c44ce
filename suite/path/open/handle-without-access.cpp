// open with O_PATH needs no right to the file, takes no flag but three, and gives a descriptor by which the file can be
// neither read nor written nor changed. With O_NOFOLLOW it is one of a link itself.
// Covers: open O_PATH, O_NOFOLLOW
// REQUIRES: user
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  setup::chmod("file", 0);
  setup::symlink("file", "link");
  report("open for reading", sys::open("file", O_RDONLY, 0));
  Result opened = sys::open("file", O_PATH | O_RDWR | O_TRUNC | O_APPEND | O_NONBLOCK | O_EXCL, 0);
  report("open, O_PATH", opened);
  const Fd handle(opened.fd());
  report("status flags", setup::status_flags(handle));
  char buffer[4];
  report("read", sys::read(handle, buffer, 4));
  report("write", sys::write(handle, "x", 1));
  report("fchmod", sys::fchmod(handle, 0700));
  report("ftruncate", sys::ftruncate(handle, 0));
  report("mmap", sys::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE, handle, 0));
  report("size", setup::file_size("file"));
  report("O_PATH|O_CREAT of what is missing", sys::open("missing", O_PATH | O_CREAT, 0600));
  report("O_PATH|O_DIRECTORY of a file", sys::open("file", O_PATH | O_DIRECTORY, 0));
  Fd link(setup::require_fd("open", sys::open("link", O_PATH | O_NOFOLLOW | O_CLOEXEC, 0)));
  struct stat status = {};
  setup::require_zero("fstat", sys::fstat(link, &status));
  report("link", Choice{sets::file_type, status.st_mode & S_IFMT});
  report("its close-on-exec flag", setup::descriptor_flags(link));
}
