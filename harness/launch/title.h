// What /proc shows of a process's command line and environment.
#pragma once

namespace wali::launch {

// Remembers where the kernel reads them: `argv` is that of main.
void remember_command_line(char **argv);

// Removes all but the program's name from them in this process: the command line names a
// module, and every process may read it.
void wipe_command_line() noexcept;

} // namespace wali::launch
