// F_NOTIFY sends SIGIO for the events of a directory that it names, once for each request. It refuses a file that is
// not a directory.
// Covers: fcntl F_NOTIFY, ENOTDIR
#include "wali/test.h"

namespace {

volatile int caught;
void count(int) { caught = caught + 1; }

} // namespace

void test() {
  constexpr uint64_t dn_create = 4, dn_delete = 8;
  setup::on_signal(SIGIO, count);
  setup::mkdir("watched");
  setup::write_file("watched/early", "");
  Fd directory = setup::open("watched", O_RDONLY), file = setup::open("watched/early", O_RDONLY);
  report("F_NOTIFY", sys::fcntl(directory, F_NOTIFY, dn_delete));
  setup::write_file("watched/file", "");
  report("signals after a file was made", caught);
  setup::unlink("watched/file");
  report("signals after it was deleted", caught);
  setup::write_file("watched/file", "");
  setup::unlink("watched/file");
  report("signals after another was", caught);
  report("F_NOTIFY", sys::fcntl(directory, F_NOTIFY, dn_delete));
  setup::unlink("watched/early");
  report("signals after the next was", caught);
  report("F_NOTIFY of a file", sys::fcntl(file, F_NOTIFY, dn_create));
}
