/* Debian's library has both compiled in; the header shows them only where asked. */
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#define SQLITE_ENABLE_SESSION 1
#include <sqlite3.h>

/* Swift cannot call the variadic original. */

/// Leaves out SQLite's own count of its memory, for which every allocation of every thread takes one lock. Refused
/// once the library is in use.
static inline int sathach_sqlite_without_memory_count(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
