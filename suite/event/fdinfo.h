// What /proc shows of a descriptor.
#pragma once

#include "wali/test.h"

namespace wali {

// The hexadecimal number behind `field` in the descriptor's fdinfo.
inline uint64_t number_in_fdinfo(int fd, Text field) {
  const Text info = setup::read_file(label("/proc/self/fdinfo/", fd).c_str());
  size_t at = 0;
  while (at < info.size && !(info.part(at, field.size) == field))
    ++at;
  for (at += field.size; at < info.size && info.data[at] == ' ';)
    ++at;
  uint64_t number = 0;
  for (; at < info.size && info.data[at] != ' ' && info.data[at] != '\n'; ++at)
    number = number << 4 | static_cast<uint64_t>(info.data[at] <= '9' ? info.data[at] - '0' : info.data[at] - 'a' + 10);
  return number;
}

} // namespace wali
