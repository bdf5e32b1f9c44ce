// A descriptor of every kind can be sent and still works: a directory, an eventfd, an epoll instance, a terminal, a
// listener, and the socket that it is sent over.
// Covers: recvmsg SCM_RIGHTS, kinds
// REQUIRES: terminal
#include "wali/test.h"

namespace {

Fd pass(const SocketPair &pair, int fd) {
  Control<int[1]> sent = rights(fd);
  setup::require_value("sendmsg", sys::sendmsg(pair.first, Message("x").with_control(sent), 0), 1);
  char byte;
  Control<int[1]> received = {};
  setup::require_value("recvmsg", sys::recvmsg(pair.second, Message(&byte, 1).with_control(received), 0), 1);
  return Fd(received.value[0]);
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair();
  setup::mkdir("directory");
  setup::write_file("directory/file", "");
  struct stat file;
  report("fstatat by a directory",
         sys::fstatat(pass(pair, setup::open("directory", O_RDONLY | O_DIRECTORY)), "file", &file, 0));
  Fd counter = setup::eventfd(7), epoll = setup::epoll();
  uint64_t count = 0;
  setup::watch(epoll, counter, EPOLLIN, 99);
  epoll_event event = {};
  report("epoll_pwait", sys::epoll_pwait(pass(pair, epoll), &event, 1, 0, nullptr, 8));
  report("data", event.data);
  report("read of a counter", sys::read(pass(pair, counter), &count, sizeof(count)));
  report("count", count);
  Terminal terminal = setup::terminal();
  winsize size = {24, 80, 0, 0};
  report("TIOCSWINSZ", sys::ioctl(pass(pair, terminal.master), TIOCSWINSZ, &size));
  size = {};
  report("TIOCGWINSZ", sys::ioctl(terminal.slave, TIOCGWINSZ, &size));
  report("columns", unsigned{size.ws_col});
  setup::Listener listener = setup::tcp_listener();
  Fd client = setup::caller(listener), passed = pass(pair, listener.socket);
  listener.socket.reset();
  report("accept", sys::accept(passed, nullptr, nullptr));
  report("write to the socket itself", sys::write(pass(pair, pair.first), "y", 1));
  char byte = 0;
  report("read", sys::read(pair.second, &byte, 1));
}
