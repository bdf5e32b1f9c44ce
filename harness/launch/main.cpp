// wali-launch: runs one program of one engine in isolation and says how it ended.
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

#include "harness/launch/descriptor.h"
#include "harness/launch/error.h"
#include "harness/launch/io.h"
#include "harness/launch/options.h"
#include "harness/launch/record.h"
#include "harness/launch/supervisor.h"
#include "harness/launch/title.h"
#include "harness/launch/transcript.h"

namespace wali::launch {

namespace {

// A caller may close any of them; a pipe of ours must not take their numbers.
void occupy_standard_descriptors() {
  int fd;
  do
    fd = open("/dev/null", O_RDWR);
  while (fd >= 0 && fd <= STDERR_FILENO);
  if (fd >= 0)
    close(fd);
}

// Opened before the program runs, so that a wrong path costs nothing.
Descriptor open_for_append(const std::string &option, const std::string &path) {
  if (path.empty())
    return Descriptor();
  Descriptor fd(open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  if (!fd)
    throw UsageError(describe("cannot open '" + path + "' of " + option));
  return fd;
}

// One write, so that records of parallel launches do not mix in one file.
void append_record(const Descriptor &file, const std::string &line) {
  if (file && write(file.get(), line.data(), line.size()) != static_cast<ssize_t>(line.size()))
    throw LaunchError(describe("cannot write the record"));
}

// The record comes before the transcript: whoever reads the transcript to its end
// finds the record there.
void run(const Options &options) {
  Descriptor record = open_for_append("--record", options.record);
  Descriptor stderr_file = open_for_append("--stderr", options.stderr_file);
  try {
    Outcome outcome = launch(options);
    if (stderr_file && !write_all(stderr_file.get(), outcome.stderr_head))
      throw LaunchError(describe("cannot write '" + options.stderr_file + "'"));
    append_record(record, record_line(outcome));
    if (!write_all(STDOUT_FILENO,
                   visible(outcome.output) + ending_line(outcome.ending, outcome.number)))
      throw UsageError(describe("cannot write the transcript to standard output"));
  } catch (const LaunchError &error) {
    const bool is_machines_fault = dynamic_cast<const MachineError *>(&error) != nullptr;
    append_record(record, not_started_line(error.what(), is_machines_fault));
    throw;
  }
}

int main(const std::vector<std::string> &arguments) {
  occupy_standard_descriptors();
  prepare_signals();
  try {
    Options options = parse_options(arguments);
    if (options.help)
      return write_all(STDOUT_FILENO, usage()) ? 0 : 2;
    if (options.version)
      return write_all(STDOUT_FILENO, "wali-launch " WALI_CTS_VERSION "\n") ? 0 : 2;
    run(options);
    return 0;
  } catch (const Interrupted &interrupted) {
    signal(interrupted.signal, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    kill(getpid(), interrupted.signal);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    return 128 + interrupted.signal;
  } catch (const std::exception &error) {
    std::fprintf(stderr, "wali-launch: %s\n", error.what());
    return 2;
  }
}

} // namespace

} // namespace wali::launch

int main(int argc, char **argv) {
  wali::launch::remember_command_line(argv);
  return wali::launch::main(std::vector<std::string>(argv + 1, argv + argc));
}
