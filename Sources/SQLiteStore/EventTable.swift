import Assessment
import UseCases

/// The last entry of the log.
struct LogHead {
  /// What the first entry is hashed over instead of one before it.
  static let none = LogHead(id: 0, hash: [UInt8](repeating: 0, count: 32))

  let id: Int64
  let hash: [UInt8]
}

/// One entry as it is hashed. The form is written down in `EventLog`, and never changes.
struct LogEntry {
  let id: Int64
  let at: Int64
  let attempt: Int64?
  let kind: String
  let digest: [UInt8]
  let note: String

  /// What the entry's hash is taken over; nil where a length does not fit its field.
  func message(after previous: [UInt8]) -> [UInt8]? {
    let (kindLength, noteLength) = (kind.utf8.count, note.utf8.count)
    guard kindLength <= 0xFF, digest.count <= 0xFF, noteLength <= 0xFFFF else { return nil }
    var message: [UInt8] = []
    message.reserveCapacity(previous.count + 28 + kindLength + digest.count + noteLength)
    message += previous
    Self.append(id, to: &message)
    Self.append(at, to: &message)
    Self.append(attempt ?? 0, to: &message)
    message.append(UInt8(kindLength))
    message += kind.utf8
    message.append(UInt8(digest.count))
    message += digest
    message.append(UInt8(noteLength >> 8))
    message.append(UInt8(noteLength & 0xFF))
    message += note.utf8
    return message
  }

  private static func append(_ number: Int64, to message: inout [UInt8]) {
    withUnsafeBytes(of: number.bigEndian) { message.append(contentsOf: $0) }
  }
}

/// The table `event`: append only, each entry hashed over the one before.
extension KioskStore {
  private static let lastEvent = Query("SELECT id, hash FROM event ORDER BY id DESC LIMIT 1")
  private static let addEvent = Query(
    "INSERT INTO event (id, at, kind, attempt, digest, note, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")

  @discardableResult
  package func append(_ event: Event, at moment: Moment) throws -> [UInt8] {
    let last = try lastEntry()
    let entry = LogEntry(
      id: last.id + 1, at: moment.milliseconds, attempt: event.attempt, kind: event.kind.rawValue,
      digest: event.digest, note: event.note)
    guard let message = entry.message(after: last.hash) else {
      throw SQLiteStoreError.eventTooLong(kind: entry.kind)
    }
    let hash = secrets.sha256(message)
    try database.run(Self.addEvent) {
      $0.bind(entry.id)
      $0.bind(entry.at)
      $0.bind(entry.kind)
      $0.bind(entry.attempt)
      $0.bind(entry.digest)
      $0.bind(entry.note)
      $0.bind(hash)
    }
    // Outside a transaction nobody would make it forget.
    logHead = database.expectsTransaction ? LogHead(id: entry.id, hash: hash) : nil
    return hash
  }

  package func head() throws -> [UInt8] {
    try lastEntry().hash
  }

  func lastEntry() throws -> LogHead {
    if let logHead { return logHead }
    let last = try database.use(Self.lastEvent) { statement in
      try statement.step() ? LogHead(id: statement.number(0), hash: statement.bytes(1)) : LogHead.none
    }
    if database.expectsTransaction { logHead = last }
    return last
  }
}
