#include "runners/wasmtime/start.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

namespace wali::runner {

void keep_memory_from_dumps() {
  const int fd = open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);
  if (fd < 0)
    return;
  [[maybe_unused]] const ssize_t written = write(fd, "0", 1);
  close(fd);
}

void wipe_start(int argc, char **argv, int guest_words, bool keeps_environment) {
  // The kernel puts the words one behind the other.
  char *const last = argv[argc - 1], *const end = last + strlen(last) + 1;
  char *const guests = argv[argc - guest_words];
  const auto size = static_cast<size_t>(end - guests);
  memmove(argv[0], guests, size);
  memset(argv[0] + size, 0, static_cast<size_t>(end - (argv[0] + size)));

  static char *nothing[] = {nullptr};
  char **kept = environ;
  for (char **entry = environ; *entry; ++entry) {
    char *const text = *entry;
    if (keeps_environment)
      *entry = strdup(text);
    memset(text, 0, strlen(text));
  }
  environ = keeps_environment ? kept : nothing;
}

} // namespace wali::runner
