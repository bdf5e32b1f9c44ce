// The protection that one thread sets holds for the calls of all.
// Covers: mprotect threads
#include "suite/memory/mappings.h"

namespace {

uint8_t *bytes;
int probe;
Event changed[3], looked[3];
Result reads[3], writes[3];

void look(void *) {
  for (size_t i = 0; i < 3; ++i) {
    changed[i].wait();
    reads[i] = sys::pread64(probe, bytes, 1, 0);
    writes[i] = sys::pwrite64(probe, bytes, 1, 0);
    looked[i].set();
  }
}

} // namespace

void test() {
  Fd file = setup::open("probe", O_RDWR | O_CREAT);
  setup::write_all(file, "p");
  probe = file;
  bytes = setup::map(4096);
  Thread thread(look);
  constexpr int protections[] = {PROT_READ, PROT_NONE, PROT_READ | PROT_WRITE};
  for (size_t i = 0; i < 3; ++i) {
    setup::require_zero("mprotect", sys::mprotect(bytes, 4096, protections[i]));
    changed[i].set();
    looked[i].wait();
    Line name = label(Flags{abi::sets::mmap_prot, static_cast<uint64_t>(protections[i])});
    report(label(name.text(), ", the thread's read"), reads[i]);
    report(label(name.text(), ", the thread's write"), writes[i]);
  }
}
