// TCP_NODELAY and TCP_CORK are on for every value but 0, and getsockopt returns 1. Neither changes the other.
// TCP_QUICKACK can be switched off and on.
// Covers: setsockopt TCP_NODELAY, TCP_CORK, TCP_QUICKACK
// Covers: getsockopt TCP_NODELAY, TCP_CORK, TCP_QUICKACK
#include "suite/network/setsockopt/bounds.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  for (int value : {0, 1})
    report_set("TCP_QUICKACK", socket, SOL_TCP, TCP_QUICKACK, value);
  for (int value : {7, 0, -1}) {
    report_set("TCP_CORK", socket, SOL_TCP, TCP_CORK, value);
    report_option("getsockopt TCP_NODELAY", socket, SOL_TCP, TCP_NODELAY);
  }
  for (int value : {7, 0, -1}) {
    report_set("TCP_NODELAY", socket, SOL_TCP, TCP_NODELAY, value);
    report_option("getsockopt TCP_CORK", socket, SOL_TCP, TCP_CORK);
  }
}
