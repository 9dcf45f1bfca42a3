import Assessment

/// The words of the page's script, by the names it uses: the server's own where both say the same.
extension VerifierTemplate {
  static var words: JSON {
    JSON(.object(members(verdicts + facts) + members(lists)))
  }

  private static func members(_ words: [(String, String)]) -> [JSON.Member] {
    words.map { JSON.Member(name: $0.0, value: JSON($0.1)) }
  }

  private static func members(_ lists: [(String, [String])]) -> [JSON.Member] {
    lists.map { JSON.Member(name: $0.0, value: JSON($0.1.map { JSON($0) })) }
  }

  private static let verdicts: [(String, String)] = [
    ("genuine", Wording.checkGenuine), ("genuineReason", Wording.checkGenuineReason), ("sample", Wording.checkSample),
    ("sampleReason", Wording.checkSampleReason), ("refused", Wording.checkRefused), ("altered", Wording.checkAltered),
    ("keyNotYet", Wording.checkKeyNotYet), ("keyWithdrawn", Wording.checkKeyWithdrawn),
    ("revoked", Wording.checkRevoked), ("issuerMismatch", Wording.checkIssuerMismatch),
    ("unknown", VerifierWording.unknown), ("unknownKey", VerifierWording.unknownKey),
    ("otherVersion", VerifierWording.otherVersion), ("notASlip", Wording.checkNotASlip),
    ("notASlipReason", Wording.checkNotASlipReason), ("mangled", Wording.checkMangled),
    ("mangledReason", VerifierWording.mangledReason), ("mistyped", Wording.checkMistyped),
    ("mistypedGroups", Wording.checkMistypedGroups("{0}")), ("codeLength", VerifierWording.codeLength),
    ("codeRight", VerifierWording.codeRight), ("codeRightReason", VerifierWording.codeRightReason),
    ("several", Wording.checkSeveral), ("notDone", Wording.checkNotDone),
    ("holderUnreadable", Wording.checkHolderUnreadable), ("holderRight", Wording.checkHolderRight),
    ("holderOther", Wording.checkHolderOther), ("wrongHand", Wording.checkWrongHand),
    ("holderNotBound", Wording.checkHolderNotBound),
    ("groupPattern", Wording.checkGroupPattern), ("busy", VerifierWording.busy),
    ("busyReason", VerifierWording.busyReason), ("deviceTooOld", VerifierWording.tooOld),
  ]

  private static let facts: [(String, String)] = [
    ("outcome", Wording.slipOutcome), ("passed", Wording.passed), ("notPassed", Wording.notPassed),
    ("date", Wording.slipDate), ("serial", Wording.slipSerial), ("code", Wording.slipCode),
    ("identity", Wording.slipIdentity), ("help", Wording.slipHelp), ("rules", Wording.slipRules),
    ("rulesVersion", VerifierWording.rulesVersion), ("listEdition", VerifierWording.listEdition),
    ("ownKeysOnly", VerifierWording.ownKeysOnly), ("anchor", VerifierWording.anchor),
    ("broken", VerifierWording.broken), ("noCamera", VerifierWording.noCamera),
  ]

  private static let lists: [(String, [String])] = [
    ("identities", Wording.slipIdentities), ("helpKinds", Wording.slipHelpKinds),
  ]
}
