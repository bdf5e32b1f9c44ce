// Without privilege the user that sendmsg names may be the sender's real, effective or saved one, and
// so may the group. Others are refused.
// Covers: sendmsg SCM_CREDENTIALS, EPERM
// REQUIRES: root
#include "suite/network/sendmsg/credentials.h"

void test() {
  SocketPair pair = setup::socketpair();
  setup::require_zero("setgroups", sys::setgroups(0, nullptr));
  setup::require_zero("setresgid", sys::setresgid(2001, 2002, 2003));
  setup::require_zero("setresuid", sys::setresuid(1001, 1002, 1003));
  auto report_sent = [&](const char *name, uint32_t uid, uint32_t gid) {
    report(name, send_with(pair.first, {setup::require_pid("getpid", sys::getpid()), uid, gid}));
  };
  report_sent("real", 1001, 2001);
  report_sent("effective", 1002, 2002);
  report_sent("saved", 1003, 2003);
  report_sent("another user", 1004, 2001);
  report_sent("another group", 1001, 2004);
}
