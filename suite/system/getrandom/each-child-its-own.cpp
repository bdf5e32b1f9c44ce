// Children that were forked one after the other are given other bytes than each other, also
// where their parent has asked for some before.
// Covers: getrandom fork
#include "wali/test.h"

namespace {

constexpr int size = 64;

} // namespace

void test() {
  auto *bytes = static_cast<uint8_t *>(setup::shared_memory(3 * size));
  report("getrandom", sys::getrandom(bytes, size, 0));
  for (int which : {1, 2})
    report("child",
           setup::fork([=] { return sys::getrandom(bytes + which * size, size, 0).value == size ? 0 : 1; }).wait());
  int alike = 0;
  for (int index = size; index < 2 * size; ++index)
    alike += bytes[index] == bytes[index + size];
  report("bytes that are alike", alike);
}
