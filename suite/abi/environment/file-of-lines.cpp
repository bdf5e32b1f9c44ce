// The environment arrives as a file that the program can open. Each variable is a line, with its
// value unchanged.
// Covers: environment __get_init_envfile
// RUN: %launch --env GREETING=hello --env "SPACED=two  words" --env EMPTY= --env EQUAL=a=b %engine | %check
#include "wali/test.h"

namespace {

// The value of the line that starts with `name=`, or "(none)".
Text value(Text lines, Text name) {
  for (size_t begin = 0; begin < lines.size;) {
    size_t end = begin;
    while (end < lines.size && lines.data[end] != '\n')
      ++end;
    if (lines.part(begin, name.size) == name)
      return lines.part(begin + name.size, end - begin - name.size);
    begin = end + 1;
  }
  return "(none)";
}

} // namespace

void test() {
  GuardedBytes<256> path;
  report("__get_init_envfile", start::wali_get_init_envfile(reinterpret_cast<char *>(*&path), 256));
  report("path starts with", path.bytes(1));
  Result file = sys::open(reinterpret_cast<char *>(*&path), O_RDONLY, 0);
  static char bytes[65536];
  Result size = sys::read(file.fd(), bytes, sizeof(bytes));
  Text lines(bytes, size.ok() ? size.size() : 0);
  report("GREETING", value(lines, "GREETING="));
  report("SPACED", value(lines, "SPACED="));
  report("EMPTY", value(lines, "EMPTY="));
  report("EQUAL", value(lines, "EQUAL="));
  report("UNSET", value(lines, "UNSET="));
  report("with no room", start::wali_get_init_envfile(reinterpret_cast<char *>(*&path), 1));
}
