// What /proc shows of a process's command line and environment.
#pragma once

namespace wali::launch {

// Takes note of where the kernel finds them: main's own `argv`.
void remember_command_line(char **argv);

// Leaves the program's name of them, in this process: the command line names a module, and
// everyone may read it.
void wipe_command_line() noexcept;

} // namespace wali::launch
