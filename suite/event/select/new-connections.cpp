// select reports a TCP socket without a connection as readable and writable, a listener as readable while a
// connection waits, and a connected socket as writable, accepted or not. A socket that is still connecting is
// neither.
// Covers: select TCP listeners, connecting
#include "suite/event/states.h"

void test() { states::new_connections(states::by_select); }
