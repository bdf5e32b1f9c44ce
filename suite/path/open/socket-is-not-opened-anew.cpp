// open of /proc/self/fd/N of a socket fails with ENXIO, whatever the access mode.
// Covers: open /proc/self/fd, ENXIO
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair();
  Line path = label("/proc/self/fd/", static_cast<int>(pair.first));
  for (int mode : {O_RDONLY, O_WRONLY, O_RDWR})
    report(label("open, access mode ", mode), sys::open(path.c_str(), mode, 0));
}
