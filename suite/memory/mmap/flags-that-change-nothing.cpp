// Flags that only say how the memory will be used are accepted: the mapping is
// zeroed and keeps what is written.
// Covers: mmap MAP_NORESERVE, MAP_POPULATE, MAP_NONBLOCK, MAP_STACK, MAP_LOCKED
#include "wali/test.h"

void test() {
  for (int flag : {MAP_NORESERVE, MAP_POPULATE, MAP_POPULATE | MAP_NONBLOCK, MAP_STACK, MAP_LOCKED}) {
    Result result = sys::mmap(nullptr, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | flag, -1, 0);
    setup::require_address("mmap", result, 8192);
    uint8_t *bytes = result.pointer();
    uint8_t found = static_cast<uint8_t>(bytes[0] | bytes[8191]);
    bytes[8191] = 0x5a;
    report(label(Flags{abi::sets::mmap_flags, static_cast<uint64_t>(flag)}), label(found, " ", bytes[8191]));
  }
}
