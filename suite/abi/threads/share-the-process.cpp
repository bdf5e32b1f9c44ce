// All threads share the process's id, its descriptors and its working directory, also a thread that
// another thread has started.
// Covers: threads shared descriptors, shared working directory
#include "wali/test.h"

namespace {

int fd, depth;
int64_t pids[2];

void start_another(void *) {
  pids[depth] = sys::getpid().value;
  if (++depth == 1) {
    Thread thread(start_another);
    thread.join();
    return;
  }
  setup::mkdir("below");
  setup::chdir("below");
  fd = setup::open("file", O_RDWR | O_CREAT).release();
  setup::write_all(fd, "from a thread");
}

} // namespace

void test() {
  Thread thread(start_another);
  thread.join();
  report("depth", depth);
  report("getpid", sys::getpid());
  report("in the thread, getpid", Result{pids[0]});
  report("in the thread that it started, getpid", Result{pids[1]});
  char name[64];
  Result size = sys::getcwd(name, sizeof(name));
  report("end of the working directory", Text(name, size.size()).part(size.size() - 7));
  GuardedBytes<16> buffer;
  report("pread64 of the thread's descriptor", sys::pread64(fd, &buffer, 16, 5));
  report("file", buffer.bytes(8));
  report("close", sys::close(fd));
}
