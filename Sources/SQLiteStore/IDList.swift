import Assessment

/// A list of ids in one column: with one space between, since ids hold none.
enum IDList {
  static func text<Named>(_ ids: [ContentID<Named>]) -> String {
    ids.map(\.text).joined(separator: " ")
  }

  static func ids<Named>(_ text: String, of: Named.Type = Named.self) -> [ContentID<Named>] {
    if text.isEmpty { return [] }
    // By hand, as this is read with every question: a split makes an array of slices first.
    var ids: [ContentID<Named>] = []
    ids.reserveCapacity(8)
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for at in 0...bytes.count where at == bytes.count || bytes[at] == UInt8(ascii: " ") {
        if at > start { ids.append(ContentID(String(decoding: bytes[start..<at], as: UTF8.self))) }
        start = at + 1
      }
    }
    return ids
  }
}
