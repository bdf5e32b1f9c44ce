// bind fails with EROFS for a local socket's name on a read-only mount. It makes the name through another mount of
// the same file system.
// Covers: bind EROFS
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

Result bind_in(int socket, const char *directory) {
  sockaddr_un address = {AF_UNIX, {}};
  const Line path = label(directory, "/socket");
  __builtin_memcpy(address.sun_path, path.text().data, path.text().size);
  return sys::bind(socket, &address, sizeof(address));
}

} // namespace

void test() {
  Fd socket = setup::socket(AF_UNIX, SOCK_DGRAM);
  report("read-only", bind_in(socket, setup::read_only_disk));
  report("the same file system, by its other mount", bind_in(socket, setup::disk));
}
