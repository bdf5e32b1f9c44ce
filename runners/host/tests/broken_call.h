// Makes calls as a mutant makes them, on a handler of the test's own.
#pragma once

#include "runners/host/mutants/invocation.h"
#include "runners/host/mutants/operators.h"
#include "runners/host/tests/fake_guest.h"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace wali::host::mutants {

inline constexpr GuestAddress buffer = 0x1000, second = 0x2000;
inline constexpr GuestAddress end = FakeGuest::end, outside = FakeGuest::outside;

class BrokenCall : public testing::Test {
protected:
  // What the right host would do.
  static inline std::function<int64_t(const Arguments &)> right;
  static inline Arguments seen;
  static inline int calls = 0;
  static int64_t handler(Thread &, const Arguments &arguments) {
    seen = arguments;
    ++calls;
    return right ? right(arguments) : 0;
  }

  FakeGuest &guest = FakeGuest::instance();
  std::map<std::string, BrokenHandler, std::less<>> handlers; // each with its history

  void SetUp() override {
    guest.poison();
    right = nullptr;
    calls = 0;
  }

  // Makes the call as the mutant of that name does.
  template <class... Values> int64_t call(std::string_view name, Values... values) {
    const std::optional<Mutant> mutant = find_mutant(name);
    if (!mutant || !mutant->op->make) {
      ADD_FAILURE() << "no mutant " << name << " of a handler";
      return 0;
    }
    Arguments arguments;
    size_t index = 0;
    ((arguments[index++] = static_cast<int64_t>(values)), ...);
    BrokenHandler &broken = handlers[std::string(name)];
    broken.mutant = *mutant;
    broken.own = handler;
    return broken.make(guest.thread(), arguments);
  }

  // A handler that answers `result`.
  static void answer(int64_t result) {
    right = [result](const Arguments &) { return result; };
  }
  // One that writes `bytes` at the address in argument `index` and answers `result`.
  void write(size_t index, std::string bytes, int64_t result) {
    right = [this, index, bytes, result](const Arguments &arguments) {
      EXPECT_TRUE(guest.memory().write_bytes(arguments.address(index), bytes.data(), bytes.size()));
      return result;
    };
  }
};

} // namespace wali::host::mutants
