// A lock file made with O_EXCL names its owner, and keeps others out as long as that one lives or
// is a zombie. When it has gone, one of many contenders removes the stale lock, and never are two inside.
// Covers: store O_EXCL, kill of a dead owner, flock, unlink
#include "wali/test.h"

namespace {

constexpr int contenders = 4, rounds = 25;

struct Room {
  int inside, overlaps, entries, removed, lost;
};

// Makes the lock file, which names the caller; 0, or why not.
Result take() {
  const Result file = sys::open("lock", O_WRONLY | O_CREAT | O_EXCL, 0600);
  if (!file.ok())
    return file;
  const int self = sys::getpid().pid();
  setup::write_all(Fd(file.fd()), {&self, sizeof(self)});
  return {0};
}

// Whom the lock file names; 0 if there is none, or its owner has yet to write.
int owner() {
  int named = 0;
  const Result file = sys::open("lock", O_RDONLY, 0);
  if (file.ok())
    sys::read(Fd(file.fd()), &named, sizeof(named));
  return named;
}

bool is_gone(int process) { return process != 0 && sys::kill(process, 0).value == -ESRCH; }

// One at a time, and who comes second looks once more: by then the lock may be another's.
void remove_stale_lock(Room &room) {
  Fd guard = setup::open("guard", O_RDONLY | O_CREAT);
  setup::require_zero("flock", sys::flock(guard, LOCK_EX));
  if (is_gone(owner()) && sys::unlink("lock").value == 0)
    ++room.removed;
}

void enter_and_leave(Room &room) {
  room.overlaps += __atomic_fetch_add(&room.inside, 1, __ATOMIC_ACQ_REL) != 0;
  const int before = room.entries;
  sys::sched_yield();
  room.entries = before + 1;
  __atomic_fetch_sub(&room.inside, 1, __ATOMIC_ACQ_REL);
}

void contend(Room &room) {
  for (int round = 0; round < rounds; ++round) {
    while (take().value != 0) {
      if (is_gone(owner()))
        remove_stale_lock(room);
      sys::sched_yield();
    }
    enter_and_leave(room);
    room.lost += sys::unlink("lock").value != 0;
  }
}

// SIGCHLD, which is blocked, tells that the child has ended; it is not waited for yet.
void make_a_zombie(Child &child) {
  child.kill(SIGKILL);
  setup::await(
      "rt_sigpending", [] { return Result{static_cast<int64_t>(setup::pending_signals().value)}; },
      [](Result pending) { return pending.value == int64_t{signal_bit(SIGCHLD)}; });
}

} // namespace

void test() {
  setup::block(SIGCHLD);
  Pipe taken = setup::pipe(), never = setup::pipe();
  Child first = setup::fork([&] {
    setup::require_zero("open", take());
    taken.write.reset();
    setup::read_all(never.read);
  });
  const int pid = first.pid();
  taken.write.reset();
  setup::read_all(taken.read);
  report("owner's process", pid);
  report("lock while it lives", take());
  report("owner in the lock", owner());
  make_a_zombie(first);
  report("kill of the zombie", sys::kill(owner(), 0));
  report("owner", first.wait());
  report("kill when it is reaped", sys::kill(owner(), 0));
  report("lock that it has left", take());

  Room &room = setup::shared<Room>();
  {
    auto run = [&] { contend(room); };
    Child children[contenders] = {setup::fork(run), setup::fork(run), setup::fork(run), setup::fork(run)};
    for (Child &child : children)
      report("contender", child.wait());
  }
  report("stale locks removed", room.removed);
  report("entries", room.entries);
  report("overlaps", room.overlaps);
  report("locks that were lost", room.lost);
  report("lock at the end", sys::open("lock", O_RDONLY, 0));
}
