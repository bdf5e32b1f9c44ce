#include "runners/host/running/asleep.h"

#include <fcntl.h>
#include <linux/futex.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

#include "runners/host/running/assembly.h"

namespace wali::host {

bool sleeps_on_unchanged_word(int tid) {
  char path[48], text[256];
  snprintf(path, sizeof path, "/proc/self/task/%d/syscall", tid);
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return false;
  const ssize_t size = read(fd, text, sizeof text - 1);
  close(fd);
  text[size < 0 ? 0 : size] = '\0';
  long number;
  unsigned long word, operation, expected;
  if (sscanf(text, "%ld %lx %lx %lx", &number, &word, &operation, &expected) != 4 ||
      number != SYS_futex)
    return false; // it runs, or is elsewhere
  const unsigned long command = operation & FUTEX_CMD_MASK;
  uint32_t value;
  return (command == FUTEX_WAIT || command == FUTEX_WAIT_BITSET) &&
         wali_copy(&value, reinterpret_cast<const void *>(word), sizeof value) == 0 &&
         value == static_cast<uint32_t>(expected);
}

} // namespace wali::host
