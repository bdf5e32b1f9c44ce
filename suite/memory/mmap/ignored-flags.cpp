// MAP_DENYWRITE and MAP_EXECUTABLE are ignored: the mapping shows what is written to the file
// meanwhile.
// Covers: mmap MAP_DENYWRITE, MAP_EXECUTABLE
#include "wali/test.h"

void test() {
  constexpr int deny_write = 0x800, executable = 0x1000;
  setup::write_file("file", "before");
  Fd file = setup::open("file", O_RDONLY);
  for (int flag : {deny_write, executable}) {
    Result result = sys::mmap(nullptr, 4096, PROT_READ, MAP_SHARED | flag, file, 0);
    report(label("mmap with flag ", Hex{static_cast<uint64_t>(flag)}), result);
    Fd writer = setup::open("file", O_WRONLY);
    report("write", sys::write(writer, "AFTER", 5));
    report("mapping", Text(result.pointer(), 7));
    setup::write_file("file", "before");
  }
}
