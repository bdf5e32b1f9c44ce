// The imports that hand over arguments and environment return a result for a bad buffer or index,
// and do no harm.
// Covers: numbers argv, environment file
// Oracle: ABI.md, Start, end, arguments, environment
#include "suite/containment/containment.h"

void test() {
  for (uintptr_t bad : {reinterpret_cast<uintptr_t>(setup::bad_address()), uintptr_t{0xc0000000}, ~uintptr_t{0}}) {
    char *buffer = reinterpret_cast<char *>(bad);
    report("argument", containment::after([=] { start::wali_cl_copy_argv(buffer, 0); }));
    report("argument by a bad index", containment::after([=] {
             for (int index : {1000, -1, 0x7fffffff}) {
               start::wali_cl_get_argv_len(index);
               start::wali_cl_copy_argv(buffer, index);
             }
           }));
    report("environment file", containment::after([=] {
             for (int size : {0, 1, 4096, -1, 0x7fffffff})
               start::wali_get_init_envfile(buffer, size);
           }));
  }
}
