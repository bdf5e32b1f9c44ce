// What /proc shows of a process's command line and environment.
#include "harness/launch/title.h"

#include <unistd.h>

#include <cstring>
#include <initializer_list>

namespace wali::launch {

namespace {

char *begin, *end;

} // namespace

// The kernel lays all the strings out in one row, the environment behind the arguments.
void remember_command_line(char **argv) {
  if (!argv[0])
    return;
  begin = argv[0];
  for (char **strings : {argv, environ})
    for (; *strings; ++strings)
      if (*strings >= begin)
        end = *strings + std::strlen(*strings);
}

void wipe_command_line() noexcept {
  if (begin)
    std::memset(begin + std::strlen(begin), 0, static_cast<size_t>(end - begin) - std::strlen(begin));
}

} // namespace wali::launch
