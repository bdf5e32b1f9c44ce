// ppoll reports POLLERR and POLLHUP for a TCP connection that was refused or reset. Reading SO_ERROR clears POLLERR
// but not POLLHUP.
// Covers: ppoll connections that failed
#include "suite/event/states.h"

void test() { states::failed_connections(states::by_ppoll); }
