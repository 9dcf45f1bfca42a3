import Bundles
import Dispatch
import PostgresStore
import Slip
import Synchronization

/// Takes in a folder's files, those of several communes at once: each worker has a connection of its own and takes all that one
/// commune's boxes sent, for these wait for each other in the store anyway.
struct ImportRun: Sendable {
  let paths: [String]
  let folder: ProvinceFolder
  let workers: Int
  let open: @Sendable () throws -> PostgresProvince

  private struct State: Sendable {
    var left: [[String]]
    var failure: (any Error)?
  }

  /// - Parameter tell: called by one worker at a time.
  /// - Throws: the first failure. Whatever was told is done; the rest may be tried again.
  func callAsFunction(tell: @Sendable (Importer.Line) -> Void) throws {
    let groups = Dictionary(grouping: paths, by: Self.commune).values.sorted { $0.count > $1.count }
    let state = Mutex(State(left: groups.reversed()))
    let telling = Mutex(())
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, groups.count))) { _ in
      do {
        let importer = try Importer(store: try open(), folder: folder)
        while let group = state.withLock({ $0.failure == nil ? $0.left.popLast() : nil }) {
          try importer.take(group) { line in telling.withLock { _ in tell(line) } }
        }
      } catch {
        state.withLock { $0.failure = $0.failure ?? error }
      }
    }
    if let failure = state.withLock({ $0.failure }) { throw failure }
  }

  /// By the file's name; it may lie, and then two workers wait for each other.
  private static func commune(_ path: String) -> String {
    BundleName(String(path.split(separator: "/").last ?? ""))?.issuer.commune ?? ""
  }
}
