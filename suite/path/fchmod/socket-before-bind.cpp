// A new local socket has all permissions. fchmod changes them, and bind makes its file with them, less the umask.
// Covers: fchmod socket
// Covers: fstat socket
// Covers: bind mode, umask
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_UNIX, SOCK_STREAM);
  Guarded<struct stat> status;
  report("fstat", sys::fstat(socket, &status));
  report("mode", FileMode{status->st_mode});
  report("fchmod", sys::fchmod(socket, 0765));
  report("fstat", sys::fstat(socket, &status));
  report("mode", FileMode{status->st_mode});
  sys::umask(0123);
  const sockaddr_un address = {AF_UNIX, "socket"};
  report("bind", sys::bind(socket, &address, sizeof(address)));
  report("mode of the file", FileMode{setup::stat("socket").st_mode});
}
