// A mapping that cannot be brought in completely is made nevertheless: MAP_POPULATE and
// MAP_LOCKED do not fail for pages behind the end of the file.
// Covers: mmap MAP_POPULATE, MAP_LOCKED, end of file
#include "suite/memory/mappings.h"

void test() {
  setup::write_file("file", "short");
  Fd file = setup::open("file", O_RDWR), probe = setup::open("probe", O_RDWR | O_CREAT);
  for (int flag : {int{MAP_POPULATE}, int{MAP_LOCKED}}) {
    Result result = sys::mmap(nullptr, 3 * 4096, PROT_READ | PROT_WRITE, MAP_SHARED | flag, file, 0);
    report(label(Flags{abi::sets::mmap_flags, static_cast<uint64_t>(flag)}), result);
    report("bytes", Text(result.pointer(), 6));
    report("writes from its pages", memory::writes_from(probe, result.pointer(), 3));
  }
  report("no access",
         sys::mmap(nullptr, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE | MAP_LOCKED, -1, 0));
}
