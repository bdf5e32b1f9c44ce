// With SECBIT_NO_SETUID_FIXUP a thread that leaves user id 0 keeps its capabilities, the
// effective ones too.
// Covers: prctl PR_SET_SECUREBITS, PR_GET_SECUREBITS
// REQUIRES: root
#include "wali/test.h"

void test() {
  constexpr uint64_t no_setuid_fixup = 4; // linux/securebits.h
  setup::write_file("file", "");
  report("PR_GET_SECUREBITS", sys::prctl(PR_GET_SECUREBITS, 0, 0, 0, 0));
  report("PR_SET_SECUREBITS", sys::prctl(PR_SET_SECUREBITS, no_setuid_fixup, 0, 0, 0));
  report("PR_GET_SECUREBITS", sys::prctl(PR_GET_SECUREBITS, 0, 0, 0, 0));
  setup::in_child([] {
    report("PR_GET_SECUREBITS in a child", sys::prctl(PR_GET_SECUREBITS, 0, 0, 0, 0));
    report("setresuid", sys::setresuid(1000, 1000, 1000));
    report("chown to another user", sys::chown("file", 1234, -1));
  });
  report("PR_SET_SECUREBITS of 0", sys::prctl(PR_SET_SECUREBITS, 0, 0, 0, 0));
  report("setresuid", sys::setresuid(1000, 1000, 1000));
  report("chown to another user", sys::chown("file", 1235, -1));
}
