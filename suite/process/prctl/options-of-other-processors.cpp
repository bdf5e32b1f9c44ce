// On x86-64 prctl refuses the options of other processors.
// Covers: prctl EINVAL, other processors
#include "wali/test.h"

void test() {
  struct Option {
    const char *name;
    int value; // linux/prctl.h
  };
  constexpr Option options[] = {
      {"PR_GET_UNALIGN", 5},  {"PR_GET_FPEMU", 9},   {"PR_GET_FPEXC", 11},      {"PR_GET_ENDIAN", 19},
      {"PR_GET_FP_MODE", 46}, {"PR_SVE_GET_VL", 51}, {"PR_PAC_RESET_KEYS", 54}, {"PR_GET_TAGGED_ADDR_CTRL", 56}};
  for (const Option &option : options)
    report(option.name, sys::prctl(option.value, 0, 0, 0, 0));
}
