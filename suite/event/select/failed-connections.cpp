// select reports a TCP connection that was refused or reset as readable and writable, even after SO_ERROR is read.
// Covers: select connections that failed
#include "suite/event/states.h"

void test() { states::failed_connections(states::by_select); }
