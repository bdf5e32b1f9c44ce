// Which files a guest must not open: those that give access to the memory of processes.
//
// A file is judged by its open descriptor, after the kernel has resolved the path. No
// spelling, symbolic link, directory descriptor, bind mount or descriptor from another
// process can evade that.
#pragma once

namespace wali::host {

// Whether a read or write of `fd` reaches a process's memory without the kernel's usual
// check of pointers. That holds for /proc/PID/mem of any process (proc(5)),
// coredump_filter opened for writing, /proc/kcore, and the devices mem, kmem and port
// (mem(4)). A descriptor in procfs that cannot be judged counts as dangerous. `fd` must not
// be opened with O_PATH: such a descriptor can be neither read nor written, and a file that
// is opened through it is judged then.
bool reaches_process_memory(int fd);

} // namespace wali::host
