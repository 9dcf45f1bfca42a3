import Assessment
import Slip

/// A verdict in the operator's words.
struct VerdictReport {
  let verdict: Verdict
  /// The list it was checked with; nil for the box's own key alone.
  let edition: KeyList.Edition?
  let holder: HolderComparison?

  init(_ verdict: Verdict, edition: KeyList.Edition?, holder: HolderComparison?) {
    self.verdict = verdict
    self.edition = edition
    self.holder = holder
  }

  /// Genuine, and not shown by somebody else where a holder was asked about.
  var isAccepted: Bool {
    isGenuine && holder != .otherPerson
  }

  var isGenuine: Bool {
    if case .genuine = verdict { return true }
    return false
  }

  var lines: [String] {
    verdictLines + (holder.map { [Self.text($0)] } ?? []) + [listLine]
  }

  private var listLine: String {
    guard let edition else { return "checked with this box's own key; no list of the province is held" }
    let day = CivilDate(Moment(milliseconds: Int64(edition.issuedAt) * 1_000))
    return "checked with key list \(edition.number) of \(day.year)-\(Self.padded(day.month))-\(Self.padded(day.day))"
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  private static func text(_ holder: HolderComparison) -> String {
    switch holder {
    case .rightPerson: "holder: the slip was made for this number"
    case .otherPerson: "holder: the slip was made for another number"
    case .notBound: "holder: the slip is bound to no number"
    }
  }

  private var verdictLines: [String] {
    switch verdict {
    case .genuine(let claims, let isSample):
      return [isSample ? "genuine, but a SAMPLE slip: worth nothing" : "genuine"] + facts(claims)
    case .altered(let kid): return ["not genuine: altered, the signature under key \(kid.hex) does not hold"]
    case .unknownKey(let kid): return ["not genuine: signed with the key \(kid.hex), which is not known here"]
    case .keyNotYetInForce(let claims, let from):
      return ["not genuine: serial \(claims.serial), the key is in force from serial \(from)"] + facts(claims)
    case .keyWithdrawn(let claims, let from):
      return ["not genuine: the key was withdrawn from serial \(from), this is serial \(claims.serial)"]
        + facts(claims)
    case .revoked(let claims): return ["not genuine: revoked"] + facts(claims)
    case .issuerMismatch(let claimed, let owner):
      return ["not genuine: says it is from \(claimed.text), but the key belongs to \(owner.text)"]
    case .otherVersion(let version): return ["not genuine: format version \(version) is not known here"]
    case .notASlip(let error): return ["not a slip: \(SlipErrorWording.text(error))"]
    case .malformed(let error): return ["not genuine: \(SlipErrorWording.text(error))"]
    }
  }

  var json: JSON {
    var members = [
      JSON.Member(name: "genuine", value: JSON(isGenuine)), JSON.Member(name: "verdict", value: JSON(word)),
      JSON.Member(name: "reason", value: JSON(verdictLines.first ?? "")),
      JSON.Member(name: "list", value: edition.map { JSON($0.number) } ?? JSON(.null)),
    ]
    if let holder { members.append(JSON.Member(name: "holder", value: JSON("\(holder)"))) }
    if let claims { members.append(JSON.Member(name: "claims", value: Self.json(claims))) }
    return JSON(.object(members))
  }

  private var word: String {
    switch verdict {
    case .genuine(_, let isSample): isSample ? "sample" : "genuine"
    case .altered: "altered"
    case .unknownKey: "unknown-key"
    case .keyNotYetInForce: "key-not-yet-in-force"
    case .keyWithdrawn: "key-withdrawn"
    case .revoked: "revoked"
    case .issuerMismatch: "issuer-mismatch"
    case .otherVersion: "other-version"
    case .notASlip: "not-a-slip"
    case .malformed: "malformed"
    }
  }

  private var claims: Claims? {
    switch verdict {
    case .genuine(let claims, _), .keyNotYetInForce(let claims, _), .keyWithdrawn(let claims, _), .revoked(let claims):
      claims
    case .altered, .unknownKey, .issuerMismatch, .otherVersion, .notASlip, .malformed: nil
    }
  }

  private func facts(_ claims: Claims) -> [String] {
    [
      "issuer \(claims.issuer.text), serial \(claims.serial), code \(SpokenCode(claims.token).text)",
      "outcome \(claims.outcome), \(claims.right) of \(claims.asked) points, identity \(claims.identity)",
      "issued at \(claims.issuedAt) seconds since 1970, boot \(claims.bootCounter)",
    ]
  }

  private static func json(_ claims: Claims) -> JSON {
    JSON.object([
      "issuer": JSON(claims.issuer.text), "serial": JSON(claims.serial), "token": JSON(claims.token.digits),
      "issuedAt": JSON(claims.issuedAt), "audience": JSON(claims.audience),
      "frameworkVersion": JSON(claims.frameworkVersion), "blueprintVersion": JSON(claims.blueprintVersion),
      "bankHash": JSON(claims.bankHash.hex), "right": JSON(claims.right), "asked": JSON(claims.asked),
      "outcome": JSON(claims.outcome.rawValue), "areaBits": JSON(claims.areaBits),
      "identity": JSON(claims.identity.rawValue), "help": JSON(claims.help.rawValue),
      "bootCounter": JSON(claims.bootCounter), "logHead": JSON(claims.logHead.hex),
      "holderCheck": claims.holderCheck.map { JSON($0) } ?? JSON(.null),
    ])
  }
}
