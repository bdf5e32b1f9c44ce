// What the host asks about open files of procfs (proc(5)).
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace wali::host {

// Whether `fd` is open on a file of a procfs.
bool lies_in_procfs(int fd);

// How much room name_of() may need (PATH_MAX).
inline constexpr size_t most_of_a_name = 4096;

// The name of the open file `fd`, written to `place`, or empty if no procfs tells it. `fd` is
// looked up in the calling thread's table, which may differ from the process's.
std::string_view name_of(int fd, std::span<char> place);

// If `fd` is a file of the calling thread below /proc/PID/task, writes to `place` the name of
// the same file of the thread `other` of this process, ended by a zero byte. Returns that
// name, or empty if `fd` is another file.
std::string_view name_for_thread(int other, int fd, std::span<char> place);

} // namespace wali::host
