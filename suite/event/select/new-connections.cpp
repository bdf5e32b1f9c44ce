// select tells of TCP sockets that have no connection, that wait for one, and that have got one,
// accepted or not.
// Covers: select TCP listeners, connecting
#include "suite/event/states.h"

void test() { states::new_connections(states::by_select); }
