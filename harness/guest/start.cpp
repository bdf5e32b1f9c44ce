// The start of a guest module (ABI.md, Start, end, arguments, environment)
// and the two exports that every WALI module has for its engine. As in a libc's
// start code nothing comes after `__proc_exit`: where it returns, so does _start.
#include "wali/test.h"

extern "C" {

void __wasm_call_ctors();

__attribute__((export_name("_start"))) void _start() {
  start::wali_init();
  __wasm_call_ctors();
  test();
  start::wali_deinit();
  start::wali_proc_exit(0);
}

__attribute__((export_name("__wasm_memory_grow"))) int __wasm_memory_grow(int pages) {
  return static_cast<int>(__builtin_wasm_memory_grow(0, static_cast<size_t>(pages)));
}

__attribute__((export_name("__wasm_memory_size"))) int __wasm_memory_size() {
  return static_cast<int>(__builtin_wasm_memory_size(0));
}

} // extern "C"
