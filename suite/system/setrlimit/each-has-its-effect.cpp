// What goes beyond a limit is refused: a longer file, another process, more queued signals, and
// to who has no privilege more locked memory.
// Covers: setrlimit RLIMIT_FSIZE, RLIMIT_NPROC, RLIMIT_MEMLOCK, RLIMIT_SIGPENDING
// REQUIRES: root
#include "wali/test.h"

namespace {

struct Results {
  Result file, to_limit, beyond, longer, memory, signals, processes, map, tkill, fork;
};

Result limit(int resource, uint64_t most) {
  const rlimit limits = {most, most};
  return sys::setrlimit(resource, &limits);
}

// Reports nothing: its output could be a file.
void collect(Results &results) {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::set_disposition(SIGXFSZ, SIG_IGN);
  results.file = limit(RLIMIT_FSIZE, 3);
  results.to_limit = sys::pwrite64(file, "abcde", 5, 0);
  results.beyond = sys::pwrite64(file, "x", 1, 3);
  results.longer = sys::ftruncate(file, 4);
  results.memory = limit(RLIMIT_MEMLOCK, 4096);
  results.signals = limit(RLIMIT_SIGPENDING, 0);
  results.processes = limit(RLIMIT_NPROC, 0);
  setup::become_ordinary();
  results.map = sys::mmap(nullptr, 2 * 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_LOCKED, -1, 0);
  setup::block(SIGRTMIN + 3);
  results.tkill = sys::tkill(sys::gettid().pid(), SIGRTMIN + 3);
  results.fork = sys::fork();
}

} // namespace

void test() {
  Results &results = setup::shared<Results>();
  setup::in_child([&] { collect(results); });
  report("RLIMIT_FSIZE", results.file);
  report("write to the limit", results.to_limit);
  report("write beyond it", results.beyond);
  report("ftruncate beyond it", results.longer);
  report("RLIMIT_MEMLOCK", results.memory);
  report("RLIMIT_SIGPENDING", results.signals);
  report("RLIMIT_NPROC", results.processes);
  report("mmap of more than may be locked", results.map);
  report("tkill", results.tkill);
  report("fork", results.fork);
}
