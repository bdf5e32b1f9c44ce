// recvfrom and recvmsg of a local stream or SOCK_SEQPACKET socket store the peer's name, whether the peer got it
// before it connected or afterwards.
// Covers: recvfrom address of a stream
// Covers: recvmsg address of a stream
#include "suite/network/addresses.h"

namespace {

// Receives a byte by each call, and reports the name that came along, of `size` bytes: a path with its NUL.
void report_names(const char *name, int sender, int receiver, size_t size) {
  char byte;
  LocalRoom from;
  setup::write_all(sender, "x");
  report(label("recvfrom, ", name), sys::recvfrom(receiver, &byte, 1, 0, &from.address, &from.size));
  report_local(from, size);
  LocalRoom other;
  Message message(&byte, 1);
  message.with_name(&other.address, other.size);
  setup::write_all(sender, "x");
  report(label("recvmsg, ", name), sys::recvmsg(receiver, message, 0));
  other.size = message->msg_namelen;
  report_local(other, size);
}

} // namespace

void test() {
  for (int type : {SOCK_STREAM, SOCK_SEQPACKET}) {
    const Local there = abstract(label("there ", type).text()), early = path(label("early ", type).text()),
                late = abstract(label("late ", type).text());
    Fd listener = local_listener(type, there), named = local_socket(type, early),
       unnamed = setup::socket(AF_UNIX, type);
    connect(named, there);
    Fd of_named = setup::accept(listener);
    connect(unnamed, there);
    Fd of_unnamed = setup::accept(listener);
    report_names("bound before", named, of_named, 8);
    setup::require_zero("bind", sys::bind(unnamed, &late.address, late.size));
    report_names("bound afterwards", unnamed, of_unnamed, 7);
  }
}
