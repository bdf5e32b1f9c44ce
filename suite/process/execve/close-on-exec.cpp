// A program that execve starts has the descriptors without FD_CLOEXEC, at their old positions, and
// none that has the flag, however the flag was set.
// Covers: execve FD_CLOEXEC, O_CLOEXEC
#include "wali/test.h"

namespace {

// Runs `cat` in a child on descriptor 8, as `prepare` made it of one for a file.
template <class Prepare> void report_cat(const char *name, int flags, Prepare prepare) {
  Pipe output = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    Fd file = setup::open("file", O_RDONLY | flags);
    setup::seek(file, 4);
    setup::require_value("dup3", sys::dup3(file, 8, flags), 8);
    prepare();
    setup::require_value("dup3", sys::dup3(output.write, 1, 0), 1);
    const char *const argv[] = {"sh", "-c", "cat <&8", nullptr}, *const envp[] = {nullptr};
    blocked("execve", sys::execve("/bin/sh", argv, envp));
  });
  output.write.reset();
  report(label(name, ", read"), setup::read_all(output.read));
  report(label(name, ", status"), child.wait());
}

} // namespace

void test() {
  setup::write_file("file", "not this");
  auto set_flags = [](int flags) { return [=] { setup::require_zero("fcntl", sys::fcntl(8, F_SETFD, flags)); }; };
  report_cat("without", 0, [] {});
  report_cat("by O_CLOEXEC", O_CLOEXEC, [] {});
  report_cat("by F_SETFD", 0, set_flags(FD_CLOEXEC));
  report_cat("taken back by F_SETFD", O_CLOEXEC, set_flags(0));
}
