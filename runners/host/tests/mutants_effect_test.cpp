// What the operators that follow from the table do to a call.
#include "runners/host/tests/broken_call.h"

#include <fcntl.h>

namespace wali::host::mutants {
namespace {

using MutantEffect = BrokenCall;

// --- The result --------------------------------------------------------------

TEST_F(MutantEffect, ResultsWithoutActing) {
  answer(5);
  EXPECT_EQ(call("read:return-zero", 3, buffer, 5), 0);
  EXPECT_EQ(call("read:enosys", 3, buffer, 5), -ENOSYS);
  EXPECT_EQ(calls, 0);
}

TEST_F(MutantEffect, ResultsChanged) {
  answer(5);
  EXPECT_EQ(call("read:result-plus-one"), 6);
  EXPECT_EQ(call("read:any-error-eio"), 5);
  EXPECT_EQ(call("read:failure-as-zero"), 5);
  answer(-EBADF);
  EXPECT_EQ(call("read:result-plus-one"), -EBADF);
  EXPECT_EQ(call("read:any-error-eio"), -EIO);
  EXPECT_EQ(call("read:any-error-minus-one"), -1);
  EXPECT_EQ(call("read:errno-sign-flipped"), EBADF);
  EXPECT_EQ(call("read:result-zero-extended"), int64_t{0xfffffff7});
  EXPECT_EQ(call("read:failure-as-zero"), 0);
  answer(int64_t{1} << 32 | 7);
  EXPECT_EQ(call("lseek:result-zero-extended"), 7);
}

TEST_F(MutantEffect, StaleResultIsThatOfTheCallBefore) {
  answer(1);
  EXPECT_EQ(call("read:stale-result"), 1);
  answer(2);
  EXPECT_EQ(call("read:stale-result"), 1);
  EXPECT_EQ(call("read:stale-result"), 2);
}

// --- Numbers -----------------------------------------------------------------

TEST_F(MutantEffect, NumbersChanged) {
  call("read:zero(count)", 3, buffer, 5);
  EXPECT_EQ(seen[2], 0);
  call("read:plus-one(fd)", 3, buffer, 5);
  EXPECT_EQ(seen[0], 4);
  call("pwrite64:high-half-lost(offset)", 3, buffer, 5, (int64_t{7} << 32) | 9);
  EXPECT_EQ(seen[3], 9);
  call("read:extension-exchanged(count)", 3, buffer, 0x80000000u);
  EXPECT_EQ(seen[2], int64_t{INT32_MIN});
  EXPECT_EQ(call("mmap:extension-exchanged(length)", 0, 0x80000000u, 3, 0x22, -1, 0), -ENOMEM);
  EXPECT_EQ(call("openat:at-fdcwd-as-number(dirfd)", AT_FDCWD, buffer, 0, 0), 0);
  EXPECT_EQ(seen[0], -1);
}

TEST_F(MutantEffect, FlagsDropped) {
  call("openat:drop(flags.O_EXCL)", AT_FDCWD, buffer, O_CREAT | O_EXCL | O_RDWR, 0);
  EXPECT_EQ(seen[2], O_CREAT | O_RDWR);
  call("fcntl:drop(arg.O_NONBLOCK)", 3, F_SETFL, O_NONBLOCK | O_APPEND);
  EXPECT_EQ(seen[2], O_APPEND);
  call("fcntl:drop(arg.O_NONBLOCK)", 3, F_SETPIPE_SZ, 0x4800);
  EXPECT_EQ(seen[2], 0x4800) << "no flags for this command";
  call("dup3:unknown-bits-ignored(flags)", 3, 4, O_CLOEXEC | O_APPEND);
  EXPECT_EQ(seen[2], O_CLOEXEC);
}

TEST_F(MutantEffect, FlagsInStructuresDroppedForTheCallOnly) {
  const abi::pollfd fds[] = {{3, 5, 0}, {4, 1, 0}};
  guest.put(buffer, fds);
  right = [this](const Arguments &arguments) {
    EXPECT_EQ(guest.get<abi::pollfd>(arguments.address(0)).events, 4);
    EXPECT_EQ(guest.get<abi::pollfd>(arguments.address(0) + 8).events, 0);
    guest.put(arguments.address(0) + 6, int16_t{4});
    return 1;
  };
  EXPECT_EQ(call("poll:drop(fds.POLLIN)", buffer, 2, 0), 1);
  EXPECT_EQ(guest.get<abi::pollfd>(buffer).events, 5);
  EXPECT_EQ(guest.get<abi::pollfd>(buffer).revents, 4) << "what the call wrote";
}

TEST_F(MutantEffect, NumbersThatLinuxIgnores) {
  EXPECT_EQ(call("fchmodat:ignored-argument-refused(flags)", AT_FDCWD, buffer, 0, 0), 0);
  EXPECT_EQ(call("fchmodat:ignored-argument-refused(flags)", AT_FDCWD, buffer, 0, 1), -EINVAL);
  const int64_t stale = (int64_t{5} << 32) | buffer;
  EXPECT_EQ(call("prctl:stale-bits-refused(arg2)", 16 /* PR_GET_NAME */, stale, 0, 0, 0), -EFAULT);
  EXPECT_EQ(call("prctl:stale-bits-refused(arg2)", 16, buffer, 0, 0, 0), 0);
}

// --- What is read ------------------------------------------------------------

TEST_F(MutantEffect, InputReadAsZerosForTheCallOnly) {
  guest.put(buffer, "path");
  right = [this](const Arguments &arguments) {
    EXPECT_EQ(guest.get<char>(arguments.address(1)), '\0');
    return 0;
  };
  call("openat:zeros-read(pathname)", AT_FDCWD, buffer, 0, 0);
  EXPECT_EQ(guest.bytes(buffer, 5), std::string("path\0", 5));
}

TEST_F(MutantEffect, NestedPointersLeadNowhere) {
  const abi::iovec vectors[] = {{{buffer}, 4}, {{0}, 0}};
  guest.put(second, vectors);
  right = [this](const Arguments &arguments) {
    EXPECT_GE(guest.get<abi::iovec>(arguments.address(1)).iov_base.address, end);
    EXPECT_EQ(guest.get<abi::iovec>(arguments.address(1) + 8).iov_base.address, 0u);
    return -EFAULT;
  };
  call("writev:nested-untranslated(iov.iov_base)", 1, second, 2);
  EXPECT_EQ(guest.get<abi::iovec>(second).iov_base.address, buffer);
}

TEST_F(MutantEffect, OnlyTheFirstElementRead) {
  call("writev:first-element-read(iov)", 1, second, 3);
  EXPECT_EQ(seen[2], 1);
  const uint32_t groups[] = {5, 6};
  guest.put(buffer, groups);
  right = [this](const Arguments &arguments) {
    EXPECT_EQ(guest.get<uint32_t>(arguments.address(1)), 5u);
    EXPECT_EQ(guest.get<uint32_t>(arguments.address(1) + 4), 0u);
    return 0;
  };
  call("setgroups:first-element-read(list)", 2, buffer);
}

TEST_F(MutantEffect, FieldsReadShifted) {
  guest.put(buffer, abi::rlimit{1, 2});
  right = [this](const Arguments &arguments) {
    EXPECT_EQ(guest.get<abi::rlimit>(arguments.address(1)).rlim_cur, 1u);
    EXPECT_NE(guest.get<abi::rlimit>(arguments.address(1)).rlim_max, 2u);
    return 0;
  };
  call("setrlimit:fields-read-shifted(rlim)", 7, buffer);
  EXPECT_EQ(guest.get<abi::rlimit>(buffer).rlim_max, 2u);
}

// --- What is written ---------------------------------------------------------

TEST_F(MutantEffect, OutputMissing) {
  write(1, "hello", 5);
  EXPECT_EQ(call("read:not-written(buf)", 3, buffer, 5), 5);
  EXPECT_EQ(guest.bytes(buffer, 5), "\xa5\xa5\xa5\xa5\xa5");
  call("read:last-byte-not-written(buf)", 3, buffer, 5);
  EXPECT_EQ(guest.bytes(buffer, 5), "hell\xa5");
  call("read:zeros-written(buf)", 3, buffer, 5);
  EXPECT_EQ(guest.bytes(buffer, 6), std::string("\0\0\0\0\0\xa5", 6));
}

TEST_F(MutantEffect, OutputOfStructures) {
  const abi::rlimit limits{1, 2};
  write(1, std::string(reinterpret_cast<const char *>(&limits), sizeof limits), 0);
  call("getrlimit:last-field-not-written(rlim)", 7, buffer);
  EXPECT_EQ(guest.get<uint64_t>(buffer), 1u);
  EXPECT_EQ(guest.get<uint64_t>(buffer + 8), 0xa5a5a5a5a5a5a5a5u);
  call("getrlimit:shifted-by-one-alignment(rlim)", 7, buffer);
  EXPECT_EQ(guest.get<uint64_t>(buffer), 1u);
  EXPECT_EQ(guest.get<uint64_t>(buffer + 8), 0u);
}

TEST_F(MutantEffect, OneByteTooMany) {
  write(1, "hello", 5);
  call("read:one-byte-too-many(buf)", 3, buffer, 100);
  EXPECT_EQ(guest.bytes(buffer, 5), "hello");
  EXPECT_NE(guest.bytes(buffer + 5, 1), "\xa5");
  EXPECT_EQ(guest.bytes(buffer + 6, 1), "\xa5");
}

TEST_F(MutantEffect, WrittenOnFailure) {
  answer(-EBADF);
  call("read:written-on-failure(buf)", 3, buffer, 2);
  EXPECT_NE(guest.bytes(buffer, 1), "\xa5");
  EXPECT_NE(guest.bytes(buffer + 1, 1), "\xa5");
  EXPECT_EQ(guest.bytes(buffer + 2, 1), "\xa5");
}

TEST_F(MutantEffect, OnlyTheFirstElementWritten) {
  write(0, std::string(8, '\1'), 0);
  call("pipe:first-element-only(pipefd)", buffer);
  EXPECT_EQ(guest.bytes(buffer, 8), "\1\1\1\1\xa5\xa5\xa5\xa5");
}

TEST_F(MutantEffect, VectorsAreOutput) {
  const abi::iovec vectors[] = {{{0x3000}, 2}, {{0x4000}, 8}};
  guest.put(second, vectors);
  right = [this](const Arguments &) {
    guest.put(0x3000, uint16_t{0x6161});
    guest.put(0x4000, uint16_t{0x6262});
    return 4;
  };
  call("readv:first-element-only(iov)", 3, second, 2);
  EXPECT_EQ(guest.bytes(0x3000, 2), "aa");
  EXPECT_EQ(guest.bytes(0x4000, 2), "\xa5\xa5");
  call("readv:one-byte-too-many(iov)", 3, second, 2);
  EXPECT_EQ(guest.bytes(0x4000, 2), "bb");
  EXPECT_NE(guest.bytes(0x4002, 1), "\xa5");
}

TEST_F(MutantEffect, PartsOfAMessage) {
  abi::msghdr header{};
  header.msg_control.address = 0x3000;
  header.msg_controllen = 64;
  guest.put(buffer, header);
  right = [this](const Arguments &arguments) {
    guest.put(0x3000, "control");
    guest.put(arguments.address(1) + 24, uint32_t{7});
    guest.put(arguments.address(1) + 32, int32_t{8});
    return 1;
  };
  call("recvmsg:not-written(msg.msg_controllen)", 3, buffer, 0);
  EXPECT_EQ(guest.get<abi::msghdr>(buffer).msg_controllen, 64u);
  EXPECT_EQ(guest.get<abi::msghdr>(buffer).msg_flags, 8);
  call("recvmsg:not-written(msg)", 3, buffer, 0);
  EXPECT_EQ(guest.get<abi::msghdr>(buffer).msg_controllen, 64u);
  guest.put(0x3000, "-------");
  call("recvmsg:not-written(msg.msg_control)", 3, buffer, 0);
  EXPECT_EQ(guest.bytes(0x3000, 7), "-------");
}

TEST_F(MutantEffect, ArgumentsThatArePointersByCommand) {
  write(2, std::string(8, '\1'), 0);
  call("fcntl:not-written(arg)", 3, 16 /* F_GETOWN_EX */, buffer);
  EXPECT_EQ(guest.get<uint8_t>(buffer), 0xa5);
  call("fcntl:last-field-not-written(arg)", 3, 16, buffer);
  EXPECT_EQ(guest.bytes(buffer, 5), "\1\1\1\1\xa5");
  right = nullptr;
  call("fcntl:zero(arg)", 3, F_SETFD, 1);
  EXPECT_EQ(seen[2], 0);
  call("fcntl:zero(arg)", 3, 16, buffer);
  EXPECT_EQ(seen[2], buffer) << "a pointer for this command";
}

// --- Pointers ----------------------------------------------------------------

TEST_F(MutantEffect, PointersMisjudged) {
  EXPECT_EQ(call("rt_sigprocmask:null-refused(set)", 0, 0, buffer, 8), -EFAULT);
  EXPECT_EQ(call("rt_sigprocmask:null-refused(set)", 0, buffer, 0, 8), 0);
  call("rt_sigprocmask:taken-for-null(set)", 0, buffer, second, 8);
  EXPECT_EQ(seen[1], 0);
  EXPECT_EQ(call("getrlimit:last-byte-refused(rlim)", 7, end - 16), -EFAULT);
  EXPECT_EQ(call("getrlimit:last-byte-refused(rlim)", 7, end - 17), 0);
  call("getrlimit:bounds-check-missing(rlim)", 7, outside);
  EXPECT_EQ(seen[1], end - 16);
  call("getrlimit:bounds-check-missing(rlim)", 7, buffer);
  EXPECT_EQ(seen[1], buffer);
}

} // namespace
} // namespace wali::host::mutants
