// A mapping of an ordinary file neither grows downwards nor has huge pages.
// Covers: mmap EINVAL, MAP_GROWSDOWN, MAP_HUGETLB
#include "wali/test.h"

namespace {

Result map(int prot, int flags, int fd) { return sys::mmap(nullptr, 4096, prot, flags, fd, 0); }

} // namespace

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDWR);
  report("neither", map(PROT_READ, MAP_PRIVATE, file));
  report("MAP_GROWSDOWN", map(PROT_READ, MAP_PRIVATE | MAP_GROWSDOWN, file));
  report("MAP_HUGETLB", map(PROT_READ, MAP_PRIVATE | MAP_HUGETLB, file));
}
