// mmap checks whether a descriptor is open for reading before it checks whether it can be mapped. The writing end of
// a pipe gives EACCES, and the reading end ENODEV.
// Covers: mmap EACCES, ENODEV
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  for (int prot : {int{PROT_NONE}, int{PROT_READ}, int{PROT_WRITE}})
    for (int kind : {int{MAP_PRIVATE}, int{MAP_SHARED}})
      report(label("mmap of the writing end, protection ", prot, ", kind ", kind),
             sys::mmap(nullptr, 4096, prot, kind, pipe.write, 0));
  report("mmap of the reading end", sys::mmap(nullptr, 4096, PROT_READ, MAP_PRIVATE, pipe.read, 0));
  report("mmap of it, shared to write", sys::mmap(nullptr, 4096, PROT_WRITE, MAP_SHARED, pipe.read, 0));
}
