// A process loses its record locks on a file when it closes any descriptor of it.
// Covers: fcntl F_SETLK, close
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  report("lock", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 7, 9)));
  report("seen", locks::seen(file, 0));
  setup::write_file("other", "");
  report("seen after another file was closed", locks::seen(file, 0));
  setup::open("file", O_RDONLY).reset();
  report("seen after another descriptor was closed", locks::seen(file, 0));
}
