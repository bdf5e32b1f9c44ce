// Directories, pipes, sockets and most files of /proc cannot be mapped.
// Covers: mmap ENODEV
#include "wali/test.h"

namespace {

Result map(int prot, int flags, int fd) { return sys::mmap(nullptr, 4096, prot, flags, fd, 0); }

} // namespace

void test() {
  Fd directory = setup::open(".", O_RDONLY | O_DIRECTORY), status = setup::open("/proc/self/status", O_RDONLY);
  Pipe pipe = setup::pipe();
  SocketPair sockets = setup::socketpair();
  report("directory", map(PROT_READ, MAP_PRIVATE, directory));
  report("pipe", map(PROT_READ, MAP_PRIVATE, pipe.read));
  report("socket", map(PROT_READ, MAP_PRIVATE, sockets.first));
  report("/proc/self/status", map(PROT_READ, MAP_PRIVATE, status));
}
