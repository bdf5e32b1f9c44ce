// A value of 100,000 bytes is one line of the environment's file, and what follows it is there too.
// Covers: environment long value
// RUN: head -c 100000 /dev/zero | tr '\0' v | xargs -0 -s 200000 -I VALUE %launch --env LONG=VALUE --env LAST=z %engine | %check
#include "wali/test.h"

void test() {
  static char path[4096], bytes[200000];
  report("__get_init_envfile", start::wali_get_init_envfile(path, sizeof(path)));
  Fd file = setup::open(path, O_RDONLY);
  const Result size = sys::read(file, bytes, sizeof(bytes));
  size_t at = 0;
  while (at + 5 < size.size() && !(Text(bytes + at, 5) == "LONG="))
    ++at;
  size_t length = 0;
  while (bytes[at + 5 + length] == 'v')
    ++length;
  report("length of the value", length);
  report("what follows", Text(bytes + at + 5 + length, 8));
}
