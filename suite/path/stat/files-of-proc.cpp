// Files of /proc have a size of 0, though they can be read.
// Covers: stat st_size of /proc
#include "wali/test.h"

void test() {
  for (const char *path : {"/proc/self/status", "/proc/version", "/proc/self/maps"}) {
    struct stat status;
    __builtin_memset(&status, poison, sizeof(status));
    report(path, sys::stat(path, &status));
    report("st_size", status.st_size);
    char byte;
    report("read of a byte", sys::read(setup::open(path, O_RDONLY), &byte, 1));
  }
}
