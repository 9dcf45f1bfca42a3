// One answer as the product stores it: the same statements in the same order, with values of the same kind and size.
#include "yardstick.h"
#include "statements.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_ATTEMPTS 4096

enum {
#define NAME(name, text) name,
    STATEMENTS(NAME)
#undef NAME
    STATEMENT_COUNT
};

static const char *const texts[STATEMENT_COUNT] = {
#define TEXT(name, text) text,
    STATEMENTS(TEXT)
#undef TEXT
};

// As Sources/SQLiteStore/Pragmas.swift has them for the writer; with them, what Database.swift sets for the whole library.
static const char settings[] =
    "PRAGMA busy_timeout = 5000; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
    "PRAGMA temp_store = MEMORY; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
    "PRAGMA recursive_triggers = ON; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 1000;"
    "PRAGMA journal_size_limit = 16777216; PRAGMA cache_size = -4096;";

static sqlite3 *database;
static sqlite3_stmt *statements[STATEMENT_COUNT];
/// What the product computes from the cookie, ready: hashing it is the product's work, not the promise's.
static unsigned char sessions[MOST_ATTEMPTS][32];
/// The log's last entry; read once a batch, as the product does.
static sqlite3_int64 last_event;
static int knows_last_event;
static uint64_t dice = 0x9E3779B97F4A7C15u;

static void must(int holds, const char *what) {
    if (holds) return;
    fprintf(stderr, "yardstick: %s: %s\n", what, database ? sqlite3_errmsg(database) : "no database");
    exit(3);
}

/// Runs a statement to its end or to its first row.
static int run(int name) {
    int code = sqlite3_step(statements[name]);
    must(code == SQLITE_ROW || code == SQLITE_DONE, texts[name]);
    return code == SQLITE_ROW;
}

static void end(int name) {
    sqlite3_reset(statements[name]);
}

static void throw_bytes(unsigned char *bytes, size_t count) {
    for (size_t at = 0; at < count; at++) {
        dice ^= dice << 13, dice ^= dice >> 7, dice ^= dice << 17;
        bytes[at] = (unsigned char)(dice >> 32);
    }
}

static sqlite3_int64 now_in_milliseconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    return (sqlite3_int64)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void read_sessions(void) {
    sqlite3_stmt *all;
    const char *text = "SELECT attempt, digest FROM kioskSession";
    must(sqlite3_prepare_v2(database, text, -1, &all, NULL) == SQLITE_OK, text);
    while (sqlite3_step(all) == SQLITE_ROW) {
        sqlite3_int64 attempt = sqlite3_column_int64(all, 0);
        must(attempt > 0 && attempt < MOST_ATTEMPTS && sqlite3_column_bytes(all, 1) == 32, "too many sessions");
        memcpy(sessions[attempt], sqlite3_column_blob(all, 1), 32);
    }
    sqlite3_finalize(all);
}

void open_ledger(const char *path) {
    must(sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK, "settings of the library");
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE;
    must(sqlite3_open_v2(path, &database, flags, NULL) == SQLITE_OK, path);
    must(sqlite3_exec(database, settings, NULL, NULL, NULL) == SQLITE_OK, "settings");
    for (int name = 0; name < STATEMENT_COUNT; name++) {
        int code = sqlite3_prepare_v3(database, texts[name], -1, SQLITE_PREPARE_PERSISTENT, &statements[name], NULL);
        must(code == SQLITE_OK, texts[name]);
    }
    read_sessions();
}

void begin_batch(void) {
    knows_last_event = 0;
    run(BEGIN), end(BEGIN);
}

void commit_batch(void) {
    run(COMMIT), end(COMMIT);
}

/// Attempt, part and number, the first three arguments of every statement about a place.
static sqlite3_stmt *at_place(int name, const struct request *request) {
    sqlite3_stmt *statement = statements[name];
    sqlite3_bind_int64(statement, 1, request->attempt);
    sqlite3_bind_text(statement, 2, "scored", 6, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 3, request->place);
    return statement;
}

/// The three questions before an answer is taken: whose attempt, which session, which item.
static void find(const struct request *request) {
    must(request->attempt > 0 && request->attempt < MOST_ATTEMPTS, "no such attempt");
    sqlite3_bind_int64(statements[FIND_ATTEMPT], 1, request->attempt);
    must(run(FIND_ATTEMPT), "no such attempt"), end(FIND_ATTEMPT);
    sqlite3_bind_blob(statements[FIND_SESSION], 1, sessions[request->attempt], 32, SQLITE_STATIC);
    must(run(FIND_SESSION), "no such session"), end(FIND_SESSION);
    at_place(FIND_ENTRY, request);
    must(run(FIND_ENTRY), "no such place"), end(FIND_ENTRY);
}

static void respond(const struct request *request, sqlite3_int64 now) {
    unsigned char salt[16];
    throw_bytes(salt, sizeof salt);
    sqlite3_stmt *statement = at_place(RECORD_RESPONSE, request);
    sqlite3_bind_text(statement, 4, request->option, -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 5, 100);
    sqlite3_bind_int64(statement, 6, 1);
    sqlite3_bind_int64(statement, 7, 0);
    sqlite3_bind_blob(statement, 8, salt, sizeof salt, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 9, 0);
    sqlite3_bind_int64(statement, 10, now);
    run(RECORD_RESPONSE), end(RECORD_RESPONSE);
    must(sqlite3_changes(database) == 1, "the answer changed no row");
}

static void log_event(const struct request *request, sqlite3_int64 now) {
    if (!knows_last_event) {
        last_event = run(LAST_EVENT) ? sqlite3_column_int64(statements[LAST_EVENT], 0) : 0;
        end(LAST_EVENT);
        knows_last_event = 1;
    }
    unsigned char digest[32], hash[32];
    char note[40];
    throw_bytes(digest, sizeof digest);
    throw_bytes(hash, sizeof hash);
    int length = snprintf(note, sizeof note, "place=scored-%ld", request->place);
    sqlite3_stmt *statement = statements[ADD_EVENT];
    sqlite3_bind_int64(statement, 1, ++last_event);
    sqlite3_bind_int64(statement, 2, now);
    sqlite3_bind_text(statement, 3, "response-recorded", -1, SQLITE_STATIC);
    sqlite3_bind_int64(statement, 4, request->attempt);
    sqlite3_bind_blob(statement, 5, digest, sizeof digest, SQLITE_STATIC);
    sqlite3_bind_text(statement, 6, note, length, SQLITE_STATIC);
    sqlite3_bind_blob(statement, 7, hash, sizeof hash, SQLITE_STATIC);
    run(ADD_EVENT), end(ADD_EVENT);
}

static void move(const struct request *request, sqlite3_int64 now) {
    sqlite3_stmt *statement = at_place(MOVE_ATTEMPT, request);
    sqlite3_bind_int64(statement, 4, 0);
    sqlite3_bind_int64(statement, 5, now);
    run(MOVE_ATTEMPT), end(MOVE_ATTEMPT);
    must(sqlite3_changes(database) == 1, "the attempt is not in progress");
}

void record(const struct request *request) {
    run(SAVEPOINT), end(SAVEPOINT);
    find(request);
    sqlite3_int64 now = now_in_milliseconds();
    respond(request, now);
    log_event(request, now);
    move(request, now);
    run(RELEASE), end(RELEASE);
}

void close_ledger(void) {
    for (int name = 0; name < STATEMENT_COUNT; name++) sqlite3_finalize(statements[name]);
    sqlite3_close_v2(database);
}

void print_statements(void) {
    for (int name = 0; name < STATEMENT_COUNT; name++) puts(texts[name]);
}
