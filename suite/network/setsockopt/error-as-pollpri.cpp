// With SO_SELECT_ERR_QUEUE poll reports a queued error as POLLPRI beside POLLERR, and select reports it in the
// exceptional set.
// Covers: setsockopt SO_SELECT_ERR_QUEUE
#include "suite/network/options.h"

void test() {
  for (int on : {0, 1}) {
    Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
    setup::set_option(socket, SOL_IP, IP_RECVERR, 1);
    report(label("SO_SELECT_ERR_QUEUE ", on),
           sys::setsockopt(socket, SOL_SOCKET, SO_SELECT_ERR_QUEUE, &on, sizeof(on)));
    setup::connect(socket, setup::loopback(1)); // nobody is there
    setup::write_all(socket, "x");
    pollfd entry = {socket, POLLPRI, 0};
    report("poll", sys::poll(&entry, 1, -1));
    report("revents", Flags{abi::sets::poll_events, static_cast<uint32_t>(entry.revents)});
    fd_set exceptional = {};
    exceptional.bits[0] = uint64_t{1} << socket;
    timeval none = {};
    report("select", sys::select(socket + 1, nullptr, nullptr, &exceptional, &none));
  }
}
