// A directory tree is copied, with modes, times, symbolic links, hard links and hidden names: what is found in the
// copy is what is in the original.
// Covers: files getdents64, openat, mkdirat, linkat, symlinkat, readlinkat, fchmodat, utimensat
#include "suite/scenario/files/tree.h"

namespace {

class Copier {
public:
  void copy_names(int from, int to) {
    tree::each_name(from, [=, this](const char *name) { copy(from, to, name); });
  }
  int copied() const { return copied_; }
  const Line &first_failure() const { return failure_; }

private:
  void copy(int from, int to, const char *name) {
    ++copied_;
    struct stat status = {};
    setup::require_zero("fstatat", sys::fstatat(from, name, &status, AT_SYMLINK_NOFOLLOW));
    const uint32_t type = status.st_mode & S_IFMT;
    if (type == S_IFLNK)
      return copy_link(from, to, name);
    if (type == S_IFREG && status.st_ino == linked_)
      return note("linkat", sys::linkat(linked_at_, linked_name_.c_str(), to, name, 0));
    type == S_IFDIR ? copy_directory(from, to, name) : copy_file(from, to, name);
    const timespec times[] = {status.st_atim, status.st_mtim};
    note("fchmodat", sys::fchmodat(to, name, status.st_mode & 07777, 0));
    note("utimensat", sys::utimensat(to, name, times, AT_SYMLINK_NOFOLLOW));
    if (type == S_IFREG && status.st_nlink > 1) {
      linked_ = status.st_ino;
      linked_at_ = setup::duplicate(to);
      linked_name_ = label(name);
    }
  }
  void copy_directory(int from, int to, const char *name) {
    note("mkdirat", sys::mkdirat(to, name, 0700));
    copy_names(tree::open_at(from, name, O_RDONLY | O_DIRECTORY), tree::open_at(to, name, O_RDONLY | O_DIRECTORY));
  }
  void copy_file(int from, int to, const char *name) {
    Fd source = tree::open_at(from, name, O_RDONLY);
    setup::write_all(tree::open_at(to, name, O_WRONLY | O_CREAT | O_EXCL), setup::read_all(source));
  }
  void copy_link(int from, int to, const char *name) {
    char text[64] = {};
    setup::require_count("readlinkat", sys::readlinkat(from, name, text, sizeof(text) - 1), sizeof(text) - 1);
    note("symlinkat", sys::symlinkat(text, to, name));
  }
  void note(const char *call, Result result) {
    if (result.value != 0 && failure_.text() == "none")
      failure_ = label(call, " ", Errno{result.value});
  }

  int copied_ = 0;
  uint64_t linked_ = 0; // the file that has a second name, and its name in the copy
  Fd linked_at_;
  Line linked_name_, failure_ = label("none");
};

void report_copy(const char *path) {
  struct stat status = {};
  report(path, sys::lstat(path, &status));
  report("mode", FileMode{status.st_mode});
  report("time of access", status.st_atim);
  report("time of modification", status.st_mtim);
  report("inode", status.st_ino);
}

void report_link(const char *path) {
  GuardedBytes<32> text;
  report(path, sys::readlink(path, reinterpret_cast<char *>(*&text), 32));
  report("text", text.bytes(15));
}

} // namespace

void test() {
  tree::make("tree");
  setup::mkdir("copy");
  Copier copier;
  copier.copy_names(setup::open("tree", O_RDONLY | O_DIRECTORY), setup::open("copy", O_RDONLY | O_DIRECTORY));
  report("names copied", copier.copied());
  report("first step that failed", copier.first_failure());
  report_copy("copy/.hidden");
  report_copy("copy/.hidden/file");
  report_copy("copy/second");
  report_link("copy/dangling");
  report_link("copy/to hidden");
  GuardedBytes<8> contents;
  Fd file(sys::open("copy/to hidden/file", O_RDONLY, 0).fd());
  report("read through the link", sys::read(file, &contents, 8));
  report("contents", contents.bytes());
}
