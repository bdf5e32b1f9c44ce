// bind makes a local socket's name at the end of its path. If a part of the path prevents that, bind makes nothing,
// and the socket can still be bound.
// Covers: bind ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, AF_UNIX
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_UNIX, SOCK_STREAM);
  auto bind = [&](Text path) {
    sockaddr_un address = {AF_UNIX, {}};
    __builtin_memcpy(address.sun_path, path.data, path.size);
    return sys::bind(socket, &address, static_cast<uint32_t>(2 + path.size + 1));
  };
  setup::write_file("file", "");
  setup::symlink("loop", "loop");
  setup::symlink(setup::name_of(256), "long");
  report("directory that is missing", bind("missing/socket"));
  report("file as directory", bind("file/socket"));
  report("link to itself", bind("loop/socket"));
  report("link to a name of 256 bytes", bind("long/socket"));
  report("name that is a link to nowhere", bind("loop"));
  report("name with a slash at its end", bind("socket/"));
  report("good path", bind("socket"));
}
