// utsname has six texts of 65 bytes, each with a NUL, with the values that /proc shows.
// Covers: layouts utsname
// Covers: uname layout
#include "suite/abi/layouts/raw.h"

namespace {

// `file` has the same text and the end of a line.
void report_text(layouts::Raw<390> &names, size_t offset, const char *file) {
  const Text told = setup::read_file(label("/proc/sys/kernel/", file).c_str());
  report(label("bytes of ", file, " that differ"), differing_bytes(names.at(offset), told.data, told.size - 1));
  report("byte behind them", *names.at(offset + told.size - 1));
}

} // namespace

void test() {
  layouts::Raw<390> names;
  report("uname", sys::uname(names));
  report_text(names, 0, "ostype");
  report_text(names, 65, "hostname");
  report_text(names, 130, "osrelease");
  report_text(names, 195, "version");
  report("machine", names.string(260));
  report_text(names, 325, "domainname");
  names.report_walls();
}
