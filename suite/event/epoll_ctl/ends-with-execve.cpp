// A descriptor that a child adds to its parent's instance is reported until execve closes it. One that stays open
// over execve stays watched.
// Covers: epoll_ctl execve, FD_CLOEXEC
#include "suite/event/told.h"

namespace {

// Has a child add the end of a pipe that has a byte, and execute a program that waits to be ended.
void report_over_execve(const char *name, int flags) {
  Fd epoll = setup::epoll();
  Pipe added = setup::pipe(), ends = setup::pipe();
  Child child = setup::fork([&] {
    Pipe pipe = setup::pipe(flags);
    setup::write_all(pipe.write, "x");
    setup::watch(epoll, pipe.read, EPOLLIN, 1);
    setup::write_all(added.write, "a");
    setup::require_value("dup2", sys::dup2(ends.read, 0), 0);
    setup::require_value("dup2", sys::dup2(added.write, 1), 1);
    const char *const argv[] = {"sh", "-c", "echo; read end", nullptr}, *const envp[] = {nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, envp));
  });
  const auto await = [&] {
    char byte;
    setup::require_value("read", sys::read(added.read, &byte, 1), 1);
  };
  report(name, Flags{abi::sets::open_flags, static_cast<uint64_t>(flags)});
  await(); // the byte of the child
  await(); // that of the program
  report_told("in the program", epoll);
  setup::write_all(ends.write, "\n");
  report("child", child.wait());
  report_told("afterwards", epoll);
}

} // namespace

void test() {
  report_over_execve("with", 0);
  report_over_execve("with", O_CLOEXEC);
}
