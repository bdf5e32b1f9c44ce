// With another thread running, openat gives the same descriptors, flags and errors as
// without one: the lowest that is free, and the last below the limit.
// Covers: openat threads, lowest descriptor, EMFILE, ELOOP, ENOTDIR, EISDIR, EEXIST
#include "wali/test.h"

namespace {

Event end;

} // namespace

void test() {
  setup::write_file("file", "contents");
  setup::mkdir("directory");
  setup::symlink("file", "link");
  setup::symlink("directory", "to-directory");
  Thread thread([](void *) { end.wait(); });
  const auto attempt = [](const char *path, int flags) { return sys::openat(AT_FDCWD, path, flags, 0600); };
  Fd first = setup::open("file", O_RDONLY), second = setup::open("file", O_RDONLY);
  report("freed", static_cast<int>(first));
  report("highest", static_cast<int>(second));
  first.reset();
  report("openat", attempt("link", O_RDONLY));
  setup::limit(RLIMIT_NOFILE, static_cast<uint64_t>(second + 2));
  report("the last below the limit", attempt("file", O_RDONLY | O_CREAT));
  report("at the limit", attempt("file", O_RDONLY));
  setup::limit(RLIMIT_NOFILE, 64);
  report("O_NOFOLLOW of a link", attempt("link", O_RDONLY | O_NOFOLLOW));
  report("O_NOFOLLOW|O_DIRECTORY of a link", attempt("to-directory", O_RDONLY | O_NOFOLLOW | O_DIRECTORY));
  report("O_DIRECTORY of a file", attempt("file", O_RDONLY | O_DIRECTORY));
  report("directory for writing", attempt("directory", O_RDWR));
  report("O_CREAT of a directory", attempt("directory", O_RDONLY | O_CREAT));
  report("O_EXCL of a link", attempt("link", O_RDONLY | O_CREAT | O_EXCL));
  report("close-on-exec", setup::descriptor_flags(attempt("file", O_RDONLY | O_CLOEXEC).fd()));
  report("not close-on-exec", setup::descriptor_flags(attempt("file", O_RDONLY).fd()));
  int appending = attempt("file", O_RDWR | O_APPEND | O_TRUNC).fd();
  report("status flags",
         Flags{sets::open_flags, static_cast<uint64_t>(sys::fcntl(appending, F_GETFL, 0).value & ~O_LARGEFILE)});
  report("size after O_TRUNC", setup::file_size("file"));
  end.set();
}
