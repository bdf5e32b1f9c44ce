// The order in which handlers run, and what they find, where signals come at
// moments that no program can choose: a guest made of functions of this test.
#include "runners/host/mutants/faults.h"
#include "runners/host/tests/scripted_guest.h"

#include <algorithm>
#include <string>

namespace wali::host {
namespace {

SignalSet mask_now() {
  SignalSet mask;
  raw_syscall(SYS_rt_sigprocmask, SIG_BLOCK, 0, raw_pointer(&mask), sizeof mask);
  return mask;
}

uintptr_t place_on_stack() { return reinterpret_cast<uintptr_t>(__builtin_frame_address(0)); }

// A call of the guest in which a signal comes.
void call_in_which_comes(Thread &thread, int signo) {
  thread.enter_host();
  raise_natively(signo);
  EXPECT_TRUE(thread.leave_host());
}

TEST(Delivery, OneSignalAfterAnotherTakesNoMoreStack) {
  static constexpr int rounds = 100000;
  static int runs = 0;
  static uintptr_t lowest = ~uintptr_t{0};
  Script script;
  script.handlers[first] = [](Thread &, int signo) {
    lowest = std::min(lowest, place_on_stack());
    if (++runs < rounds)
      raise_natively(signo); // pending until this handler has ended
  };
  script.start = [](Thread &thread) {
    install(thread, SIGUSR1, first);
    call_in_which_comes(thread, SIGUSR1);
    EXPECT_EQ(runs, rounds);
    EXPECT_LT(place_on_stack() - lowest, 8192u);
    EXPECT_EQ(mask_now(), 0u);
  };
  run(script);
}

TEST(Delivery, WhatIsNotedAtAHandlersEndComesAfterIt) {
  static std::string order;
  static uintptr_t first_place = 0, second_place = 0;
  // One function for both, since two would have frames of different sizes.
  const auto handler = [](Thread &, int signo) {
    order += signo == SIGUSR1 ? "first " : "second ";
    (signo == SIGUSR1 ? first_place : second_place) = place_on_stack();
    if (signo == SIGUSR1)
      raise_natively(SIGUSR2);
    else
      EXPECT_EQ(mask_now(), signal_bit(SIGUSR2)) << "the first one's mask is gone";
  };
  Script script;
  script.handlers[first] = handler;
  script.handlers[second] = handler;
  script.start = [](Thread &thread) {
    install(thread, SIGUSR1, first);
    install(thread, SIGUSR2, second);
    call_in_which_comes(thread, SIGUSR1);
    EXPECT_EQ(order, "first second ");
    EXPECT_EQ(first_place, second_place);
    EXPECT_EQ(mask_now(), 0u);
  };
  run(script);
}

// rt_sigsuspend lets both signals in, the mask that it restores neither.
TEST(Delivery, WhatOnlyTheHandlersMaskLetsInComesUponIt) {
  static std::string order;
  static constexpr SignalSet both = signal_bit(SIGUSR1) | signal_bit(SIGUSR2);
  Script script;
  script.handlers[first] = [](Thread &, int) {
    order += "first ";
    raise_natively(SIGUSR2);
  };
  script.handlers[second] = [](Thread &, int) {
    order += "second ";
    EXPECT_EQ(mask_now(), both) << "the mask of the first, whose frame is still there";
  };
  script.start = [](Thread &thread) {
    install(thread, SIGUSR1, first);
    install(thread, SIGUSR2, second);
    set_signal_mask(both);
    raise_natively(SIGUSR1);
    thread.enter_host();
    {
      TemporaryMask none(thread, 0);
      EXPECT_EQ(thread.syscall(SYS_rt_sigsuspend, none.for_kernel(), sizeof(SignalSet)), -EINTR);
    }
    EXPECT_TRUE(thread.leave_host());
    EXPECT_EQ(order, "first second ");
    EXPECT_EQ(mask_now(), both);
  };
  run(script);
}

TEST(Delivery, SignalsThatAreLetInTogetherRunTheLastFirst) {
  static std::string order;
  static constexpr SignalSet both = signal_bit(SIGUSR1) | signal_bit(SIGUSR2);
  Script script;
  script.handlers[first] = [](Thread &, int) {
    order += "first ";
    EXPECT_EQ(mask_now(), signal_bit(SIGUSR1));
  };
  script.handlers[second] = [](Thread &, int) {
    order += "second ";
    EXPECT_EQ(mask_now(), both);
  };
  script.start = [](Thread &thread) {
    install(thread, SIGUSR1, first);
    install(thread, SIGUSR2, second);
    set_signal_mask(both);
    raise_natively(SIGUSR1);
    raise_natively(SIGUSR2);
    thread.enter_host();
    set_signal_mask(0);
    EXPECT_TRUE(thread.leave_host());
    EXPECT_EQ(order, "second first ");
    EXPECT_EQ(mask_now(), 0u);
  };
  run(script);
}

// A handler that has let its own signal in again may be interrupted by it.
TEST(Delivery, AHandlerThatUnblocksItsSignalIsInterruptedByIt) {
  static std::string order;
  static int depth = 0;
  Script script;
  script.handlers[first] = [](Thread &thread, int signo) {
    order += "begins ";
    if (++depth == 1) {
      set_signal_mask(0);
      call_in_which_comes(thread, signo);
    }
    order += "ends ";
  };
  script.start = [](Thread &thread) {
    install(thread, SIGUSR1, first);
    call_in_which_comes(thread, SIGUSR1);
    EXPECT_EQ(order, "begins begins ends ends ");
    EXPECT_EQ(mask_now(), 0u);
  };
  run(script);
}

// --- Faults ------------------------------------------------------------------

constexpr uint32_t sa_restorer = 0x04000000;

TEST(Delivery, WithAFaultOnlyHandlersWithARestorerRun) {
  static std::string order;
  Script script;
  script.handlers[first] = [](Thread &, int) { order += "without "; };
  script.handlers[second] = [](Thread &, int) { order += "with "; };
  script.start = [](Thread &thread) {
    add_fault(Fault::restorer_needed);
    install(thread, SIGUSR1, first);
    install(thread, SIGUSR2, second, sa_restorer);
    call_in_which_comes(thread, SIGUSR1);
    call_in_which_comes(thread, SIGUSR2);
    EXPECT_EQ(order, "with ");
    EXPECT_EQ(mask_now(), 0u);
  };
  run(script);
}

TEST(Delivery, WithAFaultAHandlerWithoutARestorerIsTheEnd) {
  Script script;
  script.handlers[first] = [](Thread &, int) {};
  script.start = [](Thread &thread) {
    add_fault(Fault::restorer_needed_to_live);
    install(thread, SIGUSR2, first, sa_restorer);
    call_in_which_comes(thread, SIGUSR2);
    install(thread, SIGUSR1, first);
    EXPECT_EXIT(call_in_which_comes(thread, SIGUSR1), testing::KilledBySignal(SIGSEGV),
                "its handler has no restorer");
  };
  run(script);
}

TEST(Delivery, WithAFaultSignalsAreLostInWaits) {
  static int runs = 0;
  Script script;
  script.handlers[first] = [](Thread &, int) { ++runs; };
  script.start = [](Thread &thread) {
    add_fault(Fault::signal_lost_in_wait);
    install(thread, SIGUSR1, first);
    call_in_which_comes(thread, SIGUSR1);
    EXPECT_EQ(runs, 1) << "no call was interrupted";
    set_signal_mask(signal_bit(SIGUSR1));
    raise_natively(SIGUSR1);
    thread.enter_host();
    {
      TemporaryMask none(thread, 0);
      EXPECT_EQ(thread.syscall(SYS_rt_sigsuspend, none.for_kernel(), sizeof(SignalSet)), -EINTR);
    }
    EXPECT_TRUE(thread.leave_host());
    EXPECT_EQ(runs, 1);
  };
  run(script);
}

} // namespace
} // namespace wali::host
