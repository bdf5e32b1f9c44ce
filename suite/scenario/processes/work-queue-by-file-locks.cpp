// Workers share a queue, a file in which each job is a byte that they lock while they do it. One dies at its job,
// which its lock does not outlive: another does that job, and each job is done once.
// Covers: processes fcntl F_SETLK, EAGAIN, pwrite64, SIGKILL
#include "wali/test.h"

namespace {

constexpr int workers = 4, jobs = 60;

// How often it was begun, and done.
struct Job {
  int begun, done;
};

Result lock(int queue, int16_t type, int job) {
  struct flock region = {type, SEEK_SET, 0, job, 1, 0, 0};
  return sys::fcntl(queue, F_SETLK, reinterpret_cast<uintptr_t>(&region));
}

char state_of(int queue, int job) {
  char state = '?';
  setup::require_value("pread64", sys::pread64(queue, &state, 1, job), 1);
  return state;
}

// Does a job whose lock the caller has: 'd' in the queue is for done.
void do_job(int queue, int number, Job &job) {
  ++job.begun;
  sys::sched_yield();
  ++job.done;
  setup::require_value("pwrite64", sys::pwrite64(queue, "d", 1, number), 1);
}

// Passes over the queue until all jobs are done.
void work(Job *table) {
  Fd queue = setup::open("queue", O_RDWR);
  for (bool all_done = false; !all_done;) {
    all_done = true;
    for (int i = 0; i < jobs; ++i) {
      if (state_of(queue, i) == 'd')
        continue;
      all_done = false;
      const Result locked = lock(queue, F_WRLCK, i);
      if (locked.value == -EAGAIN || locked.value == -EACCES)
        continue; // another does it
      setup::require_zero("fcntl F_SETLK", locked);
      if (state_of(queue, i) != 'd') // not in the meantime
        do_job(queue, i, table[i]);
      setup::require_zero("fcntl F_SETLK", lock(queue, F_UNLCK, i));
    }
  }
}

// Begins a job, and is killed.
Child die_at(int job, Job *table, Pipe &begun) {
  Child child = setup::fork([&] {
    Fd queue = setup::open("queue", O_RDWR);
    setup::require_zero("fcntl F_SETLK", lock(queue, F_WRLCK, job));
    ++table[job].begun;
    begun.write.reset();
    for (;;)
      setup::sleep_ms(1000);
  });
  begun.write.reset();
  setup::read_all(begun.read);
  return child;
}

} // namespace

void test() {
  char empty[jobs] = {};
  setup::write_file("queue", {empty, jobs});
  Fd queue = setup::open("queue", O_RDWR);
  Job(&table)[jobs] = setup::shared<Job[jobs]>();
  Pipe begun = setup::pipe();
  Child victim = die_at(7, table, begun);
  report("lock of the job that is being done", lock(queue, F_WRLCK, 7));
  report("lock of the one before", lock(queue, F_WRLCK, 6));
  report("lock of the one behind", lock(queue, F_WRLCK, 8));
  report("their release", lock(queue, F_UNLCK, 6));
  report("their release", lock(queue, F_UNLCK, 8));
  auto run = [&] { work(table); };
  Child others[workers] = {setup::fork(run), setup::fork(run), setup::fork(run), setup::fork(run)};
  victim.kill(SIGKILL);
  report("worker that dies", victim.wait());
  for (Child &other : others)
    report("worker", other.wait());
  int begun_once = 0, done_once = 0;
  for (const Job &job : table) {
    begun_once += job.begun == 1;
    done_once += job.done == 1;
  }
  report("jobs done once", done_once);
  report("jobs begun once", begun_once);
  report("job 7 was begun", table[7].begun);
}
