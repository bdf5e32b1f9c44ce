// An abstract name is subject neither to the umask nor to permissions. Root binds it with a umask of 0777, and an
// ordinary user connects to it, but not to a path.
// Covers: bind abstract name, umask
// Covers: connect abstract name, EACCES
// REQUIRES: root
#include "suite/network/addresses.h"

void test() {
  setup::chmod(".", 0755);
  sys::umask(0777);
  const Local name = abstract("private"), file = path("private");
  Fd by_name = local_listener(SOCK_STREAM, name), by_path = local_listener(SOCK_STREAM, file);
  report("mode of the file", FileMode{setup::stat("private").st_mode});
  setup::become_ordinary();
  report("connect to the abstract name", sys::connect(setup::socket(AF_UNIX, SOCK_STREAM), &name.address, name.size));
  report("connect to the path", sys::connect(setup::socket(AF_UNIX, SOCK_STREAM), &file.address, file.size));
}
