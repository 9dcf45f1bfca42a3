import Assessment

/// A list of ids in one column: with one space between, since ids hold none.
enum IDList {
  static func text<Named>(_ ids: [ContentID<Named>]) -> String {
    ids.map(\.text).joined(separator: " ")
  }

  static func ids<Named>(_ text: String, of: Named.Type = Named.self) -> [ContentID<Named>] {
    text.utf8.split(separator: UInt8(ascii: " ")).map { ContentID(String(Substring($0))) }
  }
}
