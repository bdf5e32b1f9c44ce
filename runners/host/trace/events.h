// Signals, handlers and endings as lines of the trace.
#pragma once

#include "runners/host/running/watcher.h"
#include "runners/host/trace/output.h"

namespace wali::host::trace {

class Events final : public Watcher {
public:
  explicit Events(Output &output) : output(output) {}

  void signal_delivered(const siginfo_t &info) override;
  void handler_begins(int signo, uint32_t index) override;
  void handler_ends(int signo, uint32_t index) override;
  void thread_ends(int status) override;
  void process_exits(int status) override;
  void process_dies(int signo, const siginfo_t *info) override;

private:
  Output &output;
};

} // namespace wali::host::trace
