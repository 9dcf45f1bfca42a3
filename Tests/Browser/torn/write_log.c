/* Preloaded below the server: notes every write, truncation, sync, renaming and removal in one folder, in their order.
 *
 * WRITE_LOG_FOLDER  the folder looked at; WRITE_LOG_FILE  where the notes go, outside of it
 * WRITE_LOG_NORMAL  set: SQLite is told `synchronous = NORMAL`, and that it says FULL: the control that must lose
 *
 * A note, little-endian: operation (1), bytes of name (1), offset (8), bytes of payload (4), name, payload.
 *   'W' payload at offset · 'T' cut or grown to offset · 'S' all that stood in the log before offset is on the disk
 *   'R' renamed to the payload · 'U' removed
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 1024
static char *names[FILES]; /* of open files in the folder */
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static int log_file = -1;
static uint64_t log_size;
static const char *folder;
static size_t folder_length;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  folder = getenv("WRITE_LOG_FOLDER");
  const char *path = getenv("WRITE_LOG_FILE");
  if (!folder || !path) return;
  folder_length = strlen(folder);
  log_file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  off_t end = syscall(SYS_lseek, log_file, 0, SEEK_END);
  log_size = end > 0 ? (uint64_t)end : 0;
}

static const char *inside(const char *path) {
  if (log_file < 0 || strncmp(path, folder, folder_length) != 0 || path[folder_length] != '/') return NULL;
  return path + folder_length + 1;
}

static const char *name_of(int fd) { return fd >= 0 && fd < FILES ? names[fd] : NULL; }

/* Called with the gate closed, so that notes and what they tell of have one order. */
static void note(char operation, const char *name, uint64_t offset, const void *payload, uint32_t length) {
  uint8_t head[14] = {(uint8_t)operation, (uint8_t)strlen(name)};
  memcpy(head + 2, &offset, 8);
  memcpy(head + 10, &length, 4);
  struct iovec parts[3] = {{head, 14}, {(void *)name, head[1]}, {(void *)payload, length}};
  ssize_t written = syscall(SYS_writev, log_file, parts, length ? 3 : 2);
  if (written != (ssize_t)(14 + head[1] + length)) abort(); /* a log with a hole would prove nothing */
  log_size += (uint64_t)written;
}

static int opened(int fd, const char *path) {
  const char *name = fd >= 0 && fd < FILES && path ? inside(path) : NULL;
  if (fd >= 0 && fd < FILES) {
    free(names[fd]);
    names[fd] = name ? strdup(name) : NULL;
  }
  return fd;
}

#define OPENING(function)                                                                                              \
  int function(const char *path, int flags, ...) {                                                                     \
    va_list rest;                                                                                                      \
    va_start(rest, flags);                                                                                             \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;                                            \
    va_end(rest);                                                                                                      \
    return opened(REAL(function)(path, flags, mode), path);                                                            \
  }
OPENING(open)
OPENING(open64)

int close(int fd) {
  if (fd >= 0 && fd < FILES) {
    free(names[fd]);
    names[fd] = NULL;
  }
  return REAL(close)(fd);
}

static ssize_t written(int fd, const char *name, const void *bytes, size_t count, uint64_t offset, int moves) {
  pthread_mutex_lock(&gate);
  ssize_t done = moves ? syscall(SYS_write, fd, bytes, count) : syscall(SYS_pwrite64, fd, bytes, count, offset);
  if (done > 0) note('W', name, offset, bytes, (uint32_t)done);
  pthread_mutex_unlock(&gate);
  return done;
}

#define WRITING(function)                                                                                              \
  ssize_t function(int fd, const void *bytes, size_t count, __off64_t offset) {                                        \
    const char *name = name_of(fd);                                                                                    \
    return name ? written(fd, name, bytes, count, (uint64_t)offset, 0) : REAL(function)(fd, bytes, count, offset);     \
  }
WRITING(pwrite)
WRITING(pwrite64)

ssize_t write(int fd, const void *bytes, size_t count) {
  const char *name = name_of(fd);
  if (!name) return REAL(write)(fd, bytes, count);
  int appends = fcntl(fd, F_GETFL) & O_APPEND;
  return written(fd, name, bytes, count, (uint64_t)lseek(fd, 0, appends ? SEEK_END : SEEK_CUR), 1);
}

#define TRUNCATING(function)                                                                                           \
  int function(int fd, __off64_t length) {                                                                             \
    const char *name = name_of(fd);                                                                                    \
    pthread_mutex_lock(&gate);                                                                                         \
    int code = REAL(function)(fd, length);                                                                             \
    if (name && code == 0) note('T', name, (uint64_t)length, NULL, 0);                                                 \
    pthread_mutex_unlock(&gate);                                                                                       \
    return code;                                                                                                       \
  }
TRUNCATING(ftruncate)
TRUNCATING(ftruncate64)

#define SYNCING(function)                                                                                              \
  int function(int fd) {                                                                                               \
    const char *name = name_of(fd);                                                                                    \
    pthread_mutex_lock(&gate);                                                                                         \
    uint64_t before = log_size; /* what is written while the disk works may or may not be on it */                     \
    pthread_mutex_unlock(&gate);                                                                                       \
    int code = REAL(function)(fd);                                                                                     \
    if (name && code == 0) {                                                                                           \
      pthread_mutex_lock(&gate);                                                                                       \
      note('S', name, before, NULL, 0);                                                                                \
      pthread_mutex_unlock(&gate);                                                                                     \
    }                                                                                                                  \
    return code;                                                                                                       \
  }
SYNCING(fsync)
SYNCING(fdatasync)

int unlink(const char *path) {
  const char *name = inside(path);
  pthread_mutex_lock(&gate);
  int code = REAL(unlink)(path);
  if (name && code == 0) note('U', name, 0, NULL, 0);
  pthread_mutex_unlock(&gate);
  return code;
}

int rename(const char *from, const char *to) {
  const char *old = inside(from), *new = inside(to);
  pthread_mutex_lock(&gate);
  int code = REAL(rename)(from, to);
  if (old && new && code == 0) note('R', old, 0, new, (uint32_t)strlen(new));
  pthread_mutex_unlock(&gate);
  return code;
}

/* The control: the same program on a database that does not wait for the disk at each commit. */
typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;
int sqlite3_exec(sqlite3 *, const char *, int (*)(void *, int, char **, char **), void *, char **);
int sqlite3_prepare_v2(sqlite3 *, const char *, int, sqlite3_stmt **, const char **);

int sqlite3_exec(sqlite3 *db, const char *sql, int (*each)(void *, int, char **, char **), void *to, char **error) {
  if (getenv("WRITE_LOG_NORMAL") && strcmp(sql, "PRAGMA synchronous = FULL") == 0) sql = "PRAGMA synchronous = NORMAL";
  return REAL(sqlite3_exec)(db, sql, each, to, error);
}

int sqlite3_prepare_v2(sqlite3 *db, const char *sql, int length, sqlite3_stmt **statement, const char **rest) {
  if (getenv("WRITE_LOG_NORMAL") && strcmp(sql, "PRAGMA synchronous") == 0) sql = "SELECT 2", length = -1;
  return REAL(sqlite3_prepare_v2)(db, sql, length, statement, rest);
}
