// What the system knows of how this process was started, and that its guest could
// read in /proc/self or find in a core dump.
#pragma once

namespace wali::runner {

// Keeps the host's memory out of core dumps: what is dumped of a guest, and of
// what it starts, is no memory at all (core(5), coredump_filter). The host refuses
// to open the file that says so for writing.
void keep_memory_from_dumps();

// Makes the command line the guest's, of which it is the last `guest_words`, and
// wipes the rest and the environment. getenv then finds copies; or nothing, unless
// `keeps_environment`.
void wipe_start(int argc, char **argv, int guest_words, bool keeps_environment);

} // namespace wali::runner
