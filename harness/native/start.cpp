// The native oracle's start code: the imports of `wali` that are not calls, as
// an engine would give them.
#include "wali/test.h"

namespace {

int argument_count;
char **arguments;
char **environment;

// The value of NAME in the process's environment, or null.
const char *environment_value(wali::Text name) {
  for (char **entry = environment; *entry; ++entry) {
    wali::Text text(*entry);
    if (text.part(0, name.size) == name && text.part(name.size, 1) == wali::Text("="))
      return *entry + name.size + 1;
  }
  return nullptr;
}

bool valid(int index) { return index >= 0 && index < argument_count; }

} // namespace

extern "C" {

int wali_native_clone(void (*function)(int tid, void *argument), void *argument, void *stack_top);

void wali_proc_exit(int status) { sys::exit_group(status); }

int wali_cl_get_argc() { return argument_count; }

int wali_cl_get_argv_len(int index) { return valid(index) ? static_cast<int>(__builtin_strlen(arguments[index])) : -1; }

int wali_cl_copy_argv(char *buffer, int index) {
  if (!valid(index))
    return -1;
  __builtin_memcpy(buffer, arguments[index], __builtin_strlen(arguments[index]) + 1);
  return 0;
}

// The runner hands the environment file's path over in WALI_ENV_FILE.
int wali_get_init_envfile(char *buffer, int size) {
  wali::Text path = environment_value("WALI_ENV_FILE");
  if (path.data == nullptr || size < 0 || path.size >= static_cast<size_t>(size))
    return 0;
  __builtin_memcpy(buffer, path.data, path.size + 1);
  return 1;
}

// As on wasm32, the start structure's first word is the stack's end.
int wali_thread_spawn(void (*function)(int tid, void *argument), void *argument) {
  return wali_native_clone(function, argument, *static_cast<void **>(argument));
}

void wali_thread_main(int tid, void *start);
void wali_thread_start(int tid, void *start) { wali_thread_main(tid, start); }

[[noreturn]] void wali_native_start(long *stack) {
  argument_count = static_cast<int>(stack[0]);
  arguments = reinterpret_cast<char **>(stack + 1);
  environment = arguments + argument_count + 1;
  test();
  leave(0);
}

} // extern "C"
