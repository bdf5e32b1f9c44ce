// A message carries a handle (O_PATH) of the memory file. A thread that peeks at it and opens the
// handle again and again reaches no memory.
// Covers: proc-mem race, SCM_RIGHTS, MSG_PEEK, O_PATH
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  containment::send_descriptor(pair.first, setup::open("/proc/self/mem", O_PATH));
  containment::Thieves thieves;
  for (int i = setup::rounds(1500); i > 0; --i) {
    const int fd = containment::receive_descriptor(pair.second, MSG_PEEK);
    containment::snatch(AT_FDCWD, label("/proc/self/fd/", fd).c_str(), 1);
    sys::close(fd);
  }
  report("descriptors of a memory", thieves.join());
}
