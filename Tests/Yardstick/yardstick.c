// Serves what the product is measured against, on 127.0.0.1:
//
//   GET anything                    one constant page, byte for byte one of the product's, under the product's headers
//   POST /attempts/N/responses      stores the answer in a form with `place=` and `option=`; 303 once it is on the disk
//
//   yardstick DATABASE PAGE HEADERS PORT     HEADERS holds `Name: value` lines
//   yardstick --statements                   prints the statements it runs
//
// SIGTERM ends it; it then prints how many transactions it took.
#define _GNU_SOURCE
#include "yardstick.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static struct MHD_Response *page, *see_other, *refused;
static int listening;
/// Stands for every GET, which needs no memory of its own.
static struct request page_request;

static void fail(const char *what) {
    fprintf(stderr, "yardstick: %s\n", what);
    exit(3);
}

static enum MHD_Result receive(struct request *request, const char *piece, size_t *size) {
    if (request->length + *size > LONGEST_BODY) return MHD_NO;
    memcpy(request->body + request->length, piece, *size);
    request->length += *size;
    *size = 0;
    return MHD_YES;
}

static int parse(struct request *request, const char *path) {
    const char *place = strstr(request->body, "place="), *option = strstr(request->body, "option=");
    if (sscanf(path, "/attempts/%ld/responses", &request->attempt) != 1 || !place || !option) return 0;
    request->place = strtol(place + strlen("place="), NULL, 10);
    return sscanf(option, "option=%40[^&]", request->option) == 1;
}

static enum MHD_Result answer(void *unused, struct MHD_Connection *connection, const char *path, const char *method,
                              const char *version, const char *piece, size_t *size, void **context) {
    (void)unused, (void)version;
    struct request *request = *context;
    // An answer in the first call, before the end of the request, would make libmicrohttpd close the connection.
    if (!request) {
        *context = request = strcmp(method, "GET") == 0 ? &page_request : calloc(1, sizeof *request);
        if (!request) return MHD_NO;
        if (request != &page_request) request->connection = connection;
        return MHD_YES;
    }
    if (request == &page_request) return MHD_queue_response(connection, MHD_HTTP_OK, page);
    if (*size > 0) return receive(request, piece, size);
    if (atomic_load(&request->is_committed)) return MHD_queue_response(connection, MHD_HTTP_SEE_OTHER, see_other);
    if (request->is_handed_over) return MHD_YES;
    if (!parse(request, path)) return MHD_queue_response(connection, MHD_HTTP_BAD_REQUEST, refused);
    request->is_handed_over = 1;
    MHD_suspend_connection(connection);
    wait_for_commit(request);
    return MHD_YES;
}

static void forget(void *unused, struct MHD_Connection *connection, void **context,
                   enum MHD_RequestTerminationCode reason) {
    (void)unused, (void)connection, (void)reason;
    if (*context != &page_request) free(*context);
    *context = NULL;
}

static char *contents(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) fail(path);
    *size = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*size + 1);
    if (!bytes || fread(bytes, 1, *size, file) != *size) fail(path);
    bytes[*size] = 0;
    fclose(file);
    return bytes;
}

static void make_responses(const char *page_file, const char *header_file) {
    size_t size, ignored;
    char *bytes = contents(page_file, &size);
    page = MHD_create_response_from_buffer(size, bytes, MHD_RESPMEM_PERSISTENT);
    for (char *line = strtok(contents(header_file, &ignored), "\n"); line; line = strtok(NULL, "\n")) {
        char *colon = strstr(line, ": ");
        if (!colon) fail("a header without a colon");
        *colon = 0;
        MHD_add_response_header(page, line, colon + 2);
    }
    see_other = MHD_create_response_from_buffer(0, "", MHD_RESPMEM_PERSISTENT);
    MHD_add_response_header(see_other, "Location", "/attempts/1/items/1");
    MHD_add_response_header(see_other, "Cache-Control", "no-store");
    refused = MHD_create_response_from_buffer(0, "", MHD_RESPMEM_PERSISTENT);
}

/// The product's flags and limits: epoll, two event threads, connections that can be suspended.
static struct MHD_Daemon *start_daemon(void) {
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_NO_LISTEN_SOCKET;
    return MHD_start_daemon(flags, 0, NULL, NULL, answer, NULL, MHD_OPTION_CONNECTION_LIMIT, 256u,
                            MHD_OPTION_CONNECTION_TIMEOUT, 30u, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)24 * 1024,
                            MHD_OPTION_NOTIFY_COMPLETED, forget, NULL, MHD_OPTION_END);
}

/// Connections go to the event threads in turn, as the product's do; the library's own pool would give all that come
/// at once to one thread.
static void *let_in(void *daemons) {
    for (int turn = 0;; turn = !turn) {
        struct sockaddr_storage peer;
        socklen_t size = sizeof peer;
        int connection = accept4(listening, (struct sockaddr *)&peer, &size, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (connection < 0) continue;
        MHD_add_connection(((struct MHD_Daemon **)daemons)[turn], connection, (struct sockaddr *)&peer, size);
    }
    return NULL;
}

static int listen_on(const char *port) {
    static struct MHD_Daemon *daemons[2];
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(port))};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int yes = 1;
    pthread_t doorkeeper;
    listening = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    return (daemons[0] = start_daemon()) && (daemons[1] = start_daemon()) && listening >= 0
           && setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0
           && bind(listening, (struct sockaddr *)&address, sizeof address) == 0 && listen(listening, SOMAXCONN) == 0
           && pthread_create(&doorkeeper, NULL, let_in, daemons) == 0;
}

int main(int count, char **arguments) {
    if (count == 2 && strcmp(arguments[1], "--statements") == 0) return print_statements(), 0;
    if (count != 5) return fputs("yardstick DATABASE PAGE HEADERS PORT\n", stderr), 2;
    sigset_t ending;
    sigemptyset(&ending), sigaddset(&ending, SIGTERM), sigaddset(&ending, SIGINT);
    sigprocmask(SIG_BLOCK, &ending, NULL);

    open_ledger(arguments[1]);
    make_responses(arguments[2], arguments[3]);
    start_writer();
    if (!listen_on(arguments[4])) fail("cannot listen");

    int signal;
    sigwait(&ending, &signal);
    stop_writer();
    close_ledger();
    printf("%lu\n", batches());
    fflush(stdout);
    // No orderly close of connections: every reply that was sent is on the disk.
    _exit(0);
}
