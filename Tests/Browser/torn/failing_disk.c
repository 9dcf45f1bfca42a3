/* Preloaded below the server: the disk under one folder fails from a moment on, and works again later.
 *
 * FAILING_FOLDER  the folder; FAILING_SWITCH  while this file is there, what it names fails with EIO: "writes" or "syncs"
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int fails(int fd, char kind) {
  const char *folder = getenv("FAILING_FOLDER"), *file = getenv("FAILING_SWITCH");
  if (!folder || !file) return 0;
  char word = 0, link[32], path[4096];
  int on = syscall(SYS_openat, AT_FDCWD, file, O_RDONLY | O_CLOEXEC);
  if (on < 0) return 0;
  ssize_t read = syscall(SYS_read, on, &word, 1);
  syscall(SYS_close, on);
  if (read != 1 || word != kind) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  if (strncmp(path, folder, strlen(folder)) != 0) return 0;
  errno = EIO;
  return 1;
}

#define WRITING(function)                                                                                              \
  ssize_t function(int fd, const void *bytes, size_t count, __off64_t offset) {                                        \
    return fails(fd, 'w') ? -1 : REAL(function)(fd, bytes, count, offset);                                             \
  }
WRITING(pwrite)
WRITING(pwrite64)

#define SYNCING(function)                                                                                              \
  int function(int fd) { return fails(fd, 's') ? -1 : REAL(function)(fd); }
SYNCING(fsync)
SYNCING(fdatasync)
