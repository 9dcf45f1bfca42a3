import Assessment
import UseCases

/// What the desk looks up before and after it has seated somebody: devices, needs, audiences, languages.
extension KioskStore {
  private static let findDevice = Query("SELECT device FROM attempt WHERE id = ?1")
  private static let assignDevice = Query("UPDATE attempt SET device = ?2 WHERE id = ?1")
  private static let waitingAtDevice = Query(
    """
    SELECT id FROM attempt a WHERE device = ?1 AND state IN ('seating', 'in-progress', 'paused')
      AND NOT EXISTS (SELECT 1 FROM kioskSession WHERE attempt = a.id)
    ORDER BY id LIMIT 1
    """)
  // Whoever sits somewhere counts there; whoever does not, where they were asked to go.
  private static let busyDevices = Query(
    """
    SELECT DISTINCT coalesce(s.device, CASE WHEN s.attempt IS NULL THEN a.device END) FROM attempt a
    LEFT JOIN kioskSession s ON s.attempt = a.id
    WHERE a.state IN ('seating', 'in-progress', 'paused') AND a.mode = 'tested'
    """)
  private static let needsOfAttempt = Query("SELECT needs FROM seating WHERE attempt = ?1")
  private static let lastSeatedBy = Query(
    """
    SELECT a.audience FROM seating s JOIN attempt a ON a.id = s.attempt WHERE s.account = ?1
    ORDER BY s.attempt DESC LIMIT 1
    """)
  private static let lastOfPerson = Query("SELECT audience FROM attempt WHERE person = ?1 ORDER BY id DESC LIMIT 1")
  private static let languagesInForce = Query("SELECT code, name FROM language ORDER BY place")
  private static let clearLanguages = Query("DELETE FROM language")
  private static let addLanguage = Query("INSERT INTO language (place, code, name) VALUES (?1, ?2, ?3)")

  package func assignedDevice(of id: Attempt.ID) throws -> Device.ID? {
    try database.use(Self.findDevice) { statement in
      statement.bind(id)
      return try statement.step() ? statement.optionalNumber(0) : nil
    }
  }

  package func assign(_ device: Device.ID?, to id: Attempt.ID) throws {
    let changed = try database.run(Self.assignDevice) {
      $0.bind(id)
      $0.bind(device)
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "attempt", what: "device") }
  }

  package func waitingAttempt(at device: Device.ID) throws -> Attempt.ID? {
    try database.use(Self.waitingAtDevice) { statement in
      statement.bind(device)
      return try statement.step() ? statement.number(0) : nil
    }
  }

  package func busyDevices() throws -> Set<Device.ID> {
    try database.use(Self.busyDevices) { statement in
      var devices: Set<Device.ID> = []
      while try statement.step() {
        if let device = statement.optionalNumber(0) { devices.insert(device) }
      }
      return devices
    }
  }

  package func needs(of id: Attempt.ID) throws -> Set<Need> {
    try database.use(Self.needsOfAttempt) { statement in
      statement.bind(id)
      return try statement.step() ? needs(in: statement.text(0)) : []
    }
  }

  /// Words with one space between.
  func needs(in text: String) -> Set<Need> {
    Set(text.split(separator: " ").compactMap { Need(rawValue: String($0)) })
  }

  package func lastAudience(seatedBy account: StaffID) throws -> Audience.ID? {
    try audience(Self.lastSeatedBy, account)
  }

  package func lastAudience(of person: Int64) throws -> Audience.ID? {
    try audience(Self.lastOfPerson, person)
  }

  private func audience(_ query: Query, _ argument: Int64) throws -> Audience.ID? {
    try database.use(query) { statement in
      statement.bind(argument)
      return try statement.step() ? Audience.ID(statement.text(0)) : nil
    }
  }

  package func languages() throws -> [Language] {
    try database.use(Self.languagesInForce) { statement in
      var languages: [Language] = []
      while try statement.step() {
        languages.append(Language(id: Language.ID(statement.text(0)), name: statement.text(1)))
      }
      return languages
    }
  }

  /// - Returns: whether anything in force changed.
  func keep(_ languages: [Language]) throws -> Bool {
    guard try languages != self.languages() else { return false }
    try database.run(Self.clearLanguages)
    for (place, language) in languages.enumerated() {
      try database.run(Self.addLanguage) {
        $0.bind(place + 1)
        $0.bind(language.id.text)
        $0.bind(language.name)
      }
    }
    return true
  }
}
