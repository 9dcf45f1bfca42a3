import Assessment

extension Kiosk {
  package static let longestOfficeName = 80

  package func addHamlet(_ name: String) throws -> Hamlet.ID {
    let tidy = try officeName(name, taken: store.hamlets().map(\.name))
    return try store.addHamlet(tidy)
  }

  package func addTag(_ name: String) throws -> Tag.ID {
    let tidy = try officeName(name, taken: store.tags().map(\.name))
    return try store.addTag(tidy)
  }

  package func retireHamlet(_ id: Hamlet.ID) throws {
    guard try store.retireHamlet(id, at: clock.now()) else { throw UseCaseError.desk(.unknownHamlet(id)) }
  }

  package func retireTag(_ id: Tag.ID) throws {
    guard try store.retireTag(id, at: clock.now()) else { throw UseCaseError.desk(.unknownTag(id)) }
  }

  /// Names that differ only in case or spaces would be read as one; marks make another name: Bản Mo is not Bản Mơ.
  private func officeName(_ name: String, taken: [String]) throws -> String {
    guard let tidy = OfficeName.tidy(name, most: Self.longestOfficeName) else { throw UseCaseError.desk(.officeName) }
    let folded = tidy.lowercased()
    if let other = taken.first(where: { $0.lowercased() == folded }) {
      throw UseCaseError.desk(.officeNameTaken(other))
    }
    return tidy
  }
}

/// Names the office gives: single spaces, no control characters.
enum OfficeName {
  static func tidy(_ text: String, most: Int) -> String? {
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard (1...most).contains(name.count), name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    else { return nil }
    return name
  }
}
