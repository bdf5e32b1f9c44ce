// Reading and writing whole texts.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <string_view>

namespace wali::launch {

// Writes all of `text`; false, with errno set, if the descriptor refuses.
inline bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    ssize_t count = ::write(fd, text.data(), text.size());
    if (count < 0 && errno != EINTR)
      return false;
    if (count > 0)
      text.remove_prefix(static_cast<size_t>(count));
  }
  return true;
}

} // namespace wali::launch
