// F_NOTIFY sends SIGIO for the events of a directory that it names, once each time
// it is asked; a file has none.
// Covers: fcntl F_NOTIFY, ENOTDIR
#include "wali/test.h"

namespace {

SignalSet pending() {
  sigset set = 0;
  setup::require("rt_sigpending", sys::rt_sigpending(&set, sizeof(set)));
  return {set};
}

} // namespace

void test() {
  constexpr uint64_t dn_create = 4, dn_delete = 8;
  setup::set_mask(signal_bit(SIGIO));
  setup::mkdir("watched");
  setup::write_file("watched/early", "");
  Fd directory = setup::open("watched", O_RDONLY), file = setup::open("watched/early", O_RDONLY);
  report("F_NOTIFY", sys::fcntl(directory, F_NOTIFY, dn_delete));
  setup::write_file("watched/file", "");
  report("pending after a file was made", pending());
  setup::unlink("watched/file");
  report("pending after it was deleted", pending());
  report("F_NOTIFY of a file", sys::fcntl(file, F_NOTIFY, dn_create));
}
