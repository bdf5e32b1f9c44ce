// A name ends at the first equals sign of its line. What follows is the value, with every further
// one, and names may have other characters than letters.
// Covers: environment equals signs, names
// RUN: %launch --env A== --env B==b= --env "a.b-c d=1" --env "E= =" --env F=F=F %engine | %check
#include "wali/test.h"

void test() {
  for (const char *name : {"A", "B", "a.b-c d", "E", "F", "F=F"})
    report(name, setup::environment(name));
}
