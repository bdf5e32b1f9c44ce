// Memory with MADV_WIPEONFORK is wiped again in a child's child.
// Covers: madvise MADV_WIPEONFORK, fork
#include "wali/test.h"

namespace {

uint8_t *bytes;

void report_bytes(const char *name) { report(name, Text(bytes, 5)); }

} // namespace

void test() {
  bytes = setup::map(4096);
  __builtin_memcpy(bytes, "first", 5);
  report("MADV_WIPEONFORK", sys::madvise(bytes, 4096, MADV_WIPEONFORK));
  setup::in_child([] {
    report_bytes("in the child");
    __builtin_memcpy(bytes, "other", 5);
    setup::in_child([] { report_bytes("in the child's child"); });
    report_bytes("in the child afterwards");
  });
  report_bytes("in the parent");
}
