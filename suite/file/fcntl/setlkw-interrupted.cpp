// A handler without SA_RESTART ends a wait for a lock of either kind, and no lock
// is taken.
// Covers: fcntl F_SETLKW, F_OFD_SETLKW, EINTR
#include "suite/file/locks.h"

namespace {

int holder, waiter, runs;

// A wait that goes on for all that gets its lock in the end.
void handler(int) {
  if (++runs % 100 != 0)
    return;
  locks::lock(holder, F_OFD_SETLK, locks::range(F_UNLCK, 0, 0));
  locks::lock(waiter, F_SETLK, locks::range(F_UNLCK, 0, 0));
}

} // namespace

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR), waiting = setup::open("file", O_RDWR);
  holder = file;
  waiter = waiting;
  setup::require_zero("fcntl", locks::lock(file, F_OFD_SETLK, locks::range(F_RDLCK, 0, 10)));
  setup::on_signal(SIGUSR2, handler);
  Result record = {0}, open_file = {0};
  int runs_of_record = 0;
  {
    Interrupter interrupter(SIGUSR2);
    record = locks::lock(waiting, F_SETLKW, locks::range(F_WRLCK, 3, 1));
    runs_of_record = runs;
    open_file = locks::lock(waiting, F_OFD_SETLKW, locks::range(F_WRLCK, 3, 1));
  }
  report("F_SETLKW", record);
  report("handler runs", runs_of_record);
  report("F_OFD_SETLKW", open_file);
  report("handler runs in all", runs);
  report("the holder takes all", locks::lock(file, F_OFD_SETLK, locks::range(F_WRLCK, 0, 0)));
}
