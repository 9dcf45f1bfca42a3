/// A dry run as values: what would come in, and everything told of the file, for a page or a command to show.
package struct ImportReport: Equatable, Sendable {
  package let fileName: String
  /// In the order of the file.
  package var items: [ReviewedItem] = []
  /// Refused items and notes, in the order of the file.
  package var findings: [Finding] = []

  package init(fileName: String) {
    self.fileName = fileName
  }

  package var refused: [Finding] { findings.filter { $0.reason.weight == .refusesItem } }
  package var notes: [Finding] { findings.filter { $0.reason.weight == .note } }
  /// What would be kept as drafts: all but what the bank has word for word.
  package var drafts: [ReviewedItem] { items.filter { $0.standing != .same } }
  package var ready: Int { drafts.filter(\.isReady).count }
}
