import Assessment
import Audio
import UseCases

/// The table `voiceRecording`.
extension KioskStore {
  private static let giveWay = Query(
    "UPDATE voiceRecording SET state = 'replaced' WHERE language = ?1 AND line = ?2 AND state = ?3")
  private static let add = Query(
    "INSERT INTO voiceRecording (language, line, sound, milliseconds, account, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
  private static let one = Query(
    """
    SELECT id, language, line, sound, milliseconds, account, at, state, reviewedBy FROM voiceRecording WHERE id = ?1
    """)
  private static let ofLine = Query(
    """
    SELECT id, language, line, sound, milliseconds, account, at, state, reviewedBy FROM voiceRecording
    WHERE language = ?1 AND line = ?2 AND state = ?3
    """)
  private static let decide = Query(
    "UPDATE voiceRecording SET state = ?2, reviewedBy = ?3, reviewedAt = ?4 WHERE id = ?1 AND state = 'waiting'")
  private static let approved = Query(
    "SELECT sound FROM voiceRecording WHERE language = ?1 AND line = ?2 AND state = 'approved'")
  private static let spoken = Query(
    "SELECT DISTINCT language FROM voiceRecording INDEXED BY voiceApproved WHERE state = 'approved' ORDER BY language")
  private static let lines = Query("SELECT line FROM voiceRecording WHERE language = ?1 AND state = ?2")
  private static let files = Query("SELECT DISTINCT sound FROM voiceRecording WHERE state <> 'replaced' ORDER BY sound")

  package func add(
    recording: SoundID, of line: LineKey, in language: Language.ID, milliseconds: Int, by account: StaffID,
    at moment: Moment
  ) throws -> VoiceRecording.ID {
    try giveWay(.waiting, line, language)
    try database.run(Self.add) {
      $0.bind(language.text)
      $0.bind(Self.number(line))
      $0.bind(Self.number(recording))
      $0.bind(milliseconds)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
    return database.lastInsertedRow
  }

  private func giveWay(_ state: VoiceRecording.State, _ line: LineKey, _ language: Language.ID) throws {
    try database.run(Self.giveWay) {
      $0.bind(language.text)
      $0.bind(Self.number(line))
      $0.bind(state.rawValue)
    }
  }

  package func recording(_ id: VoiceRecording.ID) throws -> VoiceRecording? {
    try database.use(Self.one) { statement in
      statement.bind(id)
      return try statement.step() ? try Self.recording(statement) : nil
    }
  }

  package func recordings(of line: LineKey, in language: Language.ID) throws -> [VoiceRecording] {
    try [VoiceRecording.State.waiting, .approved].compactMap { state in
      try database.use(Self.ofLine) { statement in
        statement.bind(language.text)
        statement.bind(Self.number(line))
        statement.bind(state.rawValue)
        return try statement.step() ? try Self.recording(statement) : nil
      }
    }
  }

  package func review(_ id: VoiceRecording.ID, isApproved: Bool, by account: StaffID, at moment: Moment) throws {
    guard let recording = try recording(id) else {
      throw SQLiteStoreError.rowMissing(table: "voiceRecording", what: "review")
    }
    if isApproved { try giveWay(.approved, recording.line, recording.language) }
    let changed = try database.run(Self.decide) {
      $0.bind(id)
      $0.bind(isApproved ? "approved" : "refused")
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "voiceRecording", what: "review") }
  }

  package func approvedSound(of line: LineKey, in language: Language.ID) throws -> SoundID? {
    try database.use(Self.approved) { statement in
      statement.bind(language.text)
      statement.bind(Self.number(line))
      return try statement.step() ? Self.key(statement.number(0)) : nil
    }
  }

  package func spokenLanguages() throws -> [Language.ID] {
    try database.use(Self.spoken) { statement in
      var languages: [Language.ID] = []
      while try statement.step() { languages.append(Language.ID(statement.text(0))) }
      return languages
    }
  }

  package func recordedLines(in language: Language.ID) throws -> (approved: Set<LineKey>, waiting: Set<LineKey>) {
    func keys(_ state: VoiceRecording.State) throws -> Set<LineKey> {
      try database.use(Self.lines) { statement in
        statement.bind(language.text)
        statement.bind(state.rawValue)
        var keys: Set<LineKey> = []
        while try statement.step() { keys.insert(Self.key(statement.number(0))) }
        return keys
      }
    }
    return (try keys(.approved), try keys(.waiting))
  }

  package func recordedSounds() throws -> [SoundID] {
    try database.use(Self.files) { statement in
      var sounds: [SoundID] = []
      while try statement.step() { sounds.append(Self.key(statement.number(0))) }
      return sounds
    }
  }

  /// SQLite's whole numbers have a sign.
  private static func number(_ key: LineKey) -> Int64 { Int64(bitPattern: key.value) }
  private static func key(_ number: Int64) -> LineKey { LineKey(value: UInt64(bitPattern: number)) }

  private static func recording(_ row: Statement) throws -> VoiceRecording {
    guard let state = VoiceRecording.State(rawValue: row.text(7)) else {
      throw SQLiteStoreError.unreadable(table: "voiceRecording", column: "state")
    }
    return VoiceRecording(
      id: row.number(0), language: Language.ID(row.text(1)), line: key(row.number(2)), sound: key(row.number(3)),
      milliseconds: row.int(4), by: row.number(5), at: Moment(milliseconds: row.number(6)), state: state,
      reviewedBy: row.optionalNumber(8))
  }
}
