// Each protection lets calls read and write as it says. PROT_SEM changes nothing.
// Covers: mprotect PROT_NONE, PROT_READ, PROT_WRITE, PROT_EXEC, PROT_SEM
#include "suite/memory/mappings.h"

void test() {
  constexpr int sem = 8;
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  setup::write_all(probe, "p");
  uint8_t *bytes = setup::map(2 * 4096);
  for (int prot : {PROT_NONE, PROT_READ, PROT_WRITE, PROT_READ | PROT_WRITE, PROT_READ | PROT_EXEC, PROT_READ | sem,
                   PROT_READ | PROT_WRITE | sem}) {
    Line name = label(Flags{abi::sets::mmap_prot, static_cast<uint64_t>(prot)});
    report(name, sys::mprotect(bytes, 2 * 4096, prot));
    report("writes from the pages", memory::writes_from(probe, bytes, 2));
    report("reads into the pages", memory::reads_into(probe, bytes, 2));
  }
}
