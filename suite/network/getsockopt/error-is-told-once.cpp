// SO_ERROR returns the error of an earlier send and clears it.
// Covers: getsockopt SO_ERROR
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  setup::connect(socket, setup::loopback(1)); // nobody is there
  report("write", sys::write(socket, "x", 1));
  pollfd entry = {socket, POLLIN, 0};
  report("poll", sys::poll(&entry, 1, -1));
  for (const char *name : {"SO_ERROR", "SO_ERROR again"}) {
    Guarded<int> error;
    uint32_t size = 4;
    report(name, sys::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size));
    report("size", size);
    report("error", Result{-*error});
    report_walls("walls", error);
  }
}
