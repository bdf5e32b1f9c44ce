// A file of a tmpfs has the seal that forbids further seals from the start: none can be added,
// and the file can still be written to and truncated.
// Covers: fcntl F_GET_SEALS, F_ADD_SEALS, EPERM, EINVAL, F_SEAL_SEAL
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  Line path = label(setup::disk, "/file");
  Fd file = setup::open(path.c_str(), O_RDWR | O_CREAT), reader = setup::open(path.c_str(), O_RDONLY);
  report("F_GET_SEALS", Flags{abi::sets::seals, static_cast<uint64_t>(sys::fcntl(reader, F_GET_SEALS, 0).value)});
  report("F_ADD_SEALS", sys::fcntl(file, F_ADD_SEALS, F_SEAL_WRITE));
  report("F_ADD_SEALS of none", sys::fcntl(file, F_ADD_SEALS, 0));
  report("F_ADD_SEALS, read-only", sys::fcntl(reader, F_ADD_SEALS, F_SEAL_WRITE));
  report("F_ADD_SEALS of the highest bit", sys::fcntl(file, F_ADD_SEALS, 0x80000000));
  report("F_GET_SEALS", Flags{abi::sets::seals, static_cast<uint64_t>(sys::fcntl(file, F_GET_SEALS, 0).value)});
  report("write", sys::write(file, "kept", 4));
  report("ftruncate", sys::ftruncate(file, 2));
}
