#include <cpuid.h>

#include "runners/host/running/assembly.h"

namespace wali::host {
namespace {

// AMD's families of which every member is of Zen 1 to 4.
bool is_before_zen5() {
  unsigned highest, b, c, d, version;
  __cpuid(0, highest, b, c, d);
  if (b != signature_AMD_ebx || c != signature_AMD_ecx || d != signature_AMD_edx)
    return false;
  __cpuid(1, version, b, c, d);
  const unsigned family = ((version >> 8) & 0xf) + ((version >> 20) & 0xff);
  return family == 0x17 || family == 0x19;
}

} // namespace

void learn_about_returns() { wali_refill_returns = is_before_zen5(); }

} // namespace wali::host
