// execve refuses a single string that is too long, and strings that are too long together, in
// arguments and environment alike. The caller goes on, and shorter strings arrive.
// Covers: execve E2BIG
#include "wali/test.h"

namespace {

// A string of `size` bytes in memory of its own.
const char *string_of(size_t size) {
  uint8_t *bytes = setup::map(size + 1);
  __builtin_memset(bytes, 'x', size);
  return reinterpret_cast<const char *>(bytes);
}

} // namespace

void test() {
  const char *too_long = string_of(4 << 20), *allowed = string_of(127 << 10);
  const char *const none[] = {nullptr}, *const alone[] = {too_long, nullptr};
  const char *const one[] = {"true", too_long, nullptr};
  const char *many[64] = {}; // together beyond a quarter of the stack's 8 MiB, which are the limit
  for (int i = 0; i < 63; ++i)
    many[i] = allowed;
  report("an argument of 4 MiB", sys::execve("/bin/true", one, none));
  report("the program's name of 4 MiB", sys::execve("/bin/true", alone, none));
  report("a variable of 4 MiB", sys::execve("/bin/true", none, alone));
  report("63 arguments of 127 KiB", sys::execve("/bin/true", many, none));
  report("63 variables of 127 KiB", sys::execve("/bin/true", none, many));
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"sh", "-c", "echo ${#1}", "sh", allowed, nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, none));
  });
  pipe.write.reset();
  report("length of one of 127 KiB", setup::read_all(pipe.read));
  report("child", child.wait());
}
