// What a file mapping asks of its descriptor.
// Covers: mmap EACCES, EBADF, ENODEV, EOVERFLOW, EOPNOTSUPP, EPERM, EINVAL, PROT_EXEC, MAP_GROWSDOWN, MAP_HUGETLB
#include "wali/test.h"

namespace {

Line map(int prot, int flags, int fd, int64_t offset = 0) {
  Result result = sys::mmap(nullptr, 4096, prot, flags, fd, offset);
  return result.ok() ? label("mapped") : label(Errno{result.value});
}

} // namespace

void test() {
  setup::write_file("file", "contents");
  Fd read_only = setup::open("file", O_RDONLY), write_only = setup::open("file", O_WRONLY),
     both = setup::open("file", O_RDWR), path = setup::open("file", O_PATH),
     directory = setup::open(".", O_RDONLY | O_DIRECTORY);
  Pipe pipe = setup::pipe();
  SocketPair sockets = setup::socketpair();
  report("O_RDONLY, MAP_SHARED to read", map(PROT_READ, MAP_SHARED, read_only));
  report("O_RDONLY, MAP_SHARED to write", map(PROT_READ | PROT_WRITE, MAP_SHARED, read_only));
  report("O_RDONLY, MAP_PRIVATE to write", map(PROT_READ | PROT_WRITE, MAP_PRIVATE, read_only));
  report("O_WRONLY, MAP_SHARED to write", map(PROT_WRITE, MAP_SHARED, write_only));
  report("O_WRONLY, MAP_PRIVATE to read", map(PROT_READ, MAP_PRIVATE, write_only));
  report("O_RDWR, MAP_SHARED to write", map(PROT_WRITE, MAP_SHARED, both));
  report("O_PATH", map(PROT_READ, MAP_PRIVATE, path));
  report("directory", map(PROT_READ, MAP_PRIVATE, directory));
  report("pipe", map(PROT_READ, MAP_PRIVATE, pipe.read));
  report("socket", map(PROT_READ, MAP_PRIVATE, sockets.first));
  report("offset -4096", map(PROT_READ, MAP_PRIVATE, both, -4096));
  report("MAP_SHARED_VALIDATE", map(PROT_READ, MAP_SHARED_VALIDATE, both));
  report("MAP_SHARED_VALIDATE, unknown flag", map(PROT_READ, MAP_SHARED_VALIDATE | 0x1000000, both));
  report("MAP_SHARED_VALIDATE, MAP_SYNC", map(PROT_READ, MAP_SHARED_VALIDATE | MAP_SYNC, both));
  Fd process = setup::open("/proc/self/status", O_RDONLY); // /proc holds nothing to execute
  report("/proc", map(PROT_READ, MAP_PRIVATE, process));
  report("/proc, to execute", map(PROT_READ | PROT_EXEC, MAP_PRIVATE, process));
  report("MAP_GROWSDOWN", map(PROT_READ, MAP_PRIVATE | MAP_GROWSDOWN, both));
  report("MAP_HUGETLB", map(PROT_READ, MAP_PRIVATE | MAP_HUGETLB, both));
  report("MAP_SHARED, unknown flag", map(PROT_READ, MAP_SHARED | 0x1000000, both));
}
