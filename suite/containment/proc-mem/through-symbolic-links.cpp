// Symbolic links to the memory file, to its directory, and to other links do
// not reach the host's memory.
// Covers: proc-mem symbolic link
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

void test() {
  setup::symlink("/proc/self/mem", "to-file");
  setup::symlink("to-file", "to-link");
  setup::symlink("/proc/self", "to-directory");
  setup::symlink("/", "to-root");
  for (const char *path :
       {"to-file", "to-link", "to-directory/mem", "to-root/proc/self/mem", "./to-directory/../self/mem"})
    report(label(path, ", bytes reached"), containment::reach(path));
}
