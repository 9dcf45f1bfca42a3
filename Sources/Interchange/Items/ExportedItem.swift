import Assessment

/// An item that is to go out: its value and the content it was read from.
package struct ExportedItem: Sendable {
  package let item: Item
  package let content: JSON

  /// - Parameter content: canonical JSON of the item, as banks and drafts keep it.
  package init?(_ item: Item, content: [UInt8]) {
    guard let json = try? JSONReader.read(content) else { return nil }  // what was an item is JSON
    (self.item, self.content) = (item, json)
  }

  /// What the written form loses, as a patch that the same format's reader applies; nil where it loses nothing.
  func lost(in read: ReadItem) -> JSON? {
    var bare = read
    bare.ownNotes = nil
    // Without notes nothing throws.
    guard let content = try? bare.content(id: item.id.text) else { return self.content }
    return JSONPatch.between(content, self.content)
  }
}

/// What an export came to: items that a format cannot hold, and members that go beside their item in notes only this product
/// reads.
package struct ExportReport: Equatable, Sendable {
  package enum Cause: String, Sendable {
    /// The format knows nothing like this kind of item.
    case noSuchKind = "no-such-kind"
    /// What was written would not be read as the same kind of item.
    case notReadBack = "not-read-back"
    /// A cell of a worksheet holds 32,767 characters.
    case tooLongForCell = "too-long-for-cell"
  }

  package private(set) var written = 0
  package private(set) var leftOut: [(id: Item.ID, kind: Item.Kind, cause: Cause)] = []
  /// How many items have each member in notes.
  package private(set) var besides: [String: Int] = [:]

  package init() {}

  mutating func leave(_ item: Item, _ cause: Cause) {
    leftOut.append((item.id, item.kind, cause))
  }

  mutating func write(_ lost: JSON?) {
    written += 1
    for member in lost?.members ?? [] { besides[member.name, default: 0] += 1 }
  }

  package static func == (one: ExportReport, other: ExportReport) -> Bool {
    one.written == other.written && one.besides == other.besides
      && one.leftOut.map { "\($0)" } == other.leftOut.map { "\($0)" }
  }
}
