// The last byte of a getdents record is DT_CHR for a character device and DT_BLK for a block device.
// Covers: getdents DT_CHR, DT_BLK
// REQUIRES: devices
#include "wali/test.h"

void test() {
  alignas(8) static uint8_t buffer[256];
  const Fd directory = setup::open(setup::device_files, O_RDONLY | O_DIRECTORY);
  const Result result = sys::getdents(directory, buffer, sizeof(buffer));
  for (const char *wanted : {"character", "block"}) {
    int type = -1;
    linux_dirent entry;
    for (size_t at = 0; at < result.size(); at += entry.d_reclen ? entry.d_reclen : sizeof(buffer)) {
      __builtin_memcpy(&entry, buffer + at, sizeof(entry));
      if (Text(reinterpret_cast<char *>(buffer) + at + sizeof(entry)) == Text(wanted))
        type = buffer[at + entry.d_reclen - 1];
    }
    report(wanted, Choice{sets::dirent_type, type});
  }
}
