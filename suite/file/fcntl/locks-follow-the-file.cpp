// A record lock stays with its file when that gets another name: a new file under the old name is
// not locked.
// Covers: fcntl F_SETLK, rename
#include "suite/file/locks.h"

namespace {

void show(const char *name, const char *path) {
  setup::in_child([=] {
    Fd file = setup::open(path, O_RDWR);
    report(name, locks::lock(file, F_SETLK, locks::range(F_WRLCK, 0, 0)));
  });
}

} // namespace

void test() {
  Fd file = setup::open("old", O_RDWR | O_CREAT);
  report("lock", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 0, 0)));
  setup::rename("old", "new");
  setup::write_file("old", "");
  show("lock by a child, the new name", "new");
  show("lock by a child, the old name", "old");
}
