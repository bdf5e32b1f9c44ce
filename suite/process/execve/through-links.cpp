// Symbolic links lead to the program, 40 of them at most. Those to the interpreter are counted apart.
// Covers: execve symbolic links, ELOOP
#include "wali/test.h"

namespace {

// Makes `count` links, each to the one before and the first to `target`: the last one's name.
Line links(const char *name, const char *target, int count) {
  Line last = label(target);
  for (int i = 0; i < count; ++i) {
    Line link = label(name, i);
    setup::symlink(last.c_str(), link.c_str());
    last = link;
  }
  return last;
}

// If something is mounted meanwhile, the kernel walks the path anew and goes on counting: hence
// several tries.
void report_run(const char *name, Line path) {
  Child child = setup::fork([&] {
    const char *const argv[] = {"zero", nullptr};
    Result result = {-ELOOP};
    for (int tries = 0; tries < 20 && result.value == -ELOOP; ++tries)
      result = sys::execve(path.c_str(), argv, nullptr);
    leave(static_cast<int>(-result.value));
  });
  report(name, child.wait());
}

} // namespace

void test() {
  setup::write_file("target", "#!/bin/true\n");
  setup::chmod("target", 0700);
  Line thirty = links("i", "target", 30);
  setup::write_file("script", label("#!", thirty.text(), "\n").text());
  setup::chmod("script", 0700);
  report_run("through 30 links, and 30 to the interpreter", links("s", "script", 30));
  report_run("through 40 links", links("p", "target", 40));
  report_run("through 41 links", links("q", "target", 41));
}
