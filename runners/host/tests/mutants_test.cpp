// The list of mutants: which calls have which, and what they are called.
#include "runners/host/mutants/mutant.h"

#include "runners/host/mutants/facts.h"
#include "runners/host/mutants/operators.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace wali::host::mutants {
namespace {

std::set<std::string> names_of(std::string_view call) {
  std::set<std::string> names;
  const abi::Syscall *syscall = abi::find_syscall(call);
  for (const Mutant &mutant : mutants_of(*syscall))
    names.insert(mutant.name().substr(mutant.name().find(':') + 1));
  return names;
}

TEST(MutantList, EveryCallHasMutants) {
  for (const abi::Syscall &call : abi::syscalls())
    EXPECT_FALSE(mutants_of(call).empty()) << call.name;
}

TEST(MutantList, NamesAreUniqueWordsWithoutBlanks) {
  std::set<std::string> seen;
  for (const Mutant &mutant : all_mutants(abi::Revision::both)) {
    EXPECT_TRUE(seen.insert(mutant.name()).second) << mutant.name();
    EXPECT_EQ(mutant.name().find_first_of(" \t\n"), std::string::npos) << mutant.name();
  }
}

TEST(MutantList, SentencesAreOneLineWithNoBlankLeft) {
  for (const Mutant &mutant : all_mutants(abi::Revision::both)) {
    const std::string sentence = mutant.sentence();
    EXPECT_FALSE(sentence.empty()) << mutant.name();
    EXPECT_EQ(sentence.find_first_of("\t\n{}"), std::string::npos) << sentence;
  }
}

TEST(MutantList, EachIsFoundByItsName) {
  for (const Mutant &mutant : all_mutants(abi::Revision::both)) {
    const auto found = find_mutant(mutant.name());
    ASSERT_TRUE(found) << mutant.name();
    EXPECT_EQ(found->name(), mutant.name());
    EXPECT_EQ(found->op, mutant.op);
    EXPECT_EQ(found->sentence(), mutant.sentence());
  }
}

TEST(MutantList, UnknownNamesAreNotFound) {
  for (const char *name : {"", "read", "read:", ":return-zero", "read:no-such", "reed:return-zero",
                           "read:zero(buf)", "read:zero(fd", "read:return-zero(fd)", "all",
                           "all:", "all:no-such", "all:errno-positive(fd)"})
    EXPECT_FALSE(find_mutant(name)) << name;
}

TEST(MutantList, RevisionsOfferTheirOwnCalls) {
  const auto calls_in = [](abi::Revision revision) {
    std::set<std::string> calls;
    for (const Mutant &mutant : all_mutants(revision))
      calls.emplace(mutant.call_name());
    return calls;
  };
  const auto libc = calls_in(abi::Revision::libc), spec = calls_in(abi::Revision::spec2026);
  EXPECT_TRUE(libc.contains("alarm"));
  EXPECT_FALSE(spec.contains("alarm"));
  EXPECT_FALSE(libc.contains("gettimeofday"));
  EXPECT_TRUE(spec.contains("gettimeofday"));
  EXPECT_TRUE(libc.contains("fstatat"));
  EXPECT_TRUE(spec.contains("fstatat"));
  EXPECT_FALSE(spec.contains("newfstatat"));
}

TEST(MutantList, APlaceOfOneRevisionIsListedThere) {
  const auto has = [](abi::Revision revision, std::string_view name) {
    return std::ranges::any_of(all_mutants(revision),
                               [&](const Mutant &mutant) { return mutant.name() == name; });
  };
  EXPECT_TRUE(has(abi::Revision::both, "fcntl:stale-bits-refused(arg)"));
  EXPECT_TRUE(has(abi::Revision::spec2026, "fcntl:stale-bits-refused(arg)"));
  EXPECT_FALSE(has(abi::Revision::libc, "fcntl:stale-bits-refused(arg)")) << "32 bits there";
  EXPECT_TRUE(has(abi::Revision::libc, "prctl:stale-bits-refused(arg2)"));
}

TEST(MutantList, OperatorsFollowFromParameterKinds) {
  const auto read = names_of("read");
  for (const char *name : {"return-zero", "enosys", "zero(fd)", "plus-one(count)",
                           "extension-exchanged(count)", "not-written(buf)", "zeros-written(buf)",
                           "one-byte-too-many(buf)", "bounds-check-missing(buf)"})
    EXPECT_TRUE(read.contains(name)) << name;
  EXPECT_FALSE(read.contains("zeros-read(buf)"));
  EXPECT_FALSE(read.contains("null-refused(buf)"));
  EXPECT_FALSE(read.contains("extension-exchanged(fd)")) << "an int to Linux";

  const auto openat = names_of("openat");
  for (const char *name : {"drop(flags.O_EXCL)", "drop(flags.O_TMPFILE)", "zeros-read(pathname)",
                           "at-fdcwd-as-number(dirfd)", "own-descriptor-table"})
    EXPECT_TRUE(openat.contains(name)) << name;

  const auto fstat = names_of("fstat");
  EXPECT_TRUE(fstat.contains("last-field-not-written(statbuf)"));
  EXPECT_TRUE(fstat.contains("shifted-by-one-alignment(statbuf)"));
  EXPECT_TRUE(names_of("pwrite64").contains("high-half-lost(offset)"));
  EXPECT_TRUE(names_of("rt_sigaction").contains("drop(act.SA_RESTART)"));
  EXPECT_TRUE(names_of("recvmsg").contains("not-written(msg.msg_flags)"));
}

TEST(MutantList, WhatCannotDifferIsNotThere) {
  EXPECT_FALSE(names_of("getpid").contains("any-error-eio")) << "it always succeeds";
  EXPECT_FALSE(names_of("exit").contains("result-plus-one")) << "it does not return";
  EXPECT_FALSE(names_of("execve").contains("result-plus-one")) << "nor does this, on success";
  EXPECT_FALSE(names_of("brk").contains("return-zero")) << "its answer is 0";
  EXPECT_FALSE(names_of("rt_sigprocmask").contains("extension-exchanged(sigsetsize)"));
  EXPECT_FALSE(names_of("dup3").contains("drop(flags.O_EXCL)")) << "Linux refuses it there";
  EXPECT_FALSE(names_of("uname").contains("written-on-failure(buf)"));
}

TEST(MutantList, RulesNameMutantsThatExist) {
  size_t equivalent = 0;
  for (const Mutant &mutant : all_mutants(abi::Revision::both))
    equivalent += !mutant.equivalence().empty();
  EXPECT_EQ(equivalent, equivalence_rules());
}

TEST(MutantList, EveryOperatorAppliesSomewhere) {
  std::map<const Operator *, size_t> uses;
  for (const Mutant &mutant : all_mutants(abi::Revision::both))
    ++uses[mutant.op];
  for (const Operator *op : all_operators()) {
    EXPECT_GT(uses[op], 0u) << op->name;
    EXPECT_EQ(op->make == nullptr, op->fault != Fault::none) << op->name;
  }
}

// --- Facts -------------------------------------------------------------------

TEST(MutantFacts, FlagsAreSingleBits) {
  const auto flags = flags_of(abi::sets::open_flags);
  std::map<std::string_view, uint64_t> bits;
  for (const Flag &flag : flags)
    bits[flag.name] = flag.bits;
  EXPECT_EQ(bits["O_EXCL"], 0200u);
  EXPECT_EQ(bits["O_SYNC"], 04000000u) << "without O_DSYNC";
  EXPECT_EQ(bits["O_TMPFILE"], 020000000u) << "without O_DIRECTORY";
  EXPECT_FALSE(bits.contains("O_RDONLY"));
}

TEST(MutantFacts, StructuresLoseTheirPadding) {
  const Structure *stat = find_structure("stat");
  ASSERT_NE(stat, nullptr);
  EXPECT_EQ(stat->fields.back().name, "st_ctim");
  EXPECT_EQ(stat->alignment(), 4u);
  EXPECT_EQ(find_structure("timespec")->alignment(), 8u);
  EXPECT_EQ(find_structure("epoll_event")->alignment(), 4u);
  EXPECT_EQ(find_structure("nothing"), nullptr);
}

TEST(MutantFacts, EveryKnownFlagIsOneOfItsSet) {
  for (const FlagField &field : flag_fields()) {
    const abi::Syscall *call = abi::find_syscall(field.call);
    ASSERT_NE(call, nullptr) << field.call;
    EXPECT_TRUE(std::ranges::any_of(
        call->params, [&](const abi::Param &param) { return param.name == field.param; }))
        << field.call << " " << field.param;
    const auto flags = flags_of(*field.set);
    for (std::string_view name : field.names)
      EXPECT_TRUE(std::ranges::any_of(flags, [&](const Flag &flag) { return flag.name == name; }))
          << name;
  }
}

} // namespace
} // namespace wali::host::mutants
