// The set-user-ID and set-group-ID bits of a script mean nothing.
// Covers: execve script, set-user-ID, set-group-ID
// REQUIRES: root
#include "suite/process/execve/set_id.h"

void test() {
  setup::write_file("script", "#!/bin/sh\ngrep -E '^(Uid|Gid)' /proc/$$/status\n");
  setup::chown("script", 1234, 1234);
  setup::chmod("script", 06755);
  setup::chmod(".", 0755);
  report_ids_of("script", "", [] { setup::become_ordinary(); });
}
