// Refuses a guest module that has not the shape that ABI.md describes, or that imports what its revision does not
// offer. Usage: check-module REVISION MAX-PAGES MODULE [IMPORT...], with each IMPORT as check_module() takes it.
#include <cstdio>
#include <cstdlib>

#include "harness/guest/module_shape.h"

int main(int argc, char **argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: check-module libc|spec2026 MAX-PAGES MODULE [IMPORT...]\n");
    return 2;
  }
  using namespace wali::guest;
  try {
    check_module(argv[3], parse_revision(argv[1]), std::strtoull(argv[2], nullptr, 10), {argv + 4, argv + argc});
  } catch (const Refusal &refusal) {
    std::fprintf(stderr, "check-module: %s: %s\n", argv[3], refusal.what());
    return 1;
  }
}
