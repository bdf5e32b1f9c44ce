// What a build with -DWALI_CTS_SANITIZE asks of the sanitizers' run-time libraries.
extern "C" {

// The engine lives until the process ends: what it holds then is no leak.
const char *__asan_default_options() { return "detect_leaks=0"; }

// A finding must show: the guest's end is not the run-time library's. The guest's
// fork is Linux's, with several threads too.
const char *__tsan_default_options() { return "halt_on_error=1:die_after_fork=0"; }

const char *__ubsan_default_options() { return "print_stacktrace=1"; }
}
