// For tests: runs wali-launch as its users do, and looks for what it leaves behind.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace wali::launch {

// An id that is neither root nor the launcher's own ordinary id.
inline constexpr unsigned stranger_id = 4321;

// A fresh directory under /tmp that everyone may use; removed at the end.
class TestDirectory {
public:
  TestDirectory();
  ~TestDirectory();
  const std::filesystem::path &path() const { return directory; }

private:
  std::filesystem::path directory;
};

// How one launch went.
struct Launched {
  int wait_status = -1;
  std::string transcript;
  std::string message; // the launcher's standard error
  std::string record;  // the last line of the record file
  double seconds = 0;  // the whole launch

  int exit_status() const; // -1 if a signal ended it
  // A member of the record as text, without quotes: field("ended") is `exited`.
  std::string field(const std::string &name) const;
  // The lines `name=value` of the transcript, as `launch-probe state` prints them.
  std::map<std::string, std::string> values() const;
};

// Who starts the launcher.
enum class Caller {
  self,
  ordinary,           // stranger_id, if the test is run by root
  root_without_admin, // root that may not make namespaces
  on_an_old_kernel,   // root of a kernel without mount_setattr, before Linux 5.12
  ordinary_on_an_old_kernel,
};

// A place to launch in: copies of the launcher and of the probe that everyone can
// reach, and a scratch parent that must be empty again after each launch.
class Launching {
public:
  explicit Launching(Caller caller = Caller::self);

  // Runs wali-launch with these options; `{probe}` as a word is the probe's path.
  Launched run(const std::vector<std::string> &words);

  // As run, without waiting: the launcher's process, to be given to `finish`.
  pid_t start(const std::vector<std::string> &words);
  Launched finish(pid_t pid);

  // Waits until the program has made the file `started` in its directory.
  bool wait_until_started() const;

  // Mounts a tmpfs of 8 MiB as the scratch parent, for this process and those below it. False
  // if it may not.
  bool has_small_disk() const;

  // The processes that run and were started by launches from here.
  std::vector<pid_t> processes_left() const;
  // What is left in the scratch parent.
  std::vector<std::string> files_left() const;

  std::filesystem::path path() const { return directory.path(); }
  std::filesystem::path scratch() const { return path() / "scratch"; }

  bool hostile = false; // start the launcher with strange signals, limits, descriptors
  std::string input;    // what it reads on standard input

private:
  [[noreturn]] void become_launcher(const std::vector<std::string> &words);

  Caller caller;
  TestDirectory directory;
  std::string mark; // in the environment of all that is launched from here
  double started = 0;
};

// Whether the kernel lets this caller have namespaces.
bool namespaces_work(Caller caller);

} // namespace wali::launch
