// SO_LINGER of a new socket is off, with both fields 0. setsockopt sets both fields, and getsockopt returns both.
// Covers: getsockopt SO_LINGER
// Covers: setsockopt SO_LINGER
#include "wali/test.h"

namespace {

void report_linger(int socket) {
  Guarded<linger> told;
  uint32_t size = sizeof(linger);
  report("getsockopt", sys::getsockopt(socket, SOL_SOCKET, SO_LINGER, &told, &size));
  report("size", size);
  report("l_onoff and l_linger", label(told->l_onoff, " and ", told->l_linger));
}

} // namespace

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  report_linger(socket);
  for (const linger value : {linger{2, 7}, linger{1, 0}}) {
    report("setsockopt", sys::setsockopt(socket, SOL_SOCKET, SO_LINGER, &value, sizeof(value)));
    report_linger(socket);
  }
}
