// The environment's file holds the variables that were given, each once, and none of the engine's own.
// Covers: environment __get_init_envfile, no other variable
// RUN: %launch --env "QUOTED='#1 $HOME'" %engine | %check
#include "wali/test.h"

namespace {

// How many lines of `text` begin with `start`.
int lines_with(Text text, Text start) {
  int count = 0;
  for (size_t begin = 0; begin < text.size; ++begin)
    count += (begin == 0 || text.data[begin - 1] == '\n') && text.part(begin, start.size) == start;
  return count;
}

} // namespace

void test() {
  static char path[4096];
  report("__get_init_envfile", start::wali_get_init_envfile(path, sizeof(path)));
  const Text text = setup::read_file(path);
  // `wali-cts run --soak` gives every program a variable more.
  report("lines", lines_with(text, "") - lines_with(text, "WALI_CTS_SOAK="));
  for (const char *name : {"PATH=", "HOME=", "LANG=", "TZ=", "USER=", "TMPDIR="})
    report(label("lines with ", name), lines_with(text, name));
  report("the variable given", lines_with(text, "QUOTED='#1 $HOME'\n"));
}
