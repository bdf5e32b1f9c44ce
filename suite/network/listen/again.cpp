// A second listen changes how many connections may wait.
// Covers: listen backlog, second call
#include "wali/test.h"

namespace {

const sockaddr_un address = {AF_UNIX, "listener"};

void report_connect(const char *name) {
  const int client = setup::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK).release(); // it stays connected
  report(name, sys::connect(client, &address, sizeof(address)));
}

} // namespace

void test() {
  Fd listener = setup::socket(AF_UNIX, SOCK_STREAM);
  setup::bind(listener, address);
  report("listen with 0", sys::listen(listener, 0));
  report_connect("first connect");
  report_connect("second connect");
  report("listen with 1", sys::listen(listener, 1));
  report_connect("third connect");
  report_connect("fourth connect");
}
