import Slip

/// The shapes of `Vectors/*.json`; names are part of the published vectors.
struct SlipVectors: Codable, Equatable {
  var keyLists: [String: KeyListRecord]
  var vectors: [Vector]

  struct Vector: Codable, Equatable {
    var name: String
    var text: String
    /// The name of one of `keyLists`.
    var keys: String
    var verdict: VerdictRecord
  }
}

struct KeyListRecord: Codable, Equatable {
  var keys: [Key]
  var revoked: [Revoked]

  struct Key: Codable, Equatable {
    var kid: String
    var `public`: String
    var issuer: String
    var fromSerial: Int
    var withdrawnFromSerial: Int?
  }

  struct Revoked: Codable, Equatable {
    var issuer: String
    var token: String
  }

  init(_ list: KeyList) {
    keys = list.keys.map {
      Key(
        kid: $0.kid.hex, public: Hex.text($0.publicKey), issuer: $0.issuer.text, fromSerial: $0.fromSerial,
        withdrawnFromSerial: $0.withdrawnFromSerial)
    }
    revoked = list.revoked.map { Revoked(issuer: $0.issuer.text, token: $0.token.digits) }
      .sorted { ($0.issuer, $0.token) < ($1.issuer, $1.token) }
  }

  func keyList() throws -> KeyList {
    KeyList(
      keys: try keys.map {
        try KnownKey(
          kid: KeyID(hex: $0.kid), publicKey: Hex.bytes($0.public) ?? [], issuer: Issuer($0.issuer),
          fromSerial: $0.fromSerial, withdrawnFromSerial: $0.withdrawnFromSerial)
      },
      revoked: Set(
        try revoked.map { RevokedSlip(issuer: try Issuer($0.issuer), token: try SlipToken(digits: $0.token)) }))
  }
}

/// A verdict with the facts another implementation must agree on; the reason of a malformed slip is only told.
struct VerdictRecord: Codable, Equatable {
  var kind: String
  var claims: ClaimsRecord?
  var sample: Bool?
  var kid: String?
  var fromSerial: Int?
  var claimed: String?
  var owner: String?
  var version: Int?
  var reason: String?

  init(_ verdict: Verdict) {
    switch verdict {
    case .genuine(let claims, let sample): self.init("genuine", claims, sample: sample)
    case .altered(let kid): self.init("altered", kid: kid.hex)
    case .unknownKey(let kid): self.init("unknownKey", kid: kid.hex)
    case .keyNotYetInForce(let claims, let from): self.init("keyNotYetInForce", claims, fromSerial: from)
    case .keyWithdrawn(let claims, let from): self.init("keyWithdrawn", claims, fromSerial: from)
    case .revoked(let claims): self.init("revoked", claims)
    case .issuerMismatch(let claimed, let owner):
      self.init("issuerMismatch")
      (self.claimed, self.owner) = (claimed.text, owner.text)
    case .otherVersion(let version):
      self.init("otherVersion")
      self.version = version
    case .notASlip(let reason): self.init("notASlip", reason: reason.name)
    case .malformed(let reason): self.init("malformed", reason: reason.name)
    }
  }

  private init(
    _ kind: String, _ claims: Claims? = nil, sample: Bool? = nil, kid: String? = nil, fromSerial: Int? = nil,
    reason: String? = nil
  ) {
    (self.kind, self.claims, self.sample) = (kind, claims.map(ClaimsRecord.init), sample)
    (self.kid, self.fromSerial, self.reason) = (kid, fromSerial, reason)
  }
}

struct ClaimsRecord: Codable, Equatable {
  var issuer: String
  var issuedAt: Int
  var token: String
  var serial: Int
  var audience: Int
  var frameworkVersion: Int
  var blueprintVersion: Int
  var bankHash: String
  var right: Int
  var asked: Int
  var outcome: Int
  var areaBits: Int
  var identity: Int
  var help: Int
  var bootCounter: Int
  var logHead: String
  var holderCheck: Int?

  init(_ claims: Claims) {
    (issuer, issuedAt, token) = (claims.issuer.text, claims.issuedAt, claims.token.digits)
    (serial, audience) = (claims.serial, claims.audience)
    (frameworkVersion, blueprintVersion) = (claims.frameworkVersion, claims.blueprintVersion)
    (bankHash, right, asked) = (Hex.text(claims.bankHash), claims.right, claims.asked)
    (outcome, areaBits) = (claims.outcome.rawValue, claims.areaBits)
    (identity, help) = (claims.identity.rawValue, claims.help.rawValue)
    (bootCounter, logHead, holderCheck) = (claims.bootCounter, Hex.text(claims.logHead), claims.holderCheck)
  }
}

struct SpokenCodeVectors: Codable, Equatable {
  var right: [Right]
  var wrong: [Wrong]

  struct Right: Codable, Equatable {
    var token: String
    var code: String
  }

  struct Wrong: Codable, Equatable {
    var code: String
    var mistypedGroups: [Int]
  }
}

struct HolderCheckVectors: Codable, Equatable {
  var vectors: [Vector]

  struct Vector: Codable, Equatable {
    var token: String
    var number: String
    var bits: Int
  }
}

struct KeyListVectors: Codable, Equatable {
  var anchor: AnchorRecord
  var vectors: [Vector]

  struct AnchorRecord: Codable, Equatable {
    var `public`: String
    var kid: String
    var fingerprint: String
  }

  struct Vector: Codable, Equatable {
    var name: String
    var text: String
    var heldNumber: Int?
    var result: Result
  }

  /// What reading the file gives: an accepted list, or the kind of refusal.
  struct Result: Codable, Equatable {
    var kind: String
    var number: Int?
    var issuedAt: Int?
    var list: KeyListRecord?
    var kid: String?
    var reason: String?
  }
}

extension SlipError {
  /// The case's name without its facts: enough for a reader of the vectors, and stable.
  var name: String { String(String(describing: self).prefix { $0 != "(" }) }
}
