// A core dump of a child holds nothing of the host's stack, even if the program asks for dumps of
// all memory. The same holds after a thread has forked.
// Covers: endings core dump, coredump_filter
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

namespace {

struct Segment {
  uint32_t type, flags;
  uint64_t offset, address, physical, size_in_file, size, alignment;
};

// How many segments of the dump have the bytes at `address`.
int segments_with(const char *path, uint64_t address) {
  Result fd = sys::open(path, O_RDONLY, 0);
  uint64_t table = 0;
  uint16_t count = 0;
  sys::pread64(fd.fd(), &table, sizeof(table), 32);
  sys::pread64(fd.fd(), &count, sizeof(count), 56);
  int found = 0;
  for (uint16_t i = 0; i < count; ++i) {
    Segment segment = {};
    sys::pread64(fd.fd(), &segment, sizeof(segment), static_cast<int64_t>(table + i * sizeof(segment)));
    found += address - segment.address < segment.size_in_file;
  }
  sys::close(fd.fd());
  return found;
}

void quit(const char *what) {
  Child child = setup::fork([] { sys::kill(sys::getpid().pid(), SIGQUIT); });
  const auto stack = static_cast<uint64_t>(containment::host_addresses().stack);
  const int pid = child.pid();
  report(label(what, ", its signal"), child.wait().value & 127);
  report(label(what, ", segments with the stack"),
         segments_with("core", stack) + segments_with(label("core.", pid).c_str(), stack));
  sys::unlink("core");
}

} // namespace

void test() {
  containment::host_addresses();
  rlimit limits;
  setup::require_zero("getrlimit", sys::getrlimit(RLIMIT_CORE, &limits));
  setup::limit(RLIMIT_CORE, limits.rlim_max);
  Result filter = sys::open("/proc/self/coredump_filter", O_WRONLY, 0);
  sys::write(filter.fd(), "0x7f", 4);
  sys::close(filter.fd());
  quit("child");
  Thread([](void *) { quit("child of a thread"); }).join();
}
