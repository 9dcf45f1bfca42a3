import Assessment

@testable import SQLiteStore

extension KioskStore {
  /// The log's entries about one attempt, as `kind note`, without those the candidate made.
  func events(of id: Attempt.ID) throws -> [String] {
    try database.values(
      "SELECT trim(kind || ' ' || note) FROM event WHERE attempt = \(id) AND kind NOT IN ('response-recorded') ORDER BY id"
    )
  }

  func events(of kind: String) throws -> [String] {
    try database.values("SELECT note FROM event WHERE kind = '\(kind)' ORDER BY id")
  }

  /// As if a clerk had seated the person with this tag.
  func tag(attempt: Attempt.ID, with tag: Int64) throws {
    try database.execute("INSERT INTO attemptTag (attempt, tag) VALUES (\(attempt), \(tag))")
  }
}
