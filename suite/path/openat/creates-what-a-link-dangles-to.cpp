// O_CREAT through a dangling link makes the file that the link names, while another thread runs too. With O_EXCL it
// is refused and makes nothing.
// Covers: openat O_CREAT, symbolic links, threads
// Covers: open O_CREAT, symbolic links
#include "wali/test.h"

namespace {

Event end;

void report_written(const char *name, Result opened, Text bytes) {
  const Fd file(opened.fd());
  report(name, opened);
  report("write", sys::write(file, bytes.data, bytes.size));
}

} // namespace

void test() {
  setup::mkdir("directory");
  const char *targets[] = {"directory/first", "directory/second", "directory/third"};
  const char *links[] = {"one", "two", "three"};
  for (int i = 0; i < 3; ++i)
    setup::symlink(targets[i], links[i]);
  report("O_EXCL", sys::openat(AT_FDCWD, "one", O_WRONLY | O_CREAT | O_EXCL, 0600));
  report("directory/first", sys::access("directory/first", F_OK));
  report_written("openat", sys::openat(AT_FDCWD, "one", O_WRONLY | O_CREAT, 0600), "1");
  report("directory/first", setup::read_file("directory/first"));
  report_written("open", sys::open("two", O_WRONLY | O_CREAT, 0600), "2");
  report("directory/second", setup::read_file("directory/second"));
  Thread thread([](void *) { end.wait(); });
  report_written("openat while another thread runs", sys::openat(AT_FDCWD, "three", O_WRONLY | O_CREAT, 0600), "3");
  end.set();
  thread.join();
  report("directory/third", setup::read_file("directory/third"));
}
