// O_CREAT by a link that leads to nothing makes what it leads to, also while another
// thread runs; O_EXCL does not.
// Covers: openat O_CREAT, symbolic links, threads
// Covers: open O_CREAT, symbolic links
#include "wali/test.h"

namespace {

Event end;

} // namespace

void test() {
  setup::mkdir("directory");
  const char *targets[] = {"directory/first", "directory/second", "directory/third"};
  const char *links[] = {"one", "two", "three"};
  for (int i = 0; i < 3; ++i)
    setup::symlink(targets[i], links[i]);
  report("O_EXCL", sys::openat(AT_FDCWD, "one", O_WRONLY | O_CREAT | O_EXCL, 0600));
  report("write", sys::write(Fd(sys::openat(AT_FDCWD, "one", O_WRONLY | O_CREAT, 0600).fd()), "1", 1));
  report("directory/first", setup::read_file("directory/first"));
  report("write by open", sys::write(Fd(sys::open("two", O_WRONLY | O_CREAT, 0600).fd()), "2", 1));
  report("directory/second", setup::read_file("directory/second"));
  Thread thread([](void *) { end.wait(); });
  report("write while another thread runs",
         sys::write(Fd(sys::openat(AT_FDCWD, "three", O_WRONLY | O_CREAT, 0600).fd()), "3", 1));
  end.set();
  thread.join();
  report("directory/third", sys::access("directory/third", F_OK));
}
