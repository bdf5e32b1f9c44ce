// The name of a local socket is a file, and can be bound once. An abstract name makes no
// file. Its length is what bind was given, with NULs in it.
// Covers: bind AF_UNIX, EADDRINUSE, EINVAL
// Covers: getsockname AF_UNIX
#include "wali/test.h"

namespace {

sockaddr_un unix_address(Text name) {
  sockaddr_un address = {AF_UNIX, {}};
  __builtin_memcpy(address.sun_path, name.data, name.size);
  return address;
}

} // namespace

void test() {
  Fd first = setup::socket(AF_UNIX, SOCK_STREAM), second = setup::socket(AF_UNIX, SOCK_STREAM);
  setup::mkdir("directory");
  setup::chdir("directory");
  sockaddr_un path = unix_address("socket"), abstract = unix_address({"\0ab\0c", 5});
  report("bind", sys::bind(first, &path, 9));
  struct stat file = {};
  report("fstatat", sys::fstatat(AT_FDCWD, "socket", &file, 0));
  report("file", FileMode{file.st_mode & S_IFMT});
  report("the same name", sys::bind(second, &path, 9));
  report("a bound socket", sys::bind(first, &abstract, 7));
  report("abstract", sys::bind(second, &abstract, 7));
  Guarded<sockaddr_un> address;
  uint32_t size = sizeof(sockaddr_un);
  report("getsockname", sys::getsockname(second, &address, &size));
  report("size", size);
  report("name", Text(address->sun_path, 5));
  report_poison("behind the name", address->sun_path + 5, 103);
  size = sizeof(sockaddr_un);
  report("getsockname of a path", sys::getsockname(first, &address, &size));
  report("its size", size);
  report("its name", Text(address->sun_path, 7));
  setup::unlink("socket");
  setup::chdir("..");
  report("rmdir of the directory, now without that file", sys::rmdir("directory"));
}
