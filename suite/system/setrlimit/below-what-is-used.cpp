// A limit below what is in use can be set: descriptors above it stay usable, and new ones are given
// out below it only.
// Covers: setrlimit RLIMIT_NOFILE, lower than in use
#include "wali/test.h"

void test() {
  setup::require_value("dup2", sys::dup2(0, 50), 50);
  Pipe pipe = setup::pipe();
  setup::require_value("dup2", sys::dup2(pipe.write, 60), 60);
  rlimit limits = {};
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_NOFILE, &limits));
  const int free = setup::lowest_free_descriptor();
  report("the only free descriptor", free);
  limits.rlim_cur = static_cast<uint64_t>(free) + 1;
  report("setrlimit", sys::setrlimit(RLIMIT_NOFILE, &limits));
  report("write to 60", sys::write(60, "there", 5));
  char bytes[8];
  report("read", sys::read(pipe.read, bytes, sizeof(bytes)));
  report("bytes", Text(bytes, 5));
  report("dup2 of 60 to itself", sys::dup2(60, 60));
  report("dup2 to 50", sys::dup2(0, 50));
  report("dup of 60", sys::dup(60));
  report("dup of 60 again", sys::dup(60));
  report("close of 60", sys::close(60));
}
