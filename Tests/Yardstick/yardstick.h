// The yardstick: the least a C program must do to keep the promise that the product keeps, on the same libraries, with
// the same statements and the same sync. What the product does beyond it is the price of the product.
#pragma once

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#define LONGEST_BODY 1023

struct MHD_Connection;

/// One POST from its first byte to its reply. Between `wait_for_commit` and `is_committed` it belongs to the writer.
struct request {
    struct MHD_Connection *connection;
    struct request *next;
    long attempt;
    long place;
    char option[41];
    int is_handed_over;
    atomic_int is_committed;
    size_t length;
    char body[LONGEST_BODY + 1];
};

// ledger.c: the database, for one thread.

/// Opens a file that the product has made, with the product's settings, and prepares its statements. Ends the program
/// with a sentence where anything is not as expected.
void open_ledger(const char *path);
void begin_batch(void);
/// Stores one answer in a savepoint of the batch.
void record(const struct request *request);
/// Returns after the sync.
void commit_batch(void);
void close_ledger(void);
/// Every statement on a line of its own, so that the bench can look each up in the product's source.
void print_statements(void);

// group.c: the one writer thread.

void start_writer(void);
/// Queues a request whose connection is suspended; it is resumed once its answer is on the disk.
void wait_for_commit(struct request *request);
/// Stores what waits, then ends.
void stop_writer(void);
unsigned long batches(void);
