// The structure of sigaltstack has 12 bytes: the address at 0, the flags at 4 and the size at 8, in
// and out.
// Covers: layouts stack
// Covers: sigaltstack layout
#include "suite/abi/layouts/raw.h"

namespace {

constexpr size_t flags = layouts::wide(4, 8), size = layouts::wide(8, 16);

alignas(16) uint8_t place[16384];

} // namespace

void test() {
  layouts::Raw<layouts::wide(12, 24)> set, got;
  set.put(0, reinterpret_cast<uintptr_t>(place)).put<int32_t>(flags, 0).put<size_t>(size, 12345);
  report("sigaltstack", sys::sigaltstack(set, nullptr));
  report("sigaltstack, asked", sys::sigaltstack(nullptr, got));
  report("bytes of the address that differ", differing_bytes(got.at(0), set.at(0), sizeof(uintptr_t)));
  got.report_field<int32_t>("flags", flags);
  got.report_field<size_t>("size", size);
  got.report_walls();
}
