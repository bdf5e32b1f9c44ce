// Linking: which imports are offered, with which types.
#include "runners/host/linking/link.h"

#include <gtest/gtest.h>

#include "runners/host/tests/fake_guest.h"

namespace wali::host {
namespace {

using Types = std::vector<ValueType>;
constexpr ValueType i32 = ValueType::i32, i64 = ValueType::i64, f64 = ValueType::other;
using Extension = Binding::Extension;

ImportRequest function(const std::string &name, Types parameters, Types results) {
  return {.module = "wali",
          .name = name,
          .is_function = true,
          .parameters = std::move(parameters),
          .results = std::move(results)};
}

Binding bind(const ImportRequest &request, const LinkOptions &options = {}) {
  Binding binding;
  bind_import(request, options, binding);
  return binding;
}

std::string refusal(const ImportRequest &request, const LinkOptions &options = {}) {
  try {
    bind(request, options);
  } catch (const LinkProblem &problem) {
    return problem.message;
  }
  return "none";
}

TEST(Link, ReadsEachArgumentAsTheTableSays) {
  const Binding binding = bind(function("SYS_mmap", {i32, i32, i32, i32, i32, i64}, {i64}));
  EXPECT_EQ(binding.import.call->name, "mmap");
  EXPECT_NE(binding.import.handler, nullptr);
  EXPECT_EQ(binding.layer, nullptr);
  EXPECT_EQ(binding.parameter_count, 6);
  EXPECT_EQ(binding.extensions[0], Extension::zero); // an address
  EXPECT_EQ(binding.extensions[1], Extension::zero); // a size
  EXPECT_EQ(binding.extensions[4], Extension::descriptor);
  EXPECT_EQ(binding.extensions[5], Extension::none); // an offset, wide already
}

TEST(Link, OffersBothRevisionsTypes) {
  const ImportRequest narrow = function("SYS_poll", {i32, i32, i32}, {i64});
  const ImportRequest wide = function("SYS_poll", {i32, i64, i32}, {i64});
  EXPECT_EQ(bind(narrow).extensions[1], Extension::zero);
  EXPECT_EQ(bind(wide).extensions[1], Extension::none);
  const LinkOptions libc{.revisions = abi::Revision::libc};
  const LinkOptions spec{.revisions = abi::Revision::spec2026};
  EXPECT_EQ(refusal(narrow, libc), "none");
  EXPECT_NE(refusal(wide, libc), "none");
  EXPECT_NE(refusal(narrow, spec), "none");
  EXPECT_EQ(refusal(wide, spec), "none");
}

TEST(Link, NamesOfTheOtherRevisionAreOutside) {
  const ImportRequest alarm = function("SYS_alarm", {i32}, {i64});
  EXPECT_NE(bind(alarm).import.call, nullptr);
  EXPECT_EQ(bind(alarm, {.revisions = abi::Revision::spec2026}).import.call, nullptr);
}

TEST(Link, ExitLinksWithAndWithoutResult) {
  EXPECT_EQ(bind(function("SYS_exit", {i32}, {i64})).result, Binding::Result::i64);
  EXPECT_EQ(bind(function("SYS_exit", {i32}, {})).result, Binding::Result::none);
  EXPECT_NE(refusal(function("SYS_close", {i32}, {})), "none");
}

TEST(Link, TypesThatNoRevisionHasAreRefused) {
  EXPECT_EQ(
      refusal(function("SYS_close", {i64}, {i64})),
      "import wali.SYS_close has the type (i64) -> (i64), which it has in no offered revision of "
      "WALI: it is (i32) -> (i64)");
  EXPECT_NE(refusal(function("SYS_close", {i32, i32}, {i64})), "none");
  EXPECT_NE(refusal(function("SYS_close", {i32}, {f64})), "none");
  EXPECT_NE(refusal(function("SYS_close", {i32}, {i32, i32})), "none");
  EXPECT_NE(refusal(function("__cl_get_argc", {}, {i64})), "none");
}

TEST(Link, ResultsOf32BitsLinkInTheRevisionThatCratesHaveThemIn) {
  const ImportRequest close = function("SYS_close", {i32}, {i32});
  EXPECT_EQ(bind(close).result, Binding::Result::i32);
  EXPECT_EQ(bind(close, {.revisions = abi::Revision::libc, .strict = true}).result,
            Binding::Result::i32);
  EXPECT_EQ(bind(function("SYS_exit", {i32}, {i32})).result, Binding::Result::i32);
  EXPECT_NE(refusal(close, {.revisions = abi::Revision::spec2026}), "none");
  EXPECT_NE(refusal(function("SYS_gettimeofday", {i32, i32}, {i32})), "none");
}

TEST(Link, StartImportsAreI32) {
  const Binding binding = bind(function("__cl_copy_argv", {i32, i32}, {i32}));
  EXPECT_EQ(binding.import.call, nullptr);
  EXPECT_EQ(binding.result, Binding::Result::i32);
  EXPECT_EQ(binding.parameter_count, 2);
}

TEST(Link, CallsOutsideTheUniverseLinkWhateverTheirType) {
  const ImportRequest unknown = function("SYS_epoll_wait", {i32, i32, i32, f64}, {i64});
  const Binding binding = bind(unknown);
  ASSERT_NE(binding.layer, nullptr);
  EXPECT_EQ(binding.parameter_count, 0);
  EXPECT_EQ(refusal(unknown, {.strict = true}), "import wali.SYS_epoll_wait is outside WALI");
}

TEST(Link, SetjmpReturnsZeroFirst) {
  for (const char *name : {"setjmp", "_setjmp", "sigsetjmp"}) {
    const Binding binding = bind(function(name, {i32}, {i32}), {.strict = true});
    EXPECT_EQ(binding.result, Binding::Result::i32);
    EXPECT_EQ(binding.layer(FakeGuest::instance().thread(), binding.import, {}), 0) << name;
  }
  for (const char *name : {"longjmp", "_longjmp"})
    EXPECT_EQ(refusal(function(name, {i32, i32}, {}), {.strict = true}), "none") << name;
}

TEST(Link, OtherImportsAreMissingOrRefused) {
  EXPECT_EQ(refusal(function("no_such_thing", {}, {})), "missing import: wali.no_such_thing");
  ImportRequest other = function("SYS_close", {i32}, {i64});
  other.module = "env";
  EXPECT_EQ(refusal(other), "import env.SYS_close is not of the module `wali`");
  ImportRequest global = function("SYS_close", {}, {});
  global.is_function = false;
  EXPECT_EQ(refusal(global), "import wali.SYS_close is not a function");
}

TEST(Link, ALayerStandsBeforeEveryImport) {
  const Layer layer = [](Thread &, const Import &, const Arguments &) -> int64_t { return 7; };
  EXPECT_EQ(bind(function("SYS_getpid", {}, {i64}), {.layer = layer}).layer, layer);
  EXPECT_EQ(bind(function("__init", {}, {i32}), {.layer = layer}).layer, layer);
  for (const char *name : {"setjmp", "SYS_no_such_call"}) {
    const Binding binding = bind(function(name, {i32}, {i32}), {.layer = layer});
    EXPECT_EQ(binding.layer, layer) << name;
    EXPECT_EQ(describe(binding.import), nullptr);
    EXPECT_NE(binding.import.outside, nullptr) << "what the layer asks for an answer";
  }
}

TEST(Link, EveryStartImportIsDescribed) {
  for (const StartImport &import : start_imports()) {
    const abi::Syscall *call = describe({nullptr, import.handler, import.name});
    ASSERT_NE(call, nullptr) << import.name;
    EXPECT_EQ(call->params.size(), import.parameters) << import.name;
  }
}

TEST(Link, EveryCallOfTheTableHasAHandler) {
  for (size_t index = 0; index < abi::call_count; ++index)
    EXPECT_NE(find_handler(static_cast<abi::Call>(index)), nullptr) << abi::syscalls()[index].name;
}

} // namespace
} // namespace wali::host
