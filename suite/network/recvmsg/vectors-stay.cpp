// recvmsg leaves the address and the length of each of its vectors as they were, wherever the bytes end.
// Covers: recvmsg iov
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  for (Text bytes : {Text("abcdefgh"), Text("abcdef"), Text("ab")}) {
    setup::write_all(pair.first, bytes);
    char first[3], second[5];
    Guarded<iovec[2]> vectors;
    (*vectors)[0] = {first, sizeof(first)};
    (*vectors)[1] = {second, sizeof(second)};
    Message message(*vectors);
    report("recvmsg", sys::recvmsg(pair.second, message, 0));
    for (int i : {0, 1})
      report(label("iov_len of vector ", i), uint64_t{(*vectors)[i].iov_len});
    report("iov_base of vector 0, from its buffer", static_cast<char *>((*vectors)[0].iov_base) - first);
    report("iov_base of vector 1, from its buffer", static_cast<char *>((*vectors)[1].iov_base) - second);
    report("msg_iov, from the vectors", message->msg_iov - *vectors);
    report("msg_iovlen", message->msg_iovlen);
    report_walls("walls", vectors);
  }
}
