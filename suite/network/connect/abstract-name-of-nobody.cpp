// connect to an abstract name that no socket has, or that a socket of another type has, fails with ECONNREFUSED,
// where a path gives ENOENT and EPROTOTYPE.
// Covers: connect ECONNREFUSED, ENOENT, EPROTOTYPE, AF_UNIX
#include "suite/network/addresses.h"

void test() {
  auto report_connect = [](const char *name, int type, const Local &to) {
    report(name, sys::connect(setup::socket(AF_UNIX, type), &to.address, to.size));
  };
  Fd packets = local_listener(SOCK_SEQPACKET, abstract("packets")),
     packets_at_a_path = local_listener(SOCK_SEQPACKET, path("packets"));
  report_connect("connect to a name of nobody", SOCK_STREAM, abstract("nobody"));
  report_connect("connect to a path of nobody", SOCK_STREAM, path("nobody"));
  report_connect("connect to the name of packets", SOCK_STREAM, abstract("packets"));
  report_connect("connect to the path of packets", SOCK_STREAM, path("packets"));
  report_connect("connect of packets to that name", SOCK_SEQPACKET, abstract("packets"));
  report_connect("connect of packets to that path", SOCK_SEQPACKET, path("packets"));
}
