import Synchronization

/// The text of a statement, with a number of its own by which every connection keeps it prepared.
///
/// Queries are static constants beside the code that runs them, so there are as many numbers as statements in the source.
struct Query: Sendable {
  private static let count = Atomic<Int>(0)

  let slot: Int
  let sql: StaticString

  init(_ sql: StaticString) {
    slot = Query.count.wrappingAdd(1, ordering: .relaxed).oldValue
    self.sql = sql
  }
}
