// RLIM_INFINITY stands for no limit, and getrlimit returns it as such. A soft limit that is raised to it no longer
// stops a write.
// Covers: setrlimit RLIM_INFINITY
// Covers: getrlimit RLIM_INFINITY
#include "wali/test.h"

void test() {
  setup::set_disposition(SIGXFSZ, SIG_IGN);
  Fd file = setup::open("file", O_WRONLY | O_CREAT);
  Guarded<rlimit> seen;
  const rlimit limited = {10, ~uint64_t{0}}, unlimited = {~uint64_t{0}, ~uint64_t{0}};
  report("setrlimit to 10", sys::setrlimit(RLIMIT_FSIZE, &limited));
  report("pwrite64 at 100", sys::pwrite64(file, "x", 1, 100));
  report("setrlimit to RLIM_INFINITY", sys::setrlimit(RLIMIT_FSIZE, &unlimited));
  report("getrlimit", sys::getrlimit(RLIMIT_FSIZE, &seen));
  report("limits", *seen);
  report("pwrite64 at 100", sys::pwrite64(file, "x", 1, 100));
}
