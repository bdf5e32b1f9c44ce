// The values that an option takes, and those that it refuses.
#pragma once

#include "suite/network/options.h"

namespace wali {

// Sets an option, and reports what setsockopt returns and what getsockopt tells afterwards.
inline void report_set(const char *name, int socket, int level, int option, int value) {
  report(label("setsockopt ", name, " ", value), sys::setsockopt(socket, level, option, &value, sizeof(value)));
  report_option("getsockopt", socket, level, option);
}

} // namespace wali
