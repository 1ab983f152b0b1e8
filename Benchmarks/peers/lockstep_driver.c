// The least a lockstep replay can be: sends what a plan says, when it says so, and judges nothing.
//
//     lockstep_driver PLAN COMMAND [ARG…]
//
// A planned request that the server does not make this time goes unanswered after a while, and one that is not in the plan
// is answered with null, so that no run hangs. What the server did by itself is waited for with a patience that each
// disappointment halves, as in Sources/Replay/Session/Background.swift. All is counted; the counts go to standard output.
#define _GNU_SOURCE
#include <pthread.h>

#include "envelope.h"
#include "background.h"
#include "framing.h"
#include "plan.h"

#define ANSWER_LIMIT_SECONDS 60
#define REQUEST_LIMIT_SECONDS 2
#define MOST_REQUESTS 65536

struct request {
    char *method, *id;
    long long ordinal;
    int answered;
};

static struct child server;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t arrival = PTHREAD_COND_INITIALIZER;
static char **awaited;            // all ids of `await` steps, sorted
static char *answered;            // one flag for each of them
static size_t awaited_count;
static struct request *requests;  // of the server, in the order they came
static size_t request_count;
static struct request *planned;   // those the plan has replies to
static size_t planned_count;
static int ended, unmade, surplus, missed, disappointments;

static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void note_answer(struct text id) {
    char *key = strndup(id.start, id.length);
    char **found = bsearch(&key, awaited, awaited_count, sizeof *awaited, by_text);
    if (found) answered[found - awaited] = 1;
    free(key);
}

static void note_request(struct envelope envelope) {
    if (request_count == MOST_REQUESTS) fail("too many requests by the server");
    struct request request = {.method = strndup(envelope.method.start + 1, envelope.method.length - 2),
                              .id = strndup(envelope.id.start, envelope.id.length)};
    for (size_t i = 0; i < request_count; i++) request.ordinal += !strcmp(requests[i].method, request.method);
    requests[request_count++] = request;
}

static void *listen_to_server(void *unused) {
    struct inbox inbox = {.fd = server.output};
    struct message message;
    while (next_message(&inbox, &message)) {
        struct envelope envelope = read_envelope(message.body, message.length);
        pthread_mutex_lock(&lock);
        if (!envelope.id.length) note_notification(envelope.method, (struct text){message.body, message.length});
        else if (envelope.method.length) note_request(envelope);
        else note_answer(envelope.id);
        pthread_cond_signal(&arrival);
        pthread_mutex_unlock(&lock);
    }
    pthread_mutex_lock(&lock);
    ended = 1;
    pthread_cond_signal(&arrival);
    pthread_mutex_unlock(&lock);
    return unused;
}

static void say(const char *bytes, size_t length) {
    if (write_all(server.input, bytes, length)) fail("writing to the server");
}

static void answer(struct request *request, struct text before, struct text after) {
    char head[64];
    size_t id_length = strlen(request->id);
    request->answered = 1;
    int head_length = sprintf(head, "Content-Length: %zu\r\n\r\n", before.length + id_length + after.length);
    say(head, (size_t)head_length);
    say(before.start, before.length);
    say(request->id, id_length);
    say(after.start, after.length);
}

static void answer_surplus(void) {
    static const char start[] = "{\"jsonrpc\":\"2.0\",\"id\":", end[] = ",\"result\":null}";
    struct text before = {start, sizeof start - 1}, after = {end, sizeof end - 1};
    for (size_t i = 0; i < request_count; i++) {
        long long known = 0;
        for (size_t j = 0; j < planned_count; j++)
            if (!strcmp(planned[j].method, requests[i].method)) known = planned[j].ordinal + 1;
        if (requests[i].answered || requests[i].ordinal < known) continue;
        answer(&requests[i], before, after);
        surplus++;
    }
}

