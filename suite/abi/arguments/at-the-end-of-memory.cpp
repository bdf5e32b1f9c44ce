// An argument can be copied to the end of memory. For a buffer outside memory or an index out of
// range the call returns, writes nothing, and later calls work as before.
// Covers: arguments __cl_copy_argv, last valid byte
// RUN: %launch %engine argument | %check
// Oracle: ABI.md, Start, end, arguments, environment
#include "wali/test.h"

void test() {
  uint8_t *last = setup::last_bytes(16);
  __builtin_memset(last, poison, 16);
  start::wali_cl_copy_argv(static_cast<char *>(setup::bad_address()), 1);
  start::wali_cl_copy_argv(reinterpret_cast<char *>(last), 1000);
  start::wali_cl_copy_argv(reinterpret_cast<char *>(last), -1);
  report_poison("last bytes of memory", last, 16);
  report("copy to the last bytes", start::wali_cl_copy_argv(reinterpret_cast<char *>(last + 7), 1));
  report("last bytes", Text(last + 7, 9));
  report_poison("bytes in front of them", last, 7);
}
