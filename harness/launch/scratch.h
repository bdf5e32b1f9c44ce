// The private directory in which one program runs.
//
//   SCRATCH/tmp            the program's /tmp (in namespaces), or its TMPDIR
//   SCRATCH/tmp/work       its working directory, empty
//   SCRATCH/tmp/.wali/env  its environment file
//   SCRATCH/place          where its view of the machine is built (in namespaces), or the copy
//                          of the program is (in a process group)
//
// It is as few files as can be: some file systems take long to make one where many were removed
// a moment ago, such as ext4 without a journal.
#pragma once

#include <string>

#include "harness/launch/identity.h"

namespace wali::launch {

class Scratch {
public:
  // Makes the directories beneath `parent`, owned by `identity`. Throws LaunchError.
  Scratch(const std::string &parent, const Identity &identity);
  // Removes everything, if `remove` was not called.
  ~Scratch();
  Scratch(const Scratch &) = delete;
  Scratch &operator=(const Scratch &) = delete;

  // Removes everything, also what was made immutable. Returns "" or, in one line, what is
  // left and why.
  std::string remove();

  // The path of SCRATCH/tmp.
  const std::string &tmp() const { return tmp_path; }
  std::string place() const { return path + "/place"; }

  // Writes the environment file, readable by everyone. Throws LaunchError.
  void write_environment(const std::string &text);

private:
  std::string path; // empty: removed
  std::string tmp_path;
};

// The parts of SCRATCH/tmp by name.
inline constexpr char work_directory[] = "/work";
inline constexpr char environment_directory[] = "/.wali";
inline constexpr char environment_path[] = "/.wali/env";

// Removes the directory `path` and all beneath it: of any depth, whatever the
// modes and inode flags, without following links or entering mounts (which are detached). Returns
// false, and the errno value of the first failure in `error`, if something stays.
bool remove_tree(const std::string &path, int &error);

} // namespace wali::launch
