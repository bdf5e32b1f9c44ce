// For the programs of `wali-cts bench`: one operation, made again and again for
// a tenth of a second, on an engine and natively.
#pragma once

#include "wali/test.h"

namespace wali::bench {

inline int64_t now() {
  const timespec time = setup::now();
  return time.tv_sec * 1'000'000'000 + time.tv_nsec;
}

// Times of batches.
class Times {
public:
  static constexpr int most = 2000;

  bool full() const { return count == most; }
  // Keeps them in order, the shortest first.
  void add(int64_t time) {
    int place = count++;
    for (; place > 0 && times[place - 1] > time; --place)
      times[place] = times[place - 1];
    times[place] = time;
  }
  int64_t median() const { return times[count / 2]; }

private:
  int64_t times[most];
  int count = 0;
};

// Makes the operation in batches, which are long enough that looking at the clock
// costs nothing to speak of and short enough that few are interrupted by what else
// the machine does. Prints how many operations a batch has and how many
// nanoseconds the median batch took. An operation that fails ends the program.
template <class Operation> void measure(int batch, Operation operation) {
  constexpr int64_t enough = 100'000'000;
  static Times times;
  const int64_t first = now();
  for (int64_t begin = first, end; begin - first < enough && !times.full(); begin = end) {
    for (int i = 0; i < batch; ++i)
      if (Result result = operation(); !result.ok())
        blocked("operation", result);
    end = now();
    times.add(end - begin);
  }
  report("operations", batch);
  report("nanoseconds", times.median());
}

} // namespace wali::bench
