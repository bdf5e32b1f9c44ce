// Where the lines of --trace go. All threads write here, and all processes that fork
// has made. A call that waits is a line that has begun. If somebody else has to write
// meanwhile, it is ended as strace does: with `<unfinished ...>`, and with
// `<... NAME resumed>` when the call is back.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wali::host::trace {

class Output {
public:
  // Takes a copy of `fd` out of the guest's way, beyond the descriptors that it uses.
  // `origin`: each line says how many seconds after it, in nanoseconds of
  // CLOCK_MONOTONIC; none: lines have no times. Throws std::system_error.
  Output(int fd, std::optional<int64_t> origin);
  Output(const Output &) = delete;
  Output &operator=(const Output &) = delete;

  // A whole line. Async-signal-safe.
  void line(std::string_view text);

  // The beginning of a line; its end, which follows `begun` or stands on a line of its own.
  void begin(std::string_view begun);
  void end(std::string_view name, std::string_view rest);

  // Ends a line that has begun, so that what is not of the trace does not break it.
  void end_begun_line();
  // From here on, others may write here that do not know of lines that have begun.
  void share_with_others();

  bool has_times() const { return origin.has_value(); }
  // Its descriptor, which the guest must not reach.
  int descriptor() const { return fd; }
  // Whether what is written to `other` arrives in the same place.
  bool arrives_from(int other) const;

private:
  class Pieces;
  struct Shared; // by all processes

  void take();
  void release();
  void start_line(Pieces &pieces);
  void write(const Pieces &pieces) const;

  int fd;
  std::optional<int64_t> origin;
  Shared *shared;
};

// Nanoseconds of CLOCK_MONOTONIC.
int64_t now();

} // namespace wali::host::trace
