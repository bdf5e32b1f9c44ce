// The file of a running program cannot be opened for writing, although access says that it can.
// Covers: open ETXTBSY
// Covers: openat ETXTBSY
// Covers: access W_OK
// Covers: faccessat W_OK
// Covers: faccessat2 W_OK
#include "wali/test.h"

namespace {

void copy_file(const char *from, const char *to) {
  Fd source = setup::open(from, O_RDONLY), copy = setup::open(to, O_WRONLY | O_CREAT, 0700);
  static char buffer[65536];
  while (int64_t size = setup::require_count("read", sys::read(source, buffer, sizeof(buffer)), sizeof(buffer)))
    setup::write_all(copy, {buffer, static_cast<size_t>(size)});
}

} // namespace

void test() {
  copy_file("/bin/cat", "program");
  Pipe input = setup::pipe(O_CLOEXEC), started = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(input.read, 0, 0), 0);
    const char *const argv[] = {"program", nullptr};
    return sys::execve("program", argv, argv + 1).ok();
  });
  started.write.reset();
  report("until the program runs", setup::read_all(started.read));
  report("open", sys::open("program", O_WRONLY, 0));
  report("openat", sys::openat(AT_FDCWD, "program", O_RDWR | O_TRUNC, 0));
  report("access", sys::access("program", W_OK));
  report("faccessat", sys::faccessat(AT_FDCWD, "program", W_OK, 0));
  report("faccessat2", sys::faccessat2(AT_FDCWD, "program", W_OK, AT_EACCESS));
  input.write.reset();
  report("program", child.wait());
  report("open afterwards", sys::open("program", O_WRONLY, 0));
}
