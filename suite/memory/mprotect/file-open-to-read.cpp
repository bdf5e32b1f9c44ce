// A shared mapping of a file that is open for reading only cannot be made writable. A private
// one can.
// Covers: mprotect EACCES
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDONLY);
  for (int flags : {int{MAP_SHARED}, int{MAP_PRIVATE}}) {
    Result view = sys::mmap(nullptr, 4096, PROT_READ, flags, file, 0);
    setup::require_address("mmap", view, 4096);
    report(label(Flags{abi::sets::mmap_flags, static_cast<uint64_t>(flags)}),
           sys::mprotect(view.pointer(), 4096, PROT_READ | PROT_WRITE));
    report("read into it", sys::pread64(file, view.pointer() + 4, 4, 0));
    report("bytes", Text(view.pointer(), 8));
  }
}
