// The text of every statement of one answer, copied from Sources/SQLiteStore. `Tests/bench` refuses to run where the
// product no longer says the same.
#pragma once

#define STATEMENTS(X)                                                                                                  \
    X(BEGIN, "BEGIN IMMEDIATE")                                                                                        \
    X(COMMIT, "COMMIT")                                                                                                \
    X(SAVEPOINT, "SAVEPOINT step")                                                                                     \
    X(RELEASE, "RELEASE step")                                                                                         \
    X(FIND_ATTEMPT,                                                                                                    \
      "SELECT audience, mode, state, part, place, spent, allowed, ending, framework, blueprint, bank, seed, person, "  \
      "identity, (SELECT version FROM notice WHERE id = attempt.notice), beganAt, submittedAt, warmUpCount, "          \
      "scoredCount, pauseReason FROM attempt WHERE id = ?1")                                                           \
    X(FIND_SESSION, "SELECT attempt FROM kioskSession WHERE digest = ?1")                                              \
    X(FIND_ENTRY,                                                                                                      \
      "SELECT i.code, f.optionOrder, f.response, f.isWhole, f.isMarked, f.item, a.framework "                          \
      "FROM formItem f JOIN item i ON i.id = f.item JOIN attempt a ON a.id = f.attempt "                               \
      "WHERE f.attempt = ?1 AND f.part = ?2 AND f.number = ?3")                                                        \
    X(RECORD_RESPONSE,                                                                                                 \
      "UPDATE formItem SET response = ?4, credit = ?5, isWhole = ?6, isMarked = ?7, salt = ?8, spent = spent + ?9, "   \
      "answeredAt = ?10 WHERE attempt = ?1 AND part = ?2 AND number = ?3")                                             \
    X(LAST_EVENT, "SELECT id, hash FROM event ORDER BY id DESC LIMIT 1")                                               \
    X(ADD_EVENT,                                                                                                       \
      "INSERT INTO event (id, at, kind, attempt, digest, note, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")             \
    X(MOVE_ATTEMPT,                                                                                                    \
      "UPDATE attempt SET part = ?2, place = ?3, spent = ?4, changedAt = ?5 WHERE id = ?1 AND state = 'in-progress'")
