// The loads of 1, 5 and 15 minutes are those of /proc/loadavg, in units of 1/65536.
// Covers: sysinfo loads
#include "wali/test.h"

namespace {

// As /proc/loadavg prints it: rounded to hundredths.
Line hundredths(uint64_t load) {
  const uint64_t rounded = (load >> 5) + 10;
  return label(rounded >> 11, rounded % 2048 * 100 / 2048 < 10 ? ".0" : ".", rounded % 2048 * 100 / 2048);
}

// The three averages at the beginning of /proc/loadavg.
Text averages() {
  const Text file = setup::read_file("/proc/loadavg");
  size_t end = 0;
  for (int blanks = 0; end < file.size; ++end)
    if (file.data[end] == ' ' && ++blanks == 3)
      break;
  return file.part(0, end);
}

} // namespace

void test() {
  // Linux changes them every five seconds: both must be of one moment.
  Guarded<struct sysinfo> info;
  Result result;
  Line before, after;
  do {
    before = label(averages());
    result = sys::sysinfo(&info);
    after = label(averages());
  } while (!(before.text() == after.text()));
  report("sysinfo", result);
  report("averages in /proc/loadavg", after.text());
  report("averages of sysinfo", label(hundredths(info->loads[0]).text(), " ", hundredths(info->loads[1]).text(), " ",
                                      hundredths(info->loads[2]).text())
                                    .text());
}
