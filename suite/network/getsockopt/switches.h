// Options that are on or off: `integer boolean flags` in the man pages.
#pragma once

#include "suite/network/options.h"

namespace wali {

// Reports what a new socket tells of the option, what it tells when the option is on, set by another number than 1, and
// when it is off again.
inline void report_switch(const Name &name, int socket, int level, int option) {
  report_option(label("getsockopt ", name.text), socket, level, option);
  for (int value : {2, 0}) {
    report(label("setsockopt ", name.text, " of ", value),
           sys::setsockopt(socket, level, option, &value, sizeof(value)));
    report_option(label("getsockopt ", name.text), socket, level, option);
  }
}

} // namespace wali
