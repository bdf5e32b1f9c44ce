// The arguments arrive with the right number, lengths and bytes. An index out of range gets a
// result and does no harm.
// Covers: arguments __cl_get_argc, __cl_get_argv_len, __cl_copy_argv
// RUN: %launch %engine one "two words" "" | %check
#include "wali/test.h"

void test() {
  report("count", start::wali_cl_get_argc());
  for (int i = 1; i < start::wali_cl_get_argc(); ++i) {
    GuardedBytes<32> buffer;
    report(label("length ", i), start::wali_cl_get_argv_len(i));
    report(label("copy ", i), start::wali_cl_copy_argv(reinterpret_cast<char *>(*&buffer), i));
    report(label("bytes ", i), buffer.bytes(start::wali_cl_get_argv_len(i) + 1));
    report(label("byte after ", i), Hex{(*buffer)[start::wali_cl_get_argv_len(i) + 1]});
  }
  start::wali_cl_get_argv_len(1000);
  start::wali_cl_get_argv_len(-1);
  report("count afterwards", start::wali_cl_get_argc());
}
