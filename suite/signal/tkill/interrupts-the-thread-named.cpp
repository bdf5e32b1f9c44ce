// When two threads wait in read, the one that tkill names runs the handler and returns with -EINTR. The other waits
// on.
// Covers: tkill another thread
// Covers: read EINTR
#include "wali/test.h"

namespace {

struct Reader {
  int fd;
  int64_t result;
  char byte;
  Event finished;
};

int64_t handler_tid;

void read_byte(void *pointer) {
  auto *reader = static_cast<Reader *>(pointer);
  reader->result = sys::read(reader->fd, &reader->byte, 1).value;
  reader->finished.set();
}

} // namespace

void test() {
  static Reader readers[2];
  Pipe pipe = setup::pipe();
  setup::on_signal(SIGUSR2, [](int) { handler_tid = sys::gettid().value; });
  readers[0].fd = readers[1].fd = pipe.read;
  Thread first(read_byte, &readers[0]), second(read_byte, &readers[1]);
  while (!readers[1].finished.is_set()) {
    setup::require_zero("tkill", sys::tkill(second.tid(), SIGUSR2));
    setup::sleep_ms(1);
  }
  report("read of the thread named", Result{readers[1].result});
  report("its id", second.tid());
  report("gettid in the handler", handler_tid);
  report("the other has finished", Result{readers[0].finished.is_set()});
  setup::write_all(pipe.write, "x");
  first.join();
  report("read of the other", Result{readers[0].result});
}
