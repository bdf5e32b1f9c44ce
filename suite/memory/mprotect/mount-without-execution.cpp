// A mapping of a file on a noexec mount cannot become executable. A mapping of another file can.
// Covers: mprotect EACCES, PROT_EXEC
// Covers: mmap EPERM, PROT_EXEC
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  Line there = label(setup::disk, "/file"), without = label(setup::read_only_disk, "/file");
  setup::write_file(there.c_str(), "contents");
  for (Line *path : {&there, &without}) {
    Fd file = setup::open(path->c_str(), O_RDONLY);
    Result view = sys::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE, file, 0);
    setup::require_address("mmap", view, 4096);
    report("mprotect, PROT_READ|PROT_EXEC", sys::mprotect(view.pointer(), 4096, PROT_READ | PROT_EXEC));
    report("mprotect, PROT_READ", sys::mprotect(view.pointer(), 4096, PROT_READ));
    report("bytes", Text(view.pointer(), 8));
    report("mmap, PROT_READ|PROT_EXEC", sys::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE, file, 0));
  }
}
