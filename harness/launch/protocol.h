// What the keeper tells the supervisor: one message, one packet.
#pragma once

namespace wali::launch {

// The keeper's messages. The supervisor's only message to the keeper is one byte,
// or the end of the connection: kill everything now.
struct Message {
  enum class Kind {
    refused,     // the kernel refuses a step of the isolation: `step`, `error`
    not_started, // the engine could not be executed: `step`, `error`
    ended,       // the engine ended and nothing of it is left: the other fields
  };
  Kind kind = Kind::ended;
  int error = 0;          // an errno value
  char step[160] = {};    // what was tried
  int wait_status = 0;    // the engine's, as wait4 gives it
  double seconds = 0;     // from its start to its end
  double processor = 0;   // seconds of processor time, its processes' together
  unsigned leftover = 0;  // processes killed after its end
  bool survivors = false; // some processes could not be killed
};

// Sends the message. It is not an error if the supervisor is gone.
void send(int control, const Message &message);

// Sends a message about `step`, which failed with `error`.
void send_failure(int control, Message::Kind kind, const char *step, int error);

} // namespace wali::launch
