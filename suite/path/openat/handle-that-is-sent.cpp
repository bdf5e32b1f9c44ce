// An O_PATH descriptor can be copied, and sent to another process, where it leads to the same directory.
// Covers: openat O_PATH, dup, SCM_RIGHTS
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/file", "contents");
  SocketPair sockets = setup::socketpair();
  Child receiver = setup::fork([&] {
    Control<int[1]> control = {};
    char byte;
    Message message(&byte, 1);
    message.with_control(control);
    setup::require_value("recvmsg", sys::recvmsg(sockets.second, message, 0), 1);
    setup::require_zero("fchdir", sys::fchdir(control.value[0]));
    setup::write_all(sockets.second, setup::read_file("file"));
  });
  const Result opened = sys::openat(AT_FDCWD, "directory", O_PATH, 0);
  report("openat", opened);
  const Result copy = sys::dup(opened.fd());
  report("dup", copy);
  report("status flags of the copy", setup::status_flags(copy.fd()));
  Control<int[1]> sent = rights(copy.fd());
  report("sendmsg", sys::sendmsg(sockets.first, Message("x").with_control(sent), 0));
  report("receiver", receiver.wait());
  char bytes[8];
  report("read", sys::read(sockets.first, bytes, 8));
  report("what it has read", Text(bytes, 8));
}
