// A socket's owner, set by either request, is read by both and by F_GETOWN. A group is a negative number.
// Covers: ioctl FIOSETOWN, FIOGETOWN, SIOCSPGRP, SIOCGPGRP, ESRCH
#include "wali/test.h"

void test() {
  SocketPair sockets = setup::socketpair();
  Guarded<int32_t> owner;
  int pid = sys::getpid().pid(), unknown = 0x3fffffff;
  report("getpid", pid);
  report("SIOCGPGRP", sys::ioctl(sockets.first, SIOCGPGRP, &owner));
  report("at first", *owner);
  report_walls("walls", owner);
  report("FIOSETOWN", sys::ioctl(sockets.first, FIOSETOWN, &pid));
  report("SIOCGPGRP", sys::ioctl(sockets.first, SIOCGPGRP, &owner));
  report("owner", *owner);
  owner.fill();
  report("FIOGETOWN", sys::ioctl(sockets.first, FIOGETOWN, &owner));
  report("owner", *owner);
  setup::in_child([&] {
    setup::require_zero("setpgid", sys::setpgid(0, 0));
    int group = -setup::require_pid("getpid", sys::getpid());
    report("negative of a group", group);
    report("SIOCSPGRP", sys::ioctl(sockets.first, SIOCSPGRP, &group));
    report("FIOGETOWN", sys::ioctl(sockets.first, FIOGETOWN, &owner));
    report("owner", *owner);
  });
  report("SIOCSPGRP of an unknown id", sys::ioctl(sockets.first, SIOCSPGRP, &unknown));
  int none = 0;
  report("SIOCSPGRP of 0", sys::ioctl(sockets.first, SIOCSPGRP, &none));
  report("F_GETOWN", sys::fcntl(sockets.first, F_GETOWN, 0));
}
