// A path of 108 bytes needs no NUL, because the length ends it. getsockname returns the path with a NUL, and a length
// one byte above the size of the structure.
// Covers: bind AF_UNIX, path without NUL
// Covers: getsockname AF_UNIX, path of 108 bytes
#include "suite/network/addresses.h"

namespace {

struct LongAddress {
  sockaddr_un address;
  char further[8];
};

} // namespace

void test() {
  Local longest;
  longest.size = sizeof(longest.address);
  __builtin_memcpy(longest.address.sun_path, setup::path_of(100), 100);
  __builtin_memcpy(longest.address.sun_path + 100, "/seventh", 8);
  Fd socket = setup::socket(AF_UNIX, SOCK_DGRAM), shorter = setup::socket(AF_UNIX, SOCK_DGRAM);
  report("bind", sys::bind(socket, &longest.address, longest.size));
  report("file", FileMode{setup::stat("seventh").st_mode & S_IFMT});
  Guarded<LongAddress> own;
  uint32_t size = sizeof(LongAddress);
  report("getsockname", sys::getsockname(socket, &own, &size));
  report("size", size);
  report("end of the path", own.bytes().part(2 + 100, 9));
  report_poison("behind it", own.bytes().data + 2 + 109, sizeof(LongAddress) - 2 - 109);
  longest.size -= 3;
  report("bind with three bytes fewer", sys::bind(shorter, &longest.address, longest.size));
  report("file", FileMode{setup::stat("seve").st_mode & S_IFMT});
  longest.size += 4;
  report("bind with 109 bytes of a path",
         sys::bind(setup::socket(AF_UNIX, SOCK_DGRAM), &longest.address, longest.size));
}
