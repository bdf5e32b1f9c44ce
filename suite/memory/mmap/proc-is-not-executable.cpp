// For a file of /proc, which is mounted without execution, mmap checks PROT_EXEC before it finds
// that the file cannot be mapped.
// Covers: mmap EPERM, PROT_EXEC
#include "wali/test.h"

void test() {
  Fd status = setup::open("/proc/self/status", O_RDONLY);
  report("PROT_READ|PROT_EXEC", sys::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, status, 0));
  report("PROT_READ", sys::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE, status, 0));
}
