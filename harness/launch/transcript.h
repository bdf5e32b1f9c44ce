// The transcript: what the program printed, in a form in which FileCheck sees
// every byte, and how it ended.
#pragma once

#include <string>
#include <string_view>

namespace wali::launch {

// `output` with everything visible that FileCheck folds, trims or skips:
//  - a byte outside printable ASCII: \xHH, or \t, \r, \0
//  - a blank that is first or last in its line, or follows a blank: \x20
//  - an empty line: \n
//  - a last line without its newline: \c after it
//  - a line that reads like one of the endings below: its first byte as \xHH, so
//    that a program cannot print its ending.
// Backslashes stay as they are.
std::string visible(std::string_view output);

// "SIGTERM"; "SIG34" for the numbers without a name.
std::string signal_name(int signal);

// How the program ended, as the transcript's last line says it.
enum class Ending { exited, killed, timeout, flood };

// The last line: nothing for exit status 0; `exit 7`, `killed SIGTERM`, `timeout`
// or `flood`. `number` is the exit status or the signal.
std::string ending_line(Ending ending, int number);

const char *name_of(Ending ending);

} // namespace wali::launch
