// linger has whether and how long in 4 bytes each, a time limit is a timeval of 16 bytes, and the
// peer's credentials are its process, user and group in 4 bytes each.
// Covers: layouts linger, timeval, ucred
// Covers: setsockopt layout, SO_LINGER, SO_RCVTIMEO
// Covers: getsockopt layout, SO_LINGER, SO_RCVTIMEO, SO_PEERCRED
#include "suite/abi/layouts/raw.h"

namespace {

template <size_t size> void report_got(const char *name, int socket, int option, layouts::Raw<size> &value) {
  Guarded<uint32_t> length;
  *length = size;
  report(label("getsockopt of ", name), sys::getsockopt(socket, SOL_SOCKET, option, value, &length));
  report("length", *length);
  value.report_walls();
}

} // namespace

void test() {
  SocketPair pair = setup::tcp_pair();
  layouts::Raw<8> linger, lingers;
  linger.put<int32_t>(0, 1).put<int32_t>(4, 300);
  report("setsockopt of SO_LINGER", sys::setsockopt(pair.first, SOL_SOCKET, SO_LINGER, linger, 8));
  report_got("SO_LINGER", pair.first, SO_LINGER, lingers);
  lingers.report_field<int32_t>("whether", 0);
  lingers.report_field<int32_t>("how long", 4);
  layouts::Raw<16> limit, limits;
  limit.put<int64_t>(0, 1000).put<int64_t>(8, 500000);
  report("setsockopt of SO_RCVTIMEO", sys::setsockopt(pair.first, SOL_SOCKET, SO_RCVTIMEO, limit, 16));
  report_got("SO_RCVTIMEO", pair.first, SO_RCVTIMEO, limits);
  limits.report_field<int64_t>("seconds", 0);
  limits.report_field<int64_t>("microseconds", 8);
  layouts::Raw<12> peer;
  report_got("SO_PEERCRED", setup::socketpair().first, SO_PEERCRED, peer);
  report("getpid", sys::getpid());
  peer.report_field<int32_t>("process", 0);
  report("getuid", sys::getuid());
  peer.report_field<uint32_t>("user", 4);
  report("getgid", sys::getgid());
  peer.report_field<uint32_t>("group", 8);
}
