// The environment's file is a regular file with a size, and a mapping of it shows the same bytes as a read.
// Covers: environment __get_init_envfile, mmap
// RUN: %launch --env GREETING=hello %engine | %check
#include "wali/test.h"

void test() {
  static char path[4096], bytes[4096];
  report("__get_init_envfile", start::wali_get_init_envfile(path, sizeof(path)));
  Fd file = setup::open(path, O_RDONLY);
  const Result size = sys::read(file, bytes, sizeof(bytes));
  report("read", size);
  struct stat status = {};
  report("fstat", sys::fstat(file, &status));
  report("type", Octal{status.st_mode & S_IFMT});
  report("st_size", status.st_size);
  const Result mapping = sys::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE, file, 0);
  setup::require_address("mmap", mapping, 4096);
  report("bytes that differ", differing_bytes(mapping.pointer(), bytes, size.size()));
  report("byte behind them", mapping.pointer()[size.size()]);
}
