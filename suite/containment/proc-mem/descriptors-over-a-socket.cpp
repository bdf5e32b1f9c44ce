// A directory of procfs, and a handle of the memory file, that arrive over a
// socket from a child do not reach the host's memory.
// Covers: proc-mem SCM_RIGHTS
// Oracle: wali-abi.md, Pointers
#include "wali/containment.h"

namespace {

struct Rights {
  cmsghdr header;
  int fd;
};

void send(int socket, int fd) {
  char byte = 'x';
  iovec iov = {&byte, 1};
  Rights rights = {{20, 0, SOL_SOCKET, SCM_RIGHTS}, fd};
  msghdr message = {nullptr, 0, &iov, 1, 0, &rights, sizeof(rights), 0, 0};
  setup::require_value("sendmsg", sys::sendmsg(socket, &message, 0), 1);
}

Fd receive(int socket) {
  char byte;
  iovec iov = {&byte, 1};
  Rights rights = {};
  msghdr message = {nullptr, 0, &iov, 1, 0, &rights, 24, 0, 0};
  setup::require_value("recvmsg", sys::recvmsg(socket, &message, 0), 1);
  return Fd(rights.fd);
}

} // namespace

void test() {
  SocketPair pair = setup::socketpair();
  Line path = label("/proc/", sys::getpid().pid());
  Child child = setup::fork([&] {
    send(pair.first, setup::open(path.c_str(), O_RDONLY | O_DIRECTORY));
    send(pair.first, setup::open(label(path.text(), "/mem").c_str(), O_PATH));
  });
  Fd directory = receive(pair.second), handle = receive(pair.second);
  report("child", child.wait());
  report("openat the directory, bytes reached", containment::reach_at(directory, "mem"));
  report("the handle itself, bytes reached", containment::reach_through(sys::dup(handle)));
  report("the handle opened again, bytes reached", containment::reach(label("/proc/self/fd/", int{handle}).c_str()));
}
