// The name of a directory may hold every byte but the slash and the NUL. chdir enters it, and getcwd
// gives it as it is, whether it is UTF-8 or not.
// Covers: getcwd path, any bytes
// Covers: chdir any bytes
#include "wali/test.h"

void test() {
  char names[2][128] = {};
  for (int i = 0; i < 127; ++i) {
    names[0][i] = static_cast<char>(i + 1 == '/' ? 'x' : i + 1);
    names[1][i] = static_cast<char>(i + 128);
  }
  GuardedBytes<1024> buffer;
  char *path = reinterpret_cast<char *>(*&buffer);
  report("getcwd", sys::getcwd(path, 1024));
  for (const char *name : names) {
    setup::mkdir(name);
    report("chdir", sys::chdir(name));
    buffer.fill();
    Result result = sys::getcwd(path, 1024);
    report("getcwd", result);
    report("bytes of the name and its NUL that differ",
           uint64_t{differing_bytes(path + result.size() - 128, name, 128)});
  }
  report("chdir upwards", sys::chdir("../.."));
  report("getcwd", sys::getcwd(path, 1024));
}
