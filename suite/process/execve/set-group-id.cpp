// A program with the set-group-ID bit runs with its group's id as the effective and the saved
// one, and the caller's real id and supplementary groups. Without the group's right to execute the bit means nothing.
// Covers: execve set-group-ID
// REQUIRES: root, set-id-files
#include "suite/process/execve/set_id.h"

void test() {
  copy_program("/bin/grep", "set-group-id");
  setup::chown("set-group-id", 0, 1234);
  for (uint32_t mode : {02755, 02745}) {
    setup::chmod("set-group-id", mode);
    report_ids_of("set-group-id", "^(Gid|Groups)", [] { setup::become_ordinary(77); });
  }
}
