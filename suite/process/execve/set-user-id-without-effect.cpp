// On a mount with MS_NOSUID the set-user-ID and set-group-ID bits of a program mean nothing: it
// runs with the caller's ids.
// Covers: execve set-user-ID, set-group-ID, MS_NOSUID
// REQUIRES: root, namespaces
#include "suite/process/execve/set_id.h"

void test() {
  Line program = label(setup::disk, "/id");
  copy_program("/usr/bin/id", program.c_str());
  setup::chown(program.c_str(), 1234, 1234);
  setup::chmod(program.c_str(), 06755);
  Pipe pipe = setup::pipe(O_CLOEXEC);
  for (const char *option : {"-u", "-g"})
    report("child", setup::fork([&] {
                      setup::become_ordinary();
                      setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
                      const char *const argv[] = {"id", option, nullptr};
                      blocked("execve", sys::execve(program.c_str(), argv, nullptr));
                    }).wait());
  pipe.write.reset();
  report("effective ids", setup::read_all(pipe.read));
}
