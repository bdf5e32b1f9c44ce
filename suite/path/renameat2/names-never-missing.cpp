// RENAME_EXCHANGE and RENAME_WHITEOUT are atomic. A process that looks meanwhile always finds both names, or the old
// one.
// Covers: renameat2 RENAME_EXCHANGE, RENAME_WHITEOUT, atomicity
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

struct Watch {
  int begun, over;
};

// Runs `change` again and again while a child looks for `names`, and reports how often it found one missing.
template <size_t count, class Change>
void report_missing(const char *name, const char *const (&names)[count], Change change) {
  Watch &watch = setup::shared<Watch>();
  Child child = setup::fork([&] {
    int missing = 0;
    while (__atomic_load_n(&watch.over, __ATOMIC_ACQUIRE) == 0) {
      for (const char *path : names)
        missing += sys::faccessat(AT_FDCWD, path, F_OK, 0).value != 0;
      __atomic_store_n(&watch.begun, 1, __ATOMIC_RELEASE);
    }
    return missing != 0;
  });
  while (__atomic_load_n(&watch.begun, __ATOMIC_ACQUIRE) == 0)
    setup::sleep_ms(1);
  int failed = 0;
  for (int i = 0; i < 2999; ++i) // an odd number: what was exchanged stays so
    failed += change().value != 0;
  __atomic_store_n(&watch.over, 1, __ATOMIC_RELEASE);
  report(label(name, ": calls that failed"), failed);
  report(label(name, ": who looked"), child.wait());
}

} // namespace

void test() {
  setup::chdir(setup::disk);
  setup::write_file("first", "of the first");
  setup::write_file("second", "");
  setup::write_file("old", "");
  report_missing("RENAME_EXCHANGE", {"first", "second"},
                 [] { return sys::renameat2(AT_FDCWD, "first", AT_FDCWD, "second", RENAME_EXCHANGE); });
  report("contents of the second", setup::read_file("second"));
  report_missing("RENAME_WHITEOUT", {"old"}, [] {
    const Result moved = sys::renameat2(AT_FDCWD, "old", AT_FDCWD, "new", RENAME_WHITEOUT);
    setup::require_zero("renameat2", sys::renameat2(AT_FDCWD, "new", AT_FDCWD, "old", 0));
    return moved;
  });
}
