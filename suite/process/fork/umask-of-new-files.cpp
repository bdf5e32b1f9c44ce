// Files that a child creates have the permissions that its parent's umask leaves. A umask that the child sets does
// not change its parent's.
// Covers: fork umask
#include "wali/test.h"

void test() {
  setup::require_count("umask", sys::umask(0137), 0777);
  setup::in_child([] {
    report("open", Fd(setup::require_fd("open", sys::open("childs", O_WRONLY | O_CREAT, 0777))));
    report("mkdir", sys::mkdir("childs-directory", 0777));
    sys::umask(0);
  });
  report("mkdir of the parent", sys::mkdir("parents-directory", 0777));
  for (const char *name : {"childs", "childs-directory", "parents-directory"})
    report(name, FileMode{setup::stat(name).st_mode});
}
