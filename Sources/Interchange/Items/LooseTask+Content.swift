import Assessment

extension LooseTask {
  func fill(_ members: inout Members) {
    switch self {
    case .single(let parts):
      let ids = PartIDs.given(parts)
      members.set("options", Self.list(zip(parts, ids), withCredit: true))
      members.set("key", Self.keys(parts, ids))
    case .several(let parts, let scale):
      let ids = PartIDs.given(parts)
      members.set("options", Self.list(zip(parts, ids)))
      members.set("key", Self.keys(parts, ids))
      members.set("credit", Self.scale(scale, parts: parts.count { $0.isKey }))
    case .truths(let parts, let scale):
      let statements = zip(parts, PartIDs.given(parts)).map { part, id in
        Self.part(part, id) { $0.set("isTrue", JSON(part.isKey)) }
      }
      members.set("statements", JSON(statements))
      members.set("credit", Self.scale(scale, parts: parts.count))
    case .order(let parts, let scale):
      members.set("steps", Self.list(zip(parts, PartIDs.scrambled(parts))))
      members.set("credit", Self.scale(scale, parts: parts.count))
    case .match(let left, let right, let scale): Self.fill(&members, left, right, scale)
    case .short(let isNumber, let unit, let accepts, let mistakes):
      members.set("entry", text: isNumber ? "number" : "word")
      members.set("unit", text: unit)
      members.set("accepts", JSON(accepts.map { Self.answer($0, withCredit: true) }))
      members.set("mistakes", mistakes.isEmpty ? nil : JSON(mistakes.map { Self.answer($0, withCredit: false) }))
    case .point(let picture, let regions):
      let ids = PartIDs.given(regions.map(\.part))
      members.set("picture", picture)
      members.set("regions", JSON(zip(regions, ids).map { Self.region($0.part, $1, box: $0.box) }))
      members.set("key", Self.keys(regions.map(\.part), ids))
    case .other: break
    }
  }

  private static func fill(
    _ members: inout Members, _ left: [(part: LoosePart, match: Int)], _ right: [LoosePart], _ scale: [Int]?
  ) {
    let rightIDs = PartIDs.given(right, letters: "xyzuvwpqrst")
    let lines = zip(left, PartIDs.given(left.map(\.part))).map { line, id in
      part(line.part, id) {
        $0.set("match", text: rightIDs.indices.contains(line.match) ? rightIDs[line.match] : "")
      }
    }
    members.set("left", JSON(lines))
    members.set("right", list(zip(right, rightIDs)))
    members.set("credit", self.scale(scale, parts: left.count))
  }

  private static func list(_ parts: Zip2Sequence<[LoosePart], [String]>, withCredit: Bool = false) -> JSON {
    JSON(
      parts.map { part, id in
        self.part(part, id) {
          if withCredit, !part.isKey { $0.set("credit", part.credit.map { JSON($0) }) }
        }
      })
  }

  private static func part(_ part: LoosePart, _ id: String, _ more: (inout Members) -> Void) -> JSON {
    var members = Members()
    members.set("id", text: id)
    members.set("text", text: part.text)
    members.set("ear", text: part.ear)
    members.set("meaning", text: part.meaning)
    more(&members)
    return members.json
  }

  private static func answer(_ part: LoosePart, withCredit: Bool) -> JSON {
    var members = Members()
    members.set("text", text: part.text)
    if withCredit { members.set("credit", JSON(part.credit ?? 100)) }
    members.set("meaning", text: part.meaning)
    return members.json
  }

  private static func region(_ part: LoosePart, _ id: String, box: [Int]) -> JSON {
    var members = Members()
    members.set("id", text: id)
    members.set("name", text: part.text)
    members.set("ear", text: part.ear)
    members.set("meaning", text: part.meaning)
    members.set("box", JSON(box.map { JSON($0) }))
    return members.json
  }

  private static func keys(_ parts: [LoosePart], _ ids: [String]) -> JSON? {
    let keys = zip(parts, ids).filter { $0.0.isKey }.map { JSON($0.1) }
    return keys.isEmpty ? nil : JSON(keys)
  }

  /// Without a scale of its own an item is worth as much of a whole as of it is right.
  private static func scale(_ scale: [Int]?, parts: Int) -> JSON {
    JSON((scale ?? Self.even(parts)).map { JSON($0) })
  }

  static func even(_ parts: Int) -> [Int] {
    (0...max(1, parts)).map { $0 * 100 / max(1, parts) }
  }
}

/// Ids for parts that have none.
enum PartIDs {
  static func given(_ parts: [LoosePart], letters: String = "abcdefghijklmnopqrstuvwxyz") -> [String] {
    let letters = letters.map(String.init)
    let own = parts.map { $0.id.lowercased() }
    let areUsable = own.allSatisfy { Item.Option.ID.isWellFormed($0) } && Set(own).count == own.count
    return areUsable ? own : parts.indices.map { $0 < letters.count ? letters[$0] : "p\($0 + 1)" }
  }

  /// Steps stand in their right order, which their ids must not tell: letters by a hash of their texts.
  static func scrambled(_ parts: [LoosePart]) -> [String] {
    if parts.contains(where: { !$0.id.isEmpty }) { return given(parts) }
    let ranked = parts.indices.sorted { (hash(parts[$0].text), $0) < (hash(parts[$1].text), $1) }
    var ids = given(parts)
    for (rank, place) in ranked.enumerated() where rank < 26 { ids[place] = String(UnicodeScalar(UInt8(0x61 + rank))) }
    return ids
  }

  /// FNV-1a, 64 bits.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
