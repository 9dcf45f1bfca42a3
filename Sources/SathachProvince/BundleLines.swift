import Province

/// What became of a bundle, in one English line for the operator; the one place.
enum BundleLines {
  static func text(_ outcome: BundleOutcome) -> String {
    switch outcome {
    case .applied(let records): "applied, \(records) records"
    case .again: "had been applied before; nothing changed"
    case .waiting(let wait): "waits: \(text(wait))"
    case .refused(let refusal): "refused: \(text(refusal))"
    }
  }

  static func text(_ wait: BundleWait) -> String {
    switch wait {
    case .gap(let missing):
      "bundle \(missing) of this box has not come; on the box: sathach bundle again \(missing) --to DIR"
    case .withdrawnKey:
      "its key was withdrawn; it counts once the box's next bundle, signed by a key that counts, names it"
    }
  }

  static func text(_ refusal: BundleRefusal) -> String {
    switch refusal {
    case .damaged(let cause): "the file is damaged (\(cause)); have the box write it again: sathach bundle again"
    case .unknownKey(let kid): "no trusted key has the id \(kid); take in the box's public key, then import again"
    case .keyOfAnotherBox(let owner): "signed by the key of \(owner), which does not speak for this box"
    case .forged: "the signature does not hold: altered, or made by somebody else"
    case .otherProvince: "sealed to another province's key; the box has the wrong recipient"
    case .laterVersion(let version): "format version \(version) is of a later program; update this one"
    case .tooLarge(let bytes, let most): "\(bytes) bytes, at most \(most) are read"
    case .otherOfThisNumber:
      "another bundle with this number was applied; the box was copied, or restored under its old number"
    case .otherPast:
      "it follows another bundle than the one applied before it; the box was copied, or restored under its old number"
    case .sample: "sample data counts nowhere"
    case .unreadable(let cause): "what it holds contradicts itself (\(cause)); nothing of it was taken"
    }
  }
}
