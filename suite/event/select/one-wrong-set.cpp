// select and pselect6 refuse a closed descriptor and a bad address in any of the three sets, and leave the other sets
// as they were.
// Covers: select EBADF, EFAULT
// Covers: pselect6 EBADF, EFAULT
#include "wali/test.h"

namespace {

// Calls with the set `wrong` in each of the three places, and sets of a ready descriptor in the others.
template <class Select> void report_places(const Line &name, fd_set *wrong, Select select) {
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "x");
  report("good set", Hex{uint64_t{1} << pipe.read});
  for (int place = 0; place < 3; ++place) {
    fd_set good[3] = {}, *sets[3];
    for (int i = 0; i < 3; ++i) {
      good[i].bits[0] = uint64_t{1} << pipe.read;
      sets[i] = i == place ? wrong : &good[i];
    }
    report(label(name.text(), ", place ", place), select(sets));
    report("sets", label(Hex{good[0].bits[0]}, " ", Hex{good[1].bits[0]}, " ", Hex{good[2].bits[0]}));
  }
}
template <class Select> void report_wrong_sets(const char *name, Select select) {
  fd_set closed = {{uint64_t{1} << 40}};
  report_places(label(name, " of a closed descriptor"), &closed, select);
  report("closed", Hex{closed.bits[0]});
  report_places(label(name, " of a bad set"), static_cast<fd_set *>(setup::bad_address()), select);
}

} // namespace

void test() {
  report_wrong_sets("select", [](fd_set **sets) {
    timeval none = {0, 0};
    return sys::select(64, sets[0], sets[1], sets[2], &none);
  });
  report_wrong_sets("pselect6", [](fd_set **sets) {
    timespec none = {0, 0};
    return sys::pselect6(64, sets[0], sets[1], sets[2], &none, nullptr);
  });
}
