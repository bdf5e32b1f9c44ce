// Hides how this process was started from its guest, which could read that in
// /proc/self or find it in a core dump.
#pragma once

namespace wali::runner {

// Keeps the host's memory out of core dumps: a dump of a guest, or of a process that it
// starts, holds no memory at all (core(5), coredump_filter). The host refuses to open
// coredump_filter for writing.
void keep_memory_from_dumps();

// Leaves only the last `guest_words` words, the guest's, of the command line, and wipes
// the rest and the environment. getenv then finds copies if `keeps_environment` is set,
// and nothing otherwise.
void wipe_start(int argc, char **argv, int guest_words, bool keeps_environment);

} // namespace wali::runner
