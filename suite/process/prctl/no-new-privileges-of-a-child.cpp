// A child inherits PR_SET_NO_NEW_PRIVS and cannot take it back. What a child sets its parent
// does not have.
// Covers: prctl PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS, fork
// Covers: fork no_new_privs
// REQUIRES: new-privileges
#include "wali/test.h"

void test() {
  auto report_setting = [](const char *name) { report(name, sys::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0)); };
  setup::in_child([=] {
    report("PR_SET_NO_NEW_PRIVS in a child", sys::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
    setup::in_child([=] {
      report_setting("in a child's child");
      report("taken back", sys::prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0));
      report_setting("in a child's child afterwards");
    });
  });
  report_setting("in the parent");
}
