import Assessment
import UseCases

/// The table `device`, and the device of a session in `kioskSession`.
extension KioskStore {
  private static let addDevice = Query(
    "INSERT INTO device (number, name, tokenDigest, enrolledAt) VALUES (?1, ?2, ?3, ?4)")
  private static let deviceWithID = Query("SELECT id, number, name, enrolledAt, retiredAt FROM device WHERE id = ?1")
  private static let deviceWithToken = Query(
    "SELECT id, number, name, enrolledAt, retiredAt FROM device WHERE tokenDigest = ?1 AND retiredAt IS NULL")
  private static let devicesInUse = Query(
    "SELECT id, number, name, enrolledAt, retiredAt FROM device WHERE retiredAt IS NULL ORDER BY number")
  private static let retireDevice = Query("UPDATE device SET retiredAt = ?2 WHERE id = ?1 AND retiredAt IS NULL")
  private static let placeSession = Query("UPDATE kioskSession SET device = ?2 WHERE digest = ?1")

  package func addDevice(number: Int, name: String, tokenDigest: [UInt8], at moment: Moment) throws -> Device.ID {
    try database.run(Self.addDevice) {
      $0.bind(number)
      $0.bind(name)
      $0.bind(tokenDigest)
      $0.bind(moment.milliseconds)
    }
    return database.lastInsertedRow
  }

  package func device(_ id: Device.ID) throws -> Device? {
    try database.use(Self.deviceWithID) { statement in
      statement.bind(id)
      return try statement.step() ? device(from: statement) : nil
    }
  }

  package func device(tokenDigest: [UInt8]) throws -> Device? {
    try database.use(Self.deviceWithToken) { statement in
      statement.bind(tokenDigest)
      return try statement.step() ? device(from: statement) : nil
    }
  }

  package func devices() throws -> [Device] {
    try database.use(Self.devicesInUse) { statement in
      var devices: [Device] = []
      while try statement.step() { devices.append(device(from: statement)) }
      return devices
    }
  }

  package func retireDevice(_ id: Device.ID, at moment: Moment) throws -> Bool {
    try database.run(Self.retireDevice) {
      $0.bind(id)
      $0.bind(moment.milliseconds)
    } == 1
  }

  package func place(_ session: SessionID, at device: Device.ID?) throws {
    let digest = secrets.sha256(session.bytes)
    let changed = try database.run(Self.placeSession) {
      $0.bind(digest)
      $0.bind(device)
    }
    guard changed == 1 else { throw SQLiteStoreError.rowMissing(table: "kioskSession", what: "place") }
  }

  private func device(from row: Statement) -> Device {
    Device(
      id: row.number(0), number: row.int(1), name: row.text(2), enrolledAt: Moment(milliseconds: row.number(3)),
      retiredAt: row.optionalNumber(4).map { Moment(milliseconds: $0) })
  }
}
