// Group commit: requests wait, suspended, while one thread stores all that have gathered in one transaction.
#include "yardstick.h"

#include <microhttpd.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_t thread;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t filled = PTHREAD_COND_INITIALIZER;
static struct request *first, **last = &first;
static int is_ending;
static unsigned long batch_count;

/// Everything that waits, oldest first; NULL once there is nothing and nothing will come.
static struct request *take(void) {
    pthread_mutex_lock(&lock);
    while (!first && !is_ending) pthread_cond_wait(&filled, &lock);
    struct request *batch = first;
    first = NULL, last = &first;
    pthread_mutex_unlock(&lock);
    return batch;
}

static void *write_batches(void *unused) {
    (void)unused;
    for (struct request *batch; (batch = take());) {
        begin_batch();
        for (struct request *request = batch; request; request = request->next) record(request);
        commit_batch();
        batch_count++;
        for (struct request *request = batch, *next; request; request = next) {
            // The event thread may free the request as soon as its connection goes on.
            next = request->next;
            struct MHD_Connection *connection = request->connection;
            atomic_store(&request->is_committed, 1);
            MHD_resume_connection(connection);
        }
    }
    return NULL;
}

void start_writer(void) {
    if (pthread_create(&thread, NULL, write_batches, NULL) == 0) return;
    fputs("yardstick: no thread for the writer\n", stderr);
    exit(3);
}

void wait_for_commit(struct request *request) {
    pthread_mutex_lock(&lock);
    *last = request, last = &request->next;
    pthread_cond_signal(&filled);
    pthread_mutex_unlock(&lock);
}

void stop_writer(void) {
    pthread_mutex_lock(&lock);
    is_ending = 1;
    pthread_cond_signal(&filled);
    pthread_mutex_unlock(&lock);
    pthread_join(thread, NULL);
}

unsigned long batches(void) {
    return batch_count;
}
