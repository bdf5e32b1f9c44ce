// A child sees what its parent wrote. The parent sees what the child writes in a MAP_SHARED
// mapping, but not in a MAP_PRIVATE one.
// Covers: mmap MAP_SHARED, MAP_PRIVATE
// Covers: fork shared mappings
#include "wali/test.h"

void test() {
  auto map = [](const char *name, int flags) {
    Result result = sys::mmap(nullptr, 8192, PROT_READ | PROT_WRITE, flags | MAP_ANONYMOUS, -1, 0);
    report(name, result);
    return result.pointer<char>();
  };
  char *shared = map("mmap, shared", MAP_SHARED), *separate = map("mmap, private", MAP_PRIVATE);
  report("shared at first", Text(shared, 4));
  __builtin_memcpy(shared + 4094, "kept", 4);
  __builtin_memcpy(separate, "mine", 4);
  setup::in_child([&] {
    report("in the child, shared across pages", Text(shared + 4094, 4));
    report("in the child, private", Text(separate, 8));
    __builtin_memcpy(shared, "child", 5);
    __builtin_memcpy(separate, "theirs", 6);
  });
  report("shared", Text(shared, 8));
  report("shared across pages", Text(shared + 4094, 4));
  report("private", Text(separate, 8));
}
