// The time limits of a socket also apply to read, readv, write and writev, which fail with EAGAIN when the limit has
// passed.
// Covers: setsockopt SO_RCVTIMEO, SO_SNDTIMEO
// Covers: read SO_RCVTIMEO, EAGAIN
// Covers: readv SO_RCVTIMEO, EAGAIN
// Covers: write SO_SNDTIMEO, EAGAIN
// Covers: writev SO_SNDTIMEO, EAGAIN
#include "suite/network/waits.h"

void test() {
  SocketPair pair = setup::socketpair();
  setup::set_status_flags(pair.first, O_NONBLOCK);
  setup::fill(pair.first);
  setup::set_status_flags(pair.first, 0);
  for (int option : {SO_RCVTIMEO, SO_SNDTIMEO})
    report(label("setsockopt ", Choice{abi::sets::socket_option, option}),
           sys::setsockopt(pair.first, SOL_SOCKET, option, &soon, sizeof(soon)));
  char byte = 'x';
  const iovec vector = {&byte, 1};
  report_waited("read", [&] { return sys::read(pair.first, &byte, 1); });
  report_waited("readv", [&] { return sys::readv(pair.first, &vector, 1); });
  report_waited("write", [&] { return sys::write(pair.first, &byte, 1); });
  report_waited("writev", [&] { return sys::writev(pair.first, &vector, 1); });
}
