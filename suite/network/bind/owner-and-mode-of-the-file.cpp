// The file of a local socket belongs to the process's effective user and group. Its mode is 0777
// less the umask.
// Covers: bind AF_UNIX, umask
// Covers: umask bind
// REQUIRES: root
#include "suite/network/addresses.h"

void test() {
  setup::mkdir("directory");
  setup::chmod("directory", 0777);
  setup::require_zero("setresgid", sys::setresgid(0, 2000, 0));
  setup::require_zero("setresuid", sys::setresuid(0, 1000, 0));
  sys::umask(027);
  const Local address = path("directory/socket");
  report("bind", sys::bind(setup::socket(AF_UNIX, SOCK_STREAM), &address.address, address.size));
  const struct stat file = setup::stat("directory/socket");
  report("user", file.st_uid);
  report("group", file.st_gid);
  report("mode", FileMode{file.st_mode});
}
