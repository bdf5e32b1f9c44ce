// Names and values are bytes: controls and what is no UTF-8 arrive as they are.
// Covers: environment bytes
// RUN: printf 'N\351=\001\t\177\200\300\377\355\240\200' | xargs -0 -I BYTES %launch --env BYTES %engine | %check
#include "wali/test.h"

void test() {
  const Text value = setup::environment("N\351");
  report("length", value.size);
  report("value", value);
}
