import Assessment

extension Kiosk {
  /// Writes down that a person's certificate of a course on the national platform was seen today. Nothing of it is copied.
  ///
  /// - Throws: ``PlanFault/course``, ``PlanFault/unknownPerson``, ``PlanFault/certificateKnown``.
  package func noteCertificate(of person: Int64, course: String, by account: StaffID) throws {
    let kept = try store.merge(of: person)?.kept ?? person
    guard try store.candidate(kept) != nil else { throw UseCaseError.plan([.unknownPerson]) }
    guard let tidy = OfficeName.tidy(course, most: CourseCertificate.longestCourse) else {
      throw UseCaseError.plan([.course])
    }
    let certificate = CourseCertificate(
      person: kept, course: tidy, seenOn: CivilDate(clock.now()), account: account)
    guard try note(certificate) else { throw UseCaseError.plan([.certificateKnown]) }
  }

  /// - Returns: false where it was known already.
  private func note(_ certificate: CourseCertificate) throws -> Bool {
    guard try store.add(certificate, at: clock.now()) else { return false }
    try store.append(
      Event(.certificateSeen, note: "account=\(certificate.account) person=\(certificate.person)"), at: clock.now())
    return true
  }
}

/// What a list of certificates came to.
package struct CertificateListing: Equatable, Sendable {
  package var noted = 0
  package var knownBefore = 0
  /// Lines of people who were never tested here: nothing is kept of them.
  package var strangers: [Int] = []

  package init(noted: Int = 0, knownBefore: Int = 0, strangers: [Int] = []) {
    self.noted = noted
    self.knownBefore = knownBefore
    self.strangers = strangers
  }
}

extension Kiosk {
  /// Takes a list of certificates: one line a person, the citizen's number first, then the day of the certificate and the
  /// course, apart by tabs, semicolons or commas. A first line of headings is passed over.
  ///
  /// - Throws: ``PlanFault/lines(_:)`` with every line that cannot be read; then nothing is kept.
  package func takeCertificates(
    _ text: String, course: String, by account: StaffID
  ) throws -> CertificateListing {
    guard let fallback = OfficeName.tidy(course, most: CourseCertificate.longestCourse) else {
      throw UseCaseError.plan([.course])
    }
    let today = CivilDate(clock.now())
    let lines = text.split(whereSeparator: \.isNewline).enumerated()
      .map { (number: $0.offset + 1, cells: Self.cells($0.element)) }
      .filter { !$0.cells.allSatisfy(\.isEmpty) }
    let body = lines.first.map { Self.isHeading($0.cells) } == true ? Array(lines.dropFirst()) : lines
    guard !body.isEmpty else { throw UseCaseError.plan([.emptyList]) }
    let read = body.map { ($0.number, Self.certificate($0.cells, fallback: fallback, today: today)) }
    let unreadable = read.filter { $0.1 == nil }.map(\.0)
    guard unreadable.isEmpty else { throw UseCaseError.plan([.lines(unreadable)]) }
    var listing = CertificateListing()
    for case (let line, let found?) in read {
      guard let person = try store.person(with: found.number) else {
        listing.strangers.append(line)
        continue
      }
      let isNew = try note(
        CourseCertificate(person: person, course: found.course, seenOn: found.day, account: account))
      if isNew { listing.noted += 1 } else { listing.knownBefore += 1 }
    }
    return listing
  }

  private static func cells(_ line: Substring) -> [String] {
    let separator: Character = line.contains("\t") ? "\t" : line.contains(";") ? ";" : ","
    return line.split(separator: separator, omittingEmptySubsequences: false).map { cell in
      cell.filter { $0 != "\"" && $0 != "'" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private static func isHeading(_ cells: [String]) -> Bool {
    !(cells.first ?? "").contains(where: \.isNumber)
  }

  private static func certificate(
    _ cells: [String], fallback: String, today: CivilDate
  ) -> (number: CitizenNumber, day: CivilDate, course: String)? {
    // Spreadsheets drop the one or two zeros that most numbers begin with. Nine digits are an older card's, and no number.
    let digits = (cells.first ?? "").filter { $0 != " " }
    let zeros = (10...11).contains(digits.utf8.count) ? 12 - digits.utf8.count : 0
    guard let number = CitizenNumber(String(repeating: "0", count: zeros) + digits) else { return nil }
    let written = cells.count > 1 ? cells[1] : ""
    guard let day = written.isEmpty ? today : Self.day(written), day <= today else { return nil }
    let named = cells.count > 2 && !cells[2].isEmpty ? cells[2] : fallback
    return OfficeName.tidy(named, most: CourseCertificate.longestCourse).map { (number, day, $0) }
  }

  /// `2026-11-05`, or `5/11/2026` as people write it.
  private static func day(_ text: String) -> CivilDate? {
    if let day = CivilDate(iso: text) { return day }
    let parts = text.split(separator: "/").map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else { return nil }
    let date = CivilDate(year: year, month: month, day: day)
    return date.isReal ? date : nil
  }
}
