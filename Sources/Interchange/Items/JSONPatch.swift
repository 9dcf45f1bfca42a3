import Assessment

/// The difference between two values as a third one: what a format has no place for, beside what it has.
///
/// As in JSON Merge Patch (RFC 7396), a member of an object replaces that member, `null` takes it away, and an object goes down into
/// an object. Beyond it, an object that meets a list goes down into its elements, by their places from 0 as names:
/// in an item no member is a list here and an object there.
enum JSONPatch {
  /// Nil where both are the same.
  static func between(_ one: JSON, _ other: JSON) -> JSON? {
    switch (one.value, other.value) {
    case (.object(let old), .object(let new)):
      let members = object(old, new)
      return members.isEmpty ? nil : JSON(.object(members))
    case (.list(let old), .list(let new)) where old.count == new.count:
      let members = zip(old, new).enumerated().compactMap { place, pair in
        between(pair.0, pair.1).map { JSON.Member(name: String(place), value: $0) }
      }
      return members.isEmpty ? nil : JSON(.object(members))
    default: return one.canonicalBytes == other.canonicalBytes ? nil : other
    }
  }

  private static func object(_ old: [JSON.Member], _ new: [JSON.Member]) -> [JSON.Member] {
    let before = Dictionary(old.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let names = Set(new.map(\.name))
    let changed = new.compactMap { member -> JSON.Member? in
      guard let value = before[member.name] else { return member }
      return between(value, member.value).map { JSON.Member(name: member.name, value: $0) }
    }
    return changed + old.filter { !names.contains($0.name) }.map { JSON.Member(name: $0.name, value: JSON(.null)) }
  }

  /// A place that a list no longer has is left alone: somebody took the part out on purpose.
  static func apply(_ patch: JSON, to value: JSON) -> JSON {
    guard case .object(let changes) = patch.value else { return patch }
    switch value.value {
    case .list(var elements):
      for change in changes {
        guard let place = Int(change.name), elements.indices.contains(place) else { continue }
        elements[place] = apply(change.value, to: elements[place])
      }
      return JSON(elements)
    case .object(var members):
      for change in changes {
        let place = members.firstIndex { $0.name == change.name }
        if case .null = change.value.value {
          if let place { members.remove(at: place) }
        } else if let place {
          members[place] = JSON.Member(name: change.name, value: apply(change.value, to: members[place].value))
        } else {
          members.append(change)
        }
      }
      return JSON(.object(members))
    default: return patch
    }
  }
}
