// A process can neither join a group of another session nor be moved there by its parent.
// Covers: setpgid EPERM, another session
// Covers: getpgid another session
#include "wali/test.h"

void test() {
  auto &is_ready = setup::shared<Event>(), &end = setup::shared<Event>();
  Child leader = setup::fork([&] {
    setup::require_pid("setsid", sys::setsid());
    is_ready.set();
    end.wait();
  });
  Child other = setup::fork([&] { end.wait(); });
  is_ready.wait();
  report("getpgid", sys::getpgid(0));
  report("fork of the leader", leader.pid());
  report("getpgid of the leader", sys::getpgid(leader.pid()));
  setup::in_child([&] { report("setpgid of the caller", sys::setpgid(0, leader.pid())); });
  report("setpgid of a child", sys::setpgid(other.pid(), leader.pid()));
  report("getpgid of the child", sys::getpgid(other.pid()));
  end.set();
  report("leader", leader.wait());
  report("child", other.wait());
}
