// What a guest may not open: the memory of processes.
//
// A file is judged by its open descriptor, after the kernel has resolved the
// path, so no spelling, symbolic link, directory descriptor, bind mount or
// descriptor received from another process leads around it.
#pragma once

namespace wali::host {

// True when reading or writing `fd` reaches a process's memory past the
// kernel's own judgement of pointers: /proc/PID/mem of any process (proc(5)),
// its coredump_filter for writing, /proc/kcore, and the devices mem, kmem and port (mem(4)). A
// descriptor that cannot be judged counts as dangerous when it lies in procfs. `fd` must be one for
// use; a descriptor opened with O_PATH can be neither read nor written, and what is opened through
// it is judged anew.
bool reaches_process_memory(int fd);

} // namespace wali::host
