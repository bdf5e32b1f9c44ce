// A program that execve starts has the working directory of its caller.
// Covers: chdir execve
#include "wali/test.h"

void test() {
  setup::mkdir("a");
  setup::write_file("name", "top");
  setup::write_file("a/name", "in a");
  report("chdir", sys::chdir("a"));
  const char *const arguments[] = {"sh", "-c", "read name < name; exec > ../copy; echo $name", nullptr};
  const char *const environment[] = {nullptr};
  Child child = setup::fork([&] { setup::require_zero("execve", sys::execve("/bin/sh", arguments, environment)); });
  report("program", child.wait());
  report("what it found", setup::read_file("../copy"));
}
