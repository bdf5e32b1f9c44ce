// MAP_SHARED_VALIDATE refuses unknown flags, and MAP_SYNC if the file's memory is not
// persistent. MAP_SHARED ignores unknown flags.
// Covers: mmap MAP_SHARED_VALIDATE, EOPNOTSUPP
#include "wali/test.h"

namespace {

Result map(int prot, int flags, int fd) { return sys::mmap(nullptr, 4096, prot, flags, fd, 0); }

} // namespace

void test() {
  constexpr int unknown = 0x1000000;
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDWR);
  report("MAP_SHARED_VALIDATE", map(PROT_READ, MAP_SHARED_VALIDATE, file));
  report("MAP_SHARED_VALIDATE, unknown flag", map(PROT_READ, MAP_SHARED_VALIDATE | unknown, file));
  report("MAP_SHARED_VALIDATE|MAP_SYNC", map(PROT_READ, MAP_SHARED_VALIDATE | MAP_SYNC, file));
  report("MAP_SHARED, unknown flag", map(PROT_READ, MAP_SHARED | unknown, file));
}
