// A directory that is moved out of the root leads out of it. A process that works there can go up to what lies
// beyond.
// Covers: chroot way out
// REQUIRES: root || ns-root
#include "wali/test.h"

void test() {
  setup::mkdir("jail");
  setup::mkdir("jail/inner");
  setup::write_file("name", "outside");
  setup::write_file("jail/name", "within");
  Pipe orders = setup::pipe(), answers = setup::pipe();
  Child child = setup::fork([&] {
    const auto report_name = [&] { setup::write_all(answers.write, setup::read_file("../name")); };
    setup::require_zero("chroot", sys::chroot("jail"));
    setup::chdir("/inner");
    report_name();
    setup::write_all(answers.write, " ");
    char byte;
    setup::require_value("read", sys::read(orders.read, &byte, 1), 1);
    report_name();
  });
  answers.write.reset();
  char before[8] = {};
  for (size_t size = 0; size < 7;) // "within "
    size += setup::require_count("read", sys::read(answers.read, before + size, 7 - size), 7 - size);
  report("before", Text(before, 7));
  setup::rename("jail/inner", "outer");
  setup::write_all(orders.write, "x");
  report("afterwards", setup::read_all(answers.read));
  report("child", child.wait());
}
