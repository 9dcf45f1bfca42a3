/* Preloaded below the server: notes on which thread slow work is done, one line of function and thread for each call, in the
 * file that SLOW_WORK_LOG names. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void note(const char *what) {
  char name[16] = "", line[80];
  const char *path = getenv("SLOW_WORK_LOG");
  if (!path) return;
  pthread_getname_np(pthread_self(), name, sizeof name);
  int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  int length = snprintf(line, sizeof line, "%s %s\n", what, name);
  if (file < 0 || write(file, line, (size_t)length) != length) abort();
  close(file);
}

int crypto_pwhash(unsigned char *out, unsigned long long outlen, const char *word, unsigned long long length,
                  const unsigned char *salt, unsigned long long ops, size_t memory, int algorithm);
int crypto_pwhash(unsigned char *out, unsigned long long outlen, const char *word, unsigned long long length,
                  const unsigned char *salt, unsigned long long ops, size_t memory, int algorithm) {
  note("argon2id-of-a-holder");
  return REAL(crypto_pwhash)(out, outlen, word, length, salt, ops, memory, algorithm);
}

int crypto_pwhash_str_verify(const char *kept, const char *word, unsigned long long length);
int crypto_pwhash_str_verify(const char *kept, const char *word, unsigned long long length) {
  note("argon2id-of-a-password");
  return REAL(crypto_pwhash_str_verify)(kept, word, length);
}

void *QRcode_encodeString(const char *text, int version, int level, int hint, int is_case_sensitive);
void *QRcode_encodeString(const char *text, int version, int level, int hint, int is_case_sensitive) {
  note("drawing-of-a-symbol");
  return REAL(QRcode_encodeString)(text, version, level, hint, is_case_sensitive);
}

int FT_Render_Glyph(void *slot, int mode);
int FT_Render_Glyph(void *slot, int mode) {
  note("drawing-of-a-sheet");
  return REAL(FT_Render_Glyph)(slot, mode);
}

int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes,
                char *const arguments[], char *const environment[]) {
  const char *name = strrchr(path, '/');
  note(name && strcmp(name, "/sathach-symbols") == 0 ? "reading-back" : "another-process");
  return REAL(posix_spawn)(pid, path, actions, attributes, arguments, environment);
}
