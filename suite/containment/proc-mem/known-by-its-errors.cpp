// No way of opening a memory file gives a descriptor that behaves like one: only a memory file fails with
// EIO where no memory is. That shows it even if no address of the host is known.
// Covers: proc-mem EIO, no address known
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

namespace {

constexpr int flags[] = {O_RDONLY, O_RDWR, O_RDWR | O_NOFOLLOW | O_CLOEXEC, O_RDWR | O_CREAT, O_RDONLY | O_NONBLOCK};

int memories_at(int directory, const char *path) {
  int memories = 0;
  for (int flag : flags) {
    Fd file(sys::openat(directory, path, flag, 0600).fd());
    memories += containment::is_memory(file);
  }
  return memories;
}

} // namespace

void test() {
  Line own = label("/proc/", sys::getpid().pid(), "/mem");
  setup::symlink("/proc/self/mem", "link");
  for (const char *path : {"/proc/self/mem", "/proc/thread-self/mem", "/proc/self/task/../mem", "//proc/./self//mem",
                           "/proc/self/root/proc/self/mem", "link"})
    report(label(path, ", descriptors of a memory"), memories_at(AT_FDCWD, path));
  report("/proc/PID/mem, descriptors of a memory", memories_at(AT_FDCWD, own.c_str()));
  Fd process = setup::open("/proc/self", O_RDONLY | O_DIRECTORY);
  report("mem in a directory, descriptors of a memory", memories_at(process, "mem"));
  Fd handle(sys::openat(AT_FDCWD, "/proc/self/mem", O_PATH, 0).fd()); // may be refused, too
  report("a handle opened again, descriptors of a memory",
         memories_at(AT_FDCWD, label("/proc/self/fd/", int{handle}).c_str()));
}