// Waits, with the lock held, until `ready` finds what it looks for; NULL when the time is over or the server is gone.
static void *wait_for(void *(*ready)(struct step *), struct step *step, long long microseconds) {
    struct timespec limit;
    clock_gettime(CLOCK_REALTIME, &limit);
    long long nanoseconds = limit.tv_nsec + microseconds * 1000;
    limit.tv_sec += nanoseconds / 1000000000;
    limit.tv_nsec = nanoseconds % 1000000000;
    for (;;) {
        void *found = ready(step);
        if (found || ended) return found;
        answer_surplus();
        if (pthread_cond_timedwait(&arrival, &lock, &limit) == ETIMEDOUT) return ready(step);
    }
}

static void *find_answer(struct step *step) {
    char **found = bsearch(&step->name, awaited, awaited_count, sizeof *awaited, by_text);
    return found && answered[found - awaited] ? found : NULL;
}

static void *find_request(struct step *step) {
    for (size_t i = 0; i < request_count; i++)
        if (requests[i].ordinal == step->ordinal && !strcmp(requests[i].method, step->name)) return &requests[i];
    return NULL;
}

// The lines of a background step stand behind it in the plan.
static void *find_background(struct step *step) {
    for (size_t i = 1; i <= step->before; i++)
        if (!has_happened(step[i].kind, step[i].name, step[i].ordinal)) return NULL;
    return step;
}

static void wait_for_background(struct step *step) {
    if (find_background(step)) return;
    if (wait_for(find_background, step, background_patience(step->ordinal, disappointments))) {
        if (disappointments > 0) disappointments--;
    } else {
        disappointments++;
        missed++;
    }
}

static void index_plan(struct step *steps, size_t count) {
    awaited = calloc(count + 1, sizeof *awaited);
    answered = calloc(count + 1, 1);
    planned = calloc(count + 1, sizeof *planned);
    requests = calloc(MOST_REQUESTS, sizeof *requests);
    if (!awaited || !answered || !planned || !requests) fail("calloc");
    for (size_t i = 0; i < count; i++) {
        if (steps[i].kind == 'a') awaited[awaited_count++] = steps[i].name;
        if (steps[i].kind == 'r')
            planned[planned_count++] = (struct request){.method = steps[i].name, .ordinal = steps[i].ordinal};
    }
    qsort(awaited, awaited_count, sizeof *awaited, by_text);
}

static void await_answer(struct step *step) {
    if (wait_for(find_answer, step, ANSWER_LIMIT_SECONDS * 1000000ll)) return;
    fprintf(stderr, "no answer to request %s\n", step->name);
    exit(3);
}

static void reply(struct step *step) {
    struct request *request = wait_for(find_request, step, REQUEST_LIMIT_SECONDS * 1000000ll);
    struct text before = {step->bytes, step->before}, after = {step->bytes + step->before, step->after};
    if (request) answer(request, before, after);
    else unmade++;
}

static void write_file(struct step *step) {
    int file = open(step->name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0 || write_all(file, step->bytes, step->before)) fail(step->name);
    close(file);
}

static void perform(struct step *step) {
    if (step->kind == 's') return say(step->bytes, step->before);
    if (step->kind == 'w') return write_file(step);
    pthread_mutex_lock(&lock);
    if (step->kind == 'a') await_answer(step);
    if (step->kind == 'r') reply(step);
    if (step->kind == 'b') wait_for_background(step);
    if (step->kind == 't') touch_document(step->name);
    pthread_mutex_unlock(&lock);
}

int main(int count, char **arguments) {
    if (count < 3) return fputs("usage: lockstep_driver PLAN COMMAND [ARG...]\n", stderr), 64;
    size_t step_count;
    struct step *steps = read_plan(arguments[1], &step_count);
    index_plan(steps, step_count);
    server = spawn_child(arguments + 2);
    pthread_t listener;
    if (pthread_create(&listener, NULL, listen_to_server, NULL)) fail("pthread_create");
    for (size_t i = 0; i < step_count; i++) perform(&steps[i]);
    close(server.input);
    pthread_join(listener, NULL);
    int status = wait_child(server.pid);
    printf("{\"steps\":%zu,\"unmade\":%d,\"surplus\":%d,\"missed\":%d,\"status\":%d}\n", step_count, unmade, surplus,
           missed, status);
    return 0;
}
