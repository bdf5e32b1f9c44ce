// A child has a copy of each descriptor's close-on-exec flag: both values stay, and what the
// child changes is its own.
// Covers: fork descriptors, FD_CLOEXEC
#include "wali/test.h"

namespace {

void report_flags(const char *where, int with, int without) {
  report(label("with O_CLOEXEC ", where), setup::descriptor_flags(with));
  report(label("without ", where), setup::descriptor_flags(without));
}

} // namespace

void test() {
  Fd with = setup::open("with", O_RDWR | O_CREAT | O_CLOEXEC), without = setup::open("without", O_RDWR | O_CREAT);
  setup::in_child([&] {
    report_flags("in a child", with, without);
    report("F_SETFD in the child", sys::fcntl(with, F_SETFD, 0));
    report("F_SETFD in the child", sys::fcntl(without, F_SETFD, FD_CLOEXEC));
    report_flags("in the child", with, without);
  });
  report_flags("in the parent", with, without);
}
