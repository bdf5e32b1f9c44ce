// A program with the set-user-ID bit runs with its owner's id as the effective and the saved one,
// and the caller's real id. PR_SET_NO_NEW_PRIVS makes it run as one without the bit.
// Covers: execve set-user-ID, no_new_privs
// Covers: prctl PR_SET_NO_NEW_PRIVS, set-user-ID
// REQUIRES: root, set-id-files
#include "suite/process/execve/set_id.h"

void test() {
  copy_program("/bin/grep", "set-user-id");
  setup::chown("set-user-id", 1234, 0);
  setup::chmod("set-user-id", 04755);
  report_ids_of("set-user-id", "^Uid", [] { setup::become_ordinary(); });
  report_ids_of("set-user-id", "^Uid", [] {
    setup::become_ordinary();
    setup::require_zero("prctl", sys::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
  });
}
