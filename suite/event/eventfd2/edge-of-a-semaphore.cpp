// An edge-triggered semaphore is reported when it is added with a value above 0, and after each write. What a read
// leaves is not reported.
// Covers: eventfd2 EFD_SEMAPHORE, EPOLLET
#include "suite/event/told.h"

void test() {
  const Result made = sys::eventfd2(3, EFD_SEMAPHORE | EFD_NONBLOCK);
  report("eventfd2", made);
  Fd counter(made.fd()), epoll = setup::epoll();
  setup::watch(epoll, counter, EPOLLIN | EPOLLET, 7);
  const auto take = [&] {
    uint64_t value = 0;
    report("read", sys::read(counter, &value, 8));
    report("value", value);
  };
  report_told("at 3", epoll);
  take();
  report_told("at 2", epoll);
  const uint64_t one = 1;
  report("write", sys::write(counter, &one, 8));
  report_told("at 3 after a write", epoll);
  take();
  take();
  take();
  report_told("at 0", epoll);
  report("write", sys::write(counter, &one, 8));
  report_told("at 1 after a write", epoll);
}
