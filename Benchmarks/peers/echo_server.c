// An LSP server that answers every request with a message of the same size and the same id.
//
// "method" has as many letters as "origin", and "params" as many as "result", so a request becomes its answer in place.
// Messages without an id before their parameters are notifications and get no answer; `exit` ends the server.
#define _GNU_SOURCE
#include "framing.h"

int main(void) {
    struct inbox inbox = {.fd = 0};
    struct message message;
    while (next_message(&inbox, &message)) {
        char *params = memmem(message.body, message.length, "\"params\"", 8);
        size_t envelope = params ? (size_t)(params - message.body) : message.length;
        char *method = memmem(message.body, envelope, "\"method\"", 8);
        if (!method) continue;
        if (memmem(message.body, envelope, "\"exit\"", 6)) return 0;
        if (!memmem(message.body, envelope, "\"id\"", 4)) continue;
        memcpy(method, "\"origin\"", 8);
        if (params) memcpy(params, "\"result\"", 8);
        size_t whole = (size_t)(message.body - message.frame) + message.length;
        if (write_all(1, message.frame, whole)) return 1;
    }
    return 0;
}
