import Assessment

extension Kiosk {
  /// The office's own, or one that says what the box knows.
  package func letterhead() throws -> Letterhead {
    guard let content = try store.letterheadContent() else {
      return Letterhead([.office: office.name.uppercased(), .symbol: "BC-UBND"])
    }
    // Damage shows as a letterhead that cannot be read.
    guard let json = try? JSONReader.read(content), let letterhead = Letterhead(json: json) else {
      throw UseCaseError.contentDamaged
    }
    return letterhead
  }

  package func keepLetterhead(_ letterhead: Letterhead, by account: StaffID) throws {
    var tidy: [Letterhead.Field: String] = [:]
    for field in Letterhead.Field.allCases {
      let text = letterhead[field].split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard text.count <= Letterhead.longest, text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
      else { throw UseCaseError.plan([.letterhead]) }
      tidy[field] = text
    }
    guard tidy[.office] != "" else { throw UseCaseError.plan([.letterhead]) }
    try store.addLetterhead(Letterhead(tidy).json.canonicalBytes, by: account, at: clock.now())
    try store.append(Event(.letterheadKept, note: "account=\(account)"), at: clock.now())
  }
}
