// Calls respect a mapping's protection: read fills only what may be written, and write
// takes only what may be read.
// Covers: mmap PROT_NONE, PROT_READ, PROT_WRITE, PROT_EXEC
#include "wali/test.h"

void test() {
  setup::write_file("file", "data");
  Fd file = setup::open("file", O_RDWR);
  for (int prot : {PROT_NONE, PROT_READ, PROT_READ | PROT_WRITE, PROT_WRITE, PROT_READ | PROT_EXEC}) {
    Result result = sys::mmap(nullptr, 4096, prot, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    setup::require_address("mmap", result, 4096);
    Line name = label(Flags{abi::sets::mmap_prot, static_cast<uint64_t>(prot)});
    report(label(name.text(), ", read"), sys::pread64(file, result.pointer(), 4, 0));
    report(label(name.text(), ", write"), sys::pwrite64(file, result.pointer() + 4092, 4, 100));
  }
}
