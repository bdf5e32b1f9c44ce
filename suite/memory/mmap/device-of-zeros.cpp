// A mapping of /dev/zero is zeros each time. A private one is a process's own, and a shared one
// is shared with children, but not with another mapping.
// Covers: mmap /dev/zero
#include "wali/test.h"

void test() {
  Fd device = setup::open("/dev/zero", O_RDWR);
  auto map = [&](const char *name, int flags) {
    Result result = sys::mmap(nullptr, 2 * 4096, PROT_READ | PROT_WRITE, flags, device, 0);
    report(name, result);
    return result.pointer();
  };
  uint8_t *own = map("private", MAP_PRIVATE), *shared = map("shared", MAP_SHARED);
  report("private at first", Text(own + 4094, 4));
  __builtin_memcpy(own + 4094, "kept", 4);
  setup::in_child([=] {
    report("in the child, private", Text(own + 4094, 4));
    report("in the child, shared", Text(shared + 4094, 5));
    __builtin_memcpy(own + 4094, "lost", 4);
    __builtin_memcpy(shared + 4094, "child", 5);
  });
  report("private", Text(own + 4094, 4));
  report("shared", Text(shared + 4094, 5));
  report("mapped again", Text(map("shared again", MAP_SHARED) + 4094, 5));
}
