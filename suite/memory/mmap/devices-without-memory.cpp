// Devices that are read and written alone cannot be mapped.
// Covers: mmap ENODEV, device
#include "wali/test.h"

void test() {
  for (const char *device : {"/dev/null", "/dev/full", "/dev/urandom"}) {
    Fd file = setup::open(device, O_RDWR);
    report(label(device, ", private"), sys::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE, file, 0));
    report(label(device, ", shared"), sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0));
  }
}
