// A server gives up its privileges for good, and has files opened by a monitor that keeps them. Whatever way back it
// tries is refused, to its children as well. It reads what the monitor hands over, and nothing else.
// Covers: processes setgroups, setresgid, setresuid, SCM_RIGHTS, EPERM, EACCES
// REQUIRES: root
#include "wali/test.h"

namespace {

// The monitor: opens the file whose name comes, looks at its first bytes, and sends its descriptor.
Fd answer(int server) {
  char name[16] = {}, first[4];
  setup::require_count("recvfrom", sys::recvfrom(server, name, sizeof(name) - 1, 0, nullptr, nullptr), sizeof(name));
  Fd file = setup::open(name, O_RDONLY);
  setup::require_value("read", sys::read(file, first, sizeof(first)), sizeof(first));
  Control<int[1]> sent = rights(file);
  setup::require_value("sendmsg", sys::sendmsg(server, Message("ok").with_control(sent), 0), 2);
  return file;
}

Fd ask(int monitor, Text name) {
  setup::write_all(monitor, name);
  char answer[2];
  Control<int[1]> received = {};
  setup::require_value("recvmsg", sys::recvmsg(monitor, Message(answer, 2).with_control(received), 0), 2);
  return Fd(setup::require_fd("SCM_RIGHTS", {received.value[0]}));
}

void report_ways_back() {
  report("setuid", sys::setuid(0));
  report("setreuid", sys::setreuid(-1, 0));
  report("setresuid of the saved id", sys::setresuid(-1, -1, 0));
  report("setgid", sys::setgid(0));
  report("setresgid", sys::setresgid(0, 0, 0));
  const uint32_t root = 0;
  report("setgroups", sys::setgroups(1, &root));
  report("chroot", sys::chroot("/"));
  report("groups", sys::getgroups(0, nullptr));
  report("open of root's file", sys::open("secret", O_RDONLY, 0));
  report("chown of it", sys::chown("secret", 1000, 1000));
  report("kill of the monitor", sys::kill(sys::getppid().pid(), 0));
}

void serve(int to_monitor) {
  report("id to begin with", sys::geteuid());
  report("setgroups of none", sys::setgroups(0, nullptr));
  report("setresgid of all three", sys::setresgid(1000, 1000, 1000));
  report("setresuid of all three", sys::setresuid(1000, 1000, 1000));
  report_ways_back();
  Fd file = ask(to_monitor, "secret");
  report("rest of the file", setup::read_all(file));
  report("fchmod of it", sys::fchmod(file, 0666));
  report("write to it", sys::write(file, "x", 1));
  setup::in_child([&] {
    report("setuid in a child", sys::setuid(0));
    report("real id", sys::getuid());
    report("effective id", sys::geteuid());
    report("open in a child", sys::open("secret", O_RDONLY, 0));
  });
}

} // namespace

void test() {
  sys::umask(022);
  setup::chmod(".", 0755);
  setup::write_file("secret", "for root alone");
  SocketPair channel = setup::socketpair(SOCK_SEQPACKET);
  Child server = setup::fork([&] {
    channel.first.reset();
    serve(channel.second);
  });
  channel.second.reset();
  Fd file = answer(channel.first);
  report("server", server.wait());
  report("position of the monitor's descriptor", sys::lseek(file, 0, SEEK_CUR));
  report("monitor's id", sys::geteuid());
}
