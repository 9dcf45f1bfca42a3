import Assessment
import Bundles
import Slip
import UseCases

/// Under which device name a row came to be: rows up to a number are of an earlier one.
struct BundleOrigins {
  fileprivate var steps: [(former: Issuer, lastAttempt: Int64, lastPerson: Int64)] = []
  let issuer: Issuer

  func attempt(_ id: Int64) -> BundledID {
    BundledID(origin: steps.first { id <= $0.lastAttempt }?.former ?? issuer, number: id)
  }

  func person(_ id: Int64) -> BundledID {
    BundledID(origin: steps.first { id <= $0.lastPerson }?.former ?? issuer, number: id)
  }
}

/// Rows as bundles hold them.
extension KioskStore {
  private static let deviceChanges = Query("SELECT former, lastAttempt, lastPerson FROM deviceChange ORDER BY event")
  private static let everyBank = Query("SELECT hash, adoptedAt FROM itemBank ORDER BY id")
  private static let rulesInForce = Query(
    """
    SELECT f.audience, w.version, b.version, b.hash, r.origin, r.document, r.day, r.signer,
      coalesce(r.at, k.adoptedAt)
    FROM inForce f JOIN blueprint b ON b.id = f.blueprint JOIN framework w ON w.id = f.framework
      JOIN itemBank k ON k.id = f.bank
      LEFT JOIN ruleAdoption r ON r.id = (SELECT max(id) FROM ruleAdoption WHERE audience = f.audience)
    ORDER BY f.audience
    """)
  // Only of people who have agreed, in an attempt that is theirs or was before two records became one.
  private static let bundledPerson = Query(
    """
    SELECT p.numberLookup, p.nameSealed, p.numberSealed, p.birthSealed, p.sex, p.firstSeenAt, p.changedAt,
      p.erasedAt
    FROM person p WHERE p.id = ?1
      AND (EXISTS (SELECT 1 FROM attempt a WHERE a.person = p.id AND a.notice IS NOT NULL)
        OR EXISTS (SELECT 1 FROM mergedAttempt m JOIN attempt a ON a.id = m.attempt
          WHERE m.person = p.id AND a.notice IS NOT NULL))
    """)
  private static let certificates = Query(
    """
    SELECT course, seenOn FROM courseCertificate c WHERE person = ?1
      AND EXISTS (SELECT 1 FROM person p WHERE p.id = c.person AND p.erasedAt IS NULL) ORDER BY id
    """)
  private static let bundledSlip = Query("SELECT serial, attempt, token, bytes, issuedAt FROM slip WHERE serial = ?1")
  private static let newestEntry = Query(
    "SELECT state, reason, changedAt FROM confirmationEntry WHERE slip = ?1 ORDER BY id DESC LIMIT 1")

  func bundleOrigins(_ issuer: Issuer) throws -> BundleOrigins {
    try database.use(Self.deviceChanges) { row in
      var origins = BundleOrigins(issuer: issuer)
      while try row.step() { origins.steps.append((try Issuer(row.text(0)), row.number(1), row.number(2))) }
      return origins
    }
  }

  func bundledBanks() throws -> [BundledBank] {
    try database.use(Self.everyBank) { row in
      var banks: [BundledBank] = []
      while try row.step() {
        banks.append(BundledBank(hash: row.bytes(0), adoptedAt: Moment(milliseconds: row.number(1))))
      }
      return banks
    }
  }

  func bundledRules() throws -> [BundledRules] {
    try database.use(Self.rulesInForce) { row in
      var rules: [BundledRules] = []
      while try row.step() {
        let act = row.optionalText(5).map {
          BundledRules.Act(document: $0, day: row.text(6), signer: row.text(7))
        }
        rules.append(
          BundledRules(
            audience: row.text(0), frameworkVersion: row.int(1), blueprintVersion: row.int(2),
            blueprintHash: row.bytes(3), origin: row.optionalText(4).flatMap(BundledRules.Origin.init) ?? .proposal,
            act: act, at: Moment(milliseconds: row.number(8))))
      }
      return rules
    }
  }

  func bundledPerson(_ id: Int64, _ origins: BundleOrigins, _ seal: BundledParticulars.Sealing) throws -> BundledPerson?
  {
    let hasWithdrawn = try withdrawal(of: merge(of: id)?.kept ?? id) != nil
    return try database.use(Self.bundledPerson) { row in
      row.bind(id)
      guard try row.step() else { return nil }
      let name = origins.person(id)
      let standing: BundledPerson.Standing = !row.isNull(7) ? .erased : hasWithdrawn ? .withdrew : .agrees
      return BundledPerson(
        id: name, sealed: standing == .agrees ? try particulars(row).sealed(for: name, seal) : [],
        sex: row.optionalText(4).flatMap(Sex.init), standing: standing,
        firstSeenAt: Moment(milliseconds: row.number(5)), changedAt: Moment(milliseconds: row.number(6)))
    }
  }

  private func particulars(_ row: Statement) throws -> BundledParticulars {
    let purpose = Purpose(row.bytes(0))
    return BundledParticulars(
      name: try secrets.open(row.bytes(1), purpose: purpose.name),
      number: try secrets.open(row.bytes(2), purpose: purpose.number),
      birth: try secrets.open(row.bytes(3), purpose: purpose.birth))
  }

  func bundledCertificates(_ person: Int64, _ origins: BundleOrigins) throws -> [BundledCertificate] {
    try database.use(Self.certificates) { row in
      row.bind(person)
      var found: [BundledCertificate] = []
      while try row.step() {
        found.append(
          BundledCertificate(person: origins.person(person), course: row.text(0), seenOn: row.text(1)))
      }
      return found
    }
  }

  /// A slip with whose it is by its own claims.
  func bundledSlip(_ serial: Int64, _ origins: BundleOrigins) throws -> BundledSlip? {
    try database.use(Self.bundledSlip) { row in
      row.bind(serial)
      guard try row.step() else { return nil }
      let slip = try slip(from: row)
      let claims = try Claims(decoding: SlipBytes(decoding: slip.bytes).message.payload)
      return BundledSlip(
        issuer: claims.issuer, token: slip.token, serial: claims.serial, attempt: origins.attempt(slip.attempt),
        bytes: slip.bytes, issuedAt: slip.issuedAt)
    }
  }

  func bundledConfirmation(of slip: BundledSlip, serial: Int64) throws -> BundledConfirmation? {
    try database.use(Self.newestEntry) { row in
      row.bind(serial)
      guard try row.step() else { return nil }
      guard let state = BundledConfirmation.State(rawValue: row.text(0)) else {
        throw SQLiteStoreError.unreadable(table: "confirmationEntry", column: "state")
      }
      return BundledConfirmation(
        issuer: slip.issuer, token: slip.token, state: state, reason: row.optionalText(1),
        at: Moment(milliseconds: row.number(2)))
    }
  }
}
