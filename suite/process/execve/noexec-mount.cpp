// Nothing on a mount with noexec can be run, whatever its mode, not even as an interpreter. Through
// another mount of the same file system both can.
// Covers: execve EACCES
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

const char *const argv[] = {"x", nullptr}, *const envp[] = {nullptr};

void write_program(const char *path, Text contents) {
  setup::write_file(path, contents);
  setup::chmod(path, 0777);
}

} // namespace

void test() {
  Line there = label(setup::disk, "/script"), without = label(setup::read_only_disk, "/script");
  write_program(there.c_str(), "#!/bin/sh\nexit 7\n");
  write_program("by-there", label("#!", there.text(), "\n").text());
  write_program("by-without", label("#!", without.text(), "\n").text());
  for (const char *path : {there.c_str(), "by-there"})
    report("child", setup::fork([=] { blocked("execve", sys::execve(path, argv, envp)); }).wait());
  report("without execution", sys::execve(without.c_str(), argv, envp));
  report("as interpreter", sys::execve("by-without", argv, envp));
}
