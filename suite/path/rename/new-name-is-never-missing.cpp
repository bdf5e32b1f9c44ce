// While files replace each other under one name, a process that looks the name up always
// finds a file.
// Covers: rename atomic replace
#include "wali/test.h"

void test() {
  struct Shared {
    int done;
    int looks;
    int missing;
  };
  Shared &shared = setup::shared<Shared>();
  setup::write_file("name", "");
  Child child = setup::fork([&] {
    while (__atomic_load_n(&shared.done, __ATOMIC_ACQUIRE) == 0) {
      shared.missing += !sys::access("name", F_OK).ok();
      __atomic_store_n(&shared.looks, shared.looks + 1, __ATOMIC_RELEASE);
    }
  });
  int failed = 0;
  for (int i = 0; i < 200 || __atomic_load_n(&shared.looks, __ATOMIC_ACQUIRE) < 200; ++i) {
    setup::write_file("next", "renamed");
    failed += !sys::rename("next", "name").ok();
  }
  __atomic_store_n(&shared.done, 1, __ATOMIC_RELEASE);
  report("child", child.wait());
  report("renames that failed", failed);
  report("looks that found nothing", shared.missing);
  report("old name", sys::access("next", F_OK));
  report("contents", setup::read_file("name"));
}
