// wali-wasmtime: runs a WALI program as a shell runs a program.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>

#ifdef __SANITIZE_ADDRESS__ // gcc's, and clang's from 21 on
#include <sanitizer/common_interface_defs.h>
#endif

#include "runners/host/mutants/apply.h"
#include "runners/host/running/process.h"
#include "runners/host/trace/trace.h"
#include "runners/wasmtime/engine.h"
#include "runners/wasmtime/options.h"
#include "runners/wasmtime/start.h"

#ifndef WALI_CTS_VERSION
#define WALI_CTS_VERSION "unknown"
#endif

namespace wali::runner {
namespace {

// Nothing of the guest was run.
constexpr int not_run = 125;

Bytes map_module(const std::string &path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status;
  if (fd < 0 || fstat(fd, &status) != 0)
    throw host::ModuleError(path + ": " + strerror(errno));
  if (!S_ISREG(status.st_mode) || status.st_size == 0) {
    close(fd);
    const char *what = S_ISDIR(status.st_mode)   ? "a directory"
                       : S_ISREG(status.st_mode) ? "an empty file"
                                                 : "not a regular file";
    throw host::ModuleError(path + ": " + what + ", not a WebAssembly module");
  }
  const auto size = static_cast<size_t>(status.st_size);
  void *at = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
  close(fd);
  if (at == MAP_FAILED)
    throw host::ModuleError(path + ": " + strerror(errno));
  return {static_cast<const uint8_t *>(at), size};
}

// The main guest thread gets a stack of the same kind as all others. The process's
// own grows within a limit that the guest may have lowered, or lower.
[[noreturn]] void run_on_own_stack(host::Process &process, size_t bytes) {
  constexpr size_t guard = 65536;
  void *at = mmap(nullptr, guard + bytes, PROT_READ | PROT_WRITE,
                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK | MAP_NORESERVE, -1, 0);
  if (at == MAP_FAILED || mprotect(at, guard, PROT_NONE) != 0)
    throw host::ModuleError("no memory for a stack");
  char *top = static_cast<char *>(at) + guard + bytes;
  void (*enter)(host::Process *) = [](host::Process *process) {
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(nullptr, nullptr, nullptr);
#endif
    process->run();
  };
#ifdef __SANITIZE_ADDRESS__
  __sanitizer_start_switch_fiber(nullptr, static_cast<char *>(at) + guard, bytes);
#endif
  asm volatile("mov %0, %%rsp\n\t"
               "xor %%ebp, %%ebp\n\t"
               "call *%1\n\t"
               "ud2"
               :
               : "r"(top), "r"(enter), "D"(&process)
               : "memory");
  __builtin_unreachable();
}

int list_mutants(abi::Revision revisions) {
  std::string text;
  for (const host::mutants::Mutant &mutant : host::mutants::all_mutants(revisions)) {
    text += mutant.name() + "\t" + mutant.sentence();
    if (!mutant.equivalence().empty())
      text += "\t" + std::string(mutant.equivalence());
    text += "\n";
  }
  return fputs(text.c_str(), stdout) < 0;
}

void become_mutants(const std::vector<std::string> &names) {
  for (const std::string &name : names) {
    const auto mutant = host::mutants::find_mutant(name);
    if (!mutant)
      throw UsageError("no mutant `" + name + "` (--list-mutants prints all)");
    host::mutants::become(*mutant);
  }
}

// The variables by which programs that the guest executes are traced as well.
std::vector<std::string> begin_trace(const Options &options) {
  try {
    return options.is_traced ? host::start_trace(options.trace) : std::vector<std::string>();
  } catch (const std::system_error &error) {
    const std::string where = options.trace.file.empty() ? "--trace: standard error"
                                                         : "--trace-file: " + options.trace.file;
    throw UsageError(where + ": " + strerror(error.code().value()));
  }
}

int run(const Options &options, int argc, char **argv) {
  keep_memory_from_dumps();
  become_mutants(options.mutants);
  const host::SignalSet ignored = host::reserved_ignored_at_start();
  const std::vector<std::string> variables = begin_trace(options);
  const Bytes module = map_module(options.module);
  const Cache cache =
      options.cache ? Cache(Cache::default_directory(), WasmtimeEngine::configuration()) : Cache();
  // Never destroyed: the process ends where its guest does.
  auto &engine = *new WasmtimeEngine();
  try {
    engine.load(module, cache);
    if (options.compile_only)
      return 0;
    engine.link({.revisions = options.revisions,
                 .strict = options.strict,
                 .layer = options.is_traced ? host::trace_call : nullptr,
                 .substitute = options.mutants.empty() ? nullptr : host::mutants::substitute});
  } catch (const host::ModuleError &error) {
    throw host::ModuleError(options.module + ": " + error.what());
  }
  munmap(const_cast<uint8_t *>(module.data()), module.size());
  wipe_start(argc, argv, static_cast<int>(options.arguments.size()),
             options.environment_file.empty());
  add_variables(options.variables);
  forget_trace_variables();
  auto &process = *new host::Process(engine, engine.memory_source(),
                                     {.arguments = options.arguments,
                                      .environment_file = options.environment_file,
                                      .thread_stack_bytes = WasmtimeEngine::thread_stack_bytes,
                                      .reserved_ignored = ignored,
                                      .variables = variables});
  run_on_own_stack(process, WasmtimeEngine::thread_stack_bytes);
}

int complain(const std::string &message) {
  fprintf(stderr, "wali-wasmtime: %s\n", message.c_str());
  return not_run;
}

int main_of(int argc, char **argv) {
  try {
    const Options options = parse_options(argc, argv);
    if (options.help)
      return fputs(usage().c_str(), stdout) < 0;
    if (options.version)
      return printf("wali-wasmtime %s (Wasmtime %s)\n", WALI_CTS_VERSION, WASMTIME_VERSION) < 0;
    if (options.list_mutants)
      return list_mutants(options.revisions);
    return run(options, argc, argv);
  } catch (const host::LinkProblem &problem) {
    return complain(problem.message);
  } catch (const std::exception &error) {
    return complain(error.what());
  }
}

} // namespace
} // namespace wali::runner

int main(int argc, char **argv) { return wali::runner::main_of(argc, argv); }
