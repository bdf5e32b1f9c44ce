// All that a program includes. It defines `void test()`.
#pragma once

#include "wali/message.h"
#include "wali/process.h"

using namespace wali;

// The program. Returning ends it with status 0.
void test();
