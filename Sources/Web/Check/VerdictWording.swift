import Assessment
import Slip
import UseCases

/// A slip's check in words: what it is worth, why, and what the paper says; never more than the paper says.
struct VerdictWording {
  enum Weight {
    case good
    case bad
    /// Nothing is wrong with a slip, but nothing was checked either.
    case open
  }

  var weight: Weight
  var title: String
  let reason: String
  var facts: [(String, String)] = []
  var notes: [String] = []
  private(set) var edition = ""
  /// Where more is to be seen.
  var link: (route: Route, label: String)?
  /// Whether the text stays in the field, to be mended.
  private(set) var keepsText = false

  private init(_ weight: Weight, _ title: String, _ reason: String) {
    self.weight = weight
    self.title = title
    self.reason = reason
  }

  var kind: Markup {
    switch weight {
    case .good: "passed"
    case .bad: "refused"
    case .open: "not-passed"
    }
  }

  static let holderUnreadable = VerdictWording(.open, Wording.checkNotDone, Wording.checkHolderUnreadable)

  init(waiting seconds: Int) {
    self.init(.open, Wording.checkNotDone, Wording.checkWait(seconds))
    keepsText = true
  }

  init(_ check: SlipCheck) {
    switch check.finding {
    case .verdict(let verdict): self.init(verdict)
    case .mistyped(let groups):
      self.init(
        .open, Wording.checkMistyped, Wording.checkMistypedGroups(groups.map(String.init).joined(separator: ", ")))
      keepsText = true
    case .codeLength(let digits):
      self.init(.open, Wording.checkMistyped, Wording.checkCodeLength(digits))
      keepsText = true
    case .codeCharacter:
      self.init(.open, Wording.checkMistyped, Wording.checkCodeCharacter)
      keepsText = true
    case .codeUnknown: self.init(.bad, Wording.checkCodeUnknown, Wording.checkCodeUnknownReason)
    case .severalSlips: self.init(.open, Wording.checkNotDone, Wording.checkSeveral)
    }
    if let holder = check.holder { notes = [Self.sentence(holder)] }
    // A good paper in the wrong hand is no good paper.
    if check.holder == .otherPerson, weight == .good { (weight, title) = (.bad, Wording.checkWrongHand) }
    if check.isHolderErased { notes.append(Wording.checkHolderErased) }
    edition = Self.sentence(check.edition)
  }

  private init(_ verdict: Verdict) {
    switch verdict {
    case .genuine(let claims, sample: false):
      self.init(.good, Wording.checkGenuine, Wording.checkGenuineReason)
      facts = Self.facts(claims)
    case .genuine(let claims, sample: true):
      self.init(.bad, Wording.checkSample, Wording.checkSampleReason)
      facts = Self.facts(claims)
    case .altered: self.init(.bad, Wording.checkRefused, Wording.checkAltered)
    case .unknownKey: self.init(.bad, Wording.checkUnknown, Wording.checkUnknownKey)
    case .keyNotYetInForce: self.init(.bad, Wording.checkRefused, Wording.checkKeyNotYet)
    case .keyWithdrawn: self.init(.bad, Wording.checkRefused, Wording.checkKeyWithdrawn)
    case .revoked: self.init(.bad, Wording.checkRefused, Wording.checkRevoked)
    case .issuerMismatch: self.init(.bad, Wording.checkRefused, Wording.checkIssuerMismatch)
    case .otherVersion: self.init(.open, Wording.checkUnknown, Wording.checkOtherVersion)
    case .notASlip: self.init(.open, Wording.checkNotASlip, Wording.checkNotASlipReason)
    case .malformed: self.init(.open, Wording.checkMangled, Wording.checkMangledReason)
    }
  }

  private static func sentence(_ holder: HolderComparison) -> String {
    switch holder {
    case .rightPerson: Wording.checkHolderRight
    case .otherPerson: Wording.checkHolderOther
    case .notBound: Wording.checkHolderNotBound
    }
  }

  private static func sentence(_ edition: KeyList.Edition?) -> String {
    guard let edition else { return Wording.checkOwnKeysOnly }
    let date = CivilDate(Moment(milliseconds: Int64(edition.issuedAt) * 1_000))
    return Wording.checkListEdition(edition.number, Formatting.date(date))
  }

  static func facts(_ claims: Claims) -> [(String, String)] {
    let date = CivilDate(Moment(milliseconds: Int64(claims.issuedAt) * 1_000))
    return [
      (
        Wording.slipOutcome,
        "\(claims.outcome == .passed ? Wording.passed : Wording.notPassed), \(claims.right)/\(claims.asked)"
      ),
      (Wording.slipDate, Formatting.date(date)),
      (Wording.slipSerial, "\(claims.issuer.text) · \(claims.serial)"),
      (Wording.slipCode, SpokenCode(claims.token).text),
      (Wording.slipIdentity, Wording.slipIdentities[claims.identity.rawValue]),
      (Wording.slipHelp, Wording.slipHelpKinds[claims.help.rawValue]),
      (Wording.slipRules, Wording.slipRulesVersion(claims.frameworkVersion, claims.blueprintVersion)),
    ]
  }

  var section: Markup {
    """
    <section class="outcome \(kind)" role="status">
    <h2>\(title)</h2>
    <p>\(reason)</p>
    \(each: notes, { "<p class=\"holder\">\($0)</p>" })\
    <dl class="facts">\(each: facts, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" })</dl>
    \(more)<p class="small">\(edition)</p>
    </section>

    """
  }

  private var more: Markup {
    link.map { "<p><a class=\"button\" href=\"\($0.route)\">\($0.label)</a></p>\n" } ?? ""
  }
}
