// A child has its parent's mappings, but no memory of it is locked.
// Covers: mmap MAP_LOCKED, fork
// Covers: fork memory locks
#include "suite/memory/mappings.h"

void test() {
  report("locked at first", memory::locked_kib());
  uint8_t *bytes = memory::map_locked(4 * 4096);
  bytes[0] = 'l';
  report("four pages more", memory::locked_kib());
  setup::in_child([=] {
    report("in the child, first byte", Text(bytes, 1));
    report("in the child, locked", memory::locked_kib());
  });
  report("in the parent, locked", memory::locked_kib());
}
