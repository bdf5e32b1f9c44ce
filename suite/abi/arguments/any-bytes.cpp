// An argument is bytes: line ends, controls, and what is no UTF-8 arrive as they are.
// Covers: arguments __cl_copy_argv, bytes
// RUN: printf '\001\t\n\177\200\277\300\377=\355\240\200\0\376' | xargs -0 %launch %engine | %check
#include "wali/test.h"

void test() {
  report("count", start::wali_cl_get_argc());
  for (int i = 1; i < start::wali_cl_get_argc(); ++i) {
    GuardedBytes<16> buffer;
    const int length = start::wali_cl_get_argv_len(i);
    report(label("length ", i), length);
    report(label("copy ", i), start::wali_cl_copy_argv(reinterpret_cast<char *>(*&buffer), i));
    report("bytes", buffer.bytes(static_cast<size_t>(length) + 1));
    report_walls("walls", buffer);
  }
}
