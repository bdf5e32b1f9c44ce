// For suite/identity: the ids of the calling thread, as /proc shows them.
#pragma once

#include "wali/test.h"

// Reports the line of this thread's status that begins with `name`, "Uid:" or "Gid:": the
// real, the effective, the saved and the file system id.
inline void report_ids(const char *what, Text name) {
  Text status = setup::read_file("/proc/thread-self/status");
  for (size_t i = 0; i + name.size <= status.size; ++i)
    if (status.part(i, name.size) == name) {
      size_t end = i;
      while (end < status.size && status.data[end] != '\n')
        ++end;
      return report(what, status.part(i, end - i));
    }
  blocked("/proc/thread-self/status", {0});
}
