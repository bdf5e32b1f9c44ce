// The record of one launch: a line of JSON that the verdict is decided from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "harness/launch/identity.h"
#include "harness/launch/options.h"
#include "harness/launch/transcript.h"

namespace wali::launch {

// How one program ended.
struct Outcome {
  Ending ending = Ending::exited;
  int number = 0;     // exit status or signal; 0 for timeout and flood
  double seconds = 0; // from the engine's start to its end
  // Seconds of processor time that the engine and the processes below it took, but for those that
  // the kernel counts for nobody: what ends while its parent ignores SIGCHLD.
  double processor = 0;
  Isolation isolation = Isolation::namespaces;
  IdentityKind identity = IdentityKind::root;
  std::string output;        // what is kept of standard output
  uint64_t output_bytes = 0; // what was read of it
  std::string stderr_head;   // the first bytes of standard error, where --stderr asks for them
  std::string stderr_tail;   // its last bytes
  uint64_t stderr_bytes = 0;
  uint64_t disk_bytes = 0; // what its files took, if it was ended for that
  unsigned leftover = 0;   // its processes that were still alive at its end, and killed
  std::string remains;     // what is left of its files, and why; empty: nothing
};

// How many bytes of standard error a record holds.
inline constexpr size_t stderr_tail_limit = 16 * 1024;

// One line of JSON, with its newline.
std::string record_line(const Outcome &outcome);

// The record of a program that was not started, or not watched to its end; with `"machine":true`
// if that is the machine's fault (MachineError).
std::string not_started_line(const std::string &error, bool is_machines_fault);

// `text` as UTF-8: bytes that are not part of a character become \xHH.
std::string as_utf8(std::string_view text);

} // namespace wali::launch
