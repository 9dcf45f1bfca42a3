import Assessment

/// Everything the desk knows of one person.
package struct PersonFile: Sendable {
  package let id: Int64
  package let name: String
  package let number: CitizenNumber
  package let birthYear: Int?
  /// Newest first.
  package let attempts: [PersonAttempt]
  /// Oldest first, each with who replaced it.
  package let formerNames: [(name: String, entry: DeskEntry)]
  package let merged: [MergedRecord]
  /// The record that speaks for this one since they were merged.
  package let standIn: Int64?
}

/// A record that was found to be the same person's, with the particulars it had.
package struct MergedRecord: Equatable, Sendable {
  package let id: Int64
  package let name: String
  package let number: CitizenNumber
  package let entry: DeskEntry
}

extension Kiosk {
  package static let mostAttemptsShown = 200

  package func personFile(_ id: Int64) throws -> PersonFile {
    guard let stored = try store.candidate(id) else {
      if let erasure = try store.erasure(of: id) {
        throw UseCaseError.privacy([.erased(on: CivilDate(erasure.at))])
      }
      throw UseCaseError.desk(.unknownPerson)
    }
    return PersonFile(
      id: id, name: stored.name, number: stored.number, birthYear: try store.birthYear(of: id),
      attempts: try store.attempts(of: id, most: Self.mostAttemptsShown),
      formerNames: try store.formerNames(of: id).map { ($0.name, try entry(at: $0.at, by: $0.account)) },
      merged: try store.merges(into: id).compactMap(mergedRecord), standIn: try store.merge(of: id)?.kept)
  }

  private func mergedRecord(_ merge: Merge) throws -> MergedRecord? {
    guard let stored = try store.candidate(merge.merged) else { return nil }
    return MergedRecord(
      id: merge.merged, name: stored.name, number: stored.number,
      entry: try entry(at: merge.at, by: merge.account, for: merge.reason))
  }
}
