/// As the ledger keeps them: a name, and a fact that goes with it.
extension BundleWait {
  package var name: String {
    switch self {
    case .gap: "gap"
    case .withdrawnKey: "withdrawn-key"
    }
  }

  package var fact: String? {
    switch self {
    case .gap(let missing): String(missing)
    case .withdrawnKey: nil
    }
  }

  package init?(name: String, fact: String?) {
    switch name {
    case "gap": self = .gap(missing: fact.flatMap { Int($0) } ?? 0)
    case "withdrawn-key": self = .withdrawnKey
    default: return nil
    }
  }
}

extension BundleRefusal {
  package var name: String {
    switch self {
    case .damaged: "damaged"
    case .unknownKey: "unknown-key"
    case .keyOfAnotherBox: "key-of-another-box"
    case .forged: "forged"
    case .otherProvince: "other-province"
    case .laterVersion: "later-version"
    case .tooLarge: "too-large"
    case .otherOfThisNumber: "other-of-this-number"
    case .otherPast: "other-past"
    case .sample: "sample"
    case .unreadable: "unreadable"
    }
  }

  package var fact: String? {
    switch self {
    case .damaged(let cause), .unreadable(let cause): cause
    case .unknownKey(let kid): kid
    case .keyOfAnotherBox(let owner): owner
    case .laterVersion(let version): String(version)
    case .tooLarge(let bytes, let most): "\(bytes) \(most)"
    case .forged, .otherProvince, .otherOfThisNumber, .otherPast, .sample: nil
    }
  }

  package init?(name: String, fact: String?) {
    let fact = fact ?? ""
    switch name {
    case "damaged": self = .damaged(cause: fact)
    case "unknown-key": self = .unknownKey(kid: fact)
    case "key-of-another-box": self = .keyOfAnotherBox(owner: fact)
    case "forged": self = .forged
    case "other-province": self = .otherProvince
    case "later-version": self = .laterVersion(Int(fact) ?? 0)
    case "too-large":
      let numbers = fact.split(separator: " ").map { Int($0) ?? 0 }
      self = .tooLarge(bytes: numbers.first ?? 0, most: numbers.last ?? 0)
    case "other-of-this-number": self = .otherOfThisNumber
    case "other-past": self = .otherPast
    case "sample": self = .sample
    case "unreadable": self = .unreadable(cause: fact)
    default: return nil
    }
  }
}
