// The caller's mappings, shared ones included, are not mapped in the program that is executed.
// Covers: execve mappings
#include "wali/test.h"

namespace {

// How many mappings of `mapped` the program cat finds in itself, by grep.
WaitStatus find_in_maps(Text name, int output) {
  return setup::fork([=] {
           Line pattern = label("/", name, "$");
           setup::require_value("dup3", sys::dup3(output, 1, 0), 1);
           const char *const argv[] = {"grep", "-c", pattern.c_str(), "/proc/self/maps", nullptr};
           blocked("execve", sys::execve("/bin/grep", argv, nullptr));
         })
      .wait();
}

} // namespace

void test() {
  Fd file = setup::open("mapped", O_RDWR | O_CREAT);
  setup::resize(file, 4096);
  setup::require_address("mmap", sys::mmap(nullptr, 4096, PROT_READ, MAP_SHARED, file, 0), 4096);
  Pipe pipe = setup::pipe(O_CLOEXEC);
  report("grep for its own mappings", find_in_maps("grep", pipe.write));
  report("grep for the caller's", find_in_maps("mapped", pipe.write));
  pipe.write.reset();
  report("counts", setup::read_all(pipe.read));
}
