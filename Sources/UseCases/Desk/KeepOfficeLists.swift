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

  /// Adds names that come one a line; empty lines are passed over, and names that are there already are told, not refused.
  ///
  /// - Throws: ``DeskRefusal/officeNameLine(_:)``, with nothing added; ``DeskRefusal/officeName`` where there is no name.
  package func addHamlets(_ lines: String) throws -> NamesAdded {
    try addNames(lines) { _ = try addHamlet($0) }
  }

  /// As ``addHamlets(_:)``.
  package func addTags(_ lines: String) throws -> NamesAdded {
    try addNames(lines) { _ = try addTag($0) }
  }

  private func addNames(_ text: String, _ add: (String) throws -> Void) throws -> NamesAdded {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .filter { !$0.element.allSatisfy(\.isWhitespace) }
    guard !lines.isEmpty else { throw UseCaseError.desk(.officeName) }
    // All are looked at before any is added: whoever is refused sees the list as it was.
    for (index, line) in lines where OfficeName.tidy(String(line), most: Self.longestOfficeName) == nil {
      throw UseCaseError.desk(.officeNameLine(index + 1))
    }
    var known: [String] = []
    for (_, line) in lines {
      do {
        try add(String(line))
      } catch UseCaseError.desk(.officeNameTaken(let name)) {
        known.append(name)
      }
    }
    return NamesAdded(count: lines.count - known.count, known: known)
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

/// What came of names given one a line.
package struct NamesAdded: Equatable, Sendable {
  package let count: Int
  /// Names that were on the list already.
  package let known: [String]
}

/// Names the office gives: single spaces, no control characters.
package enum OfficeName {
  package static func tidy(_ text: String, most: Int) -> String? {
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard (1...most).contains(name.count), name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    else { return nil }
    return name
  }
}
