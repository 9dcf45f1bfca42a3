import Province

/// What became of a bundle, in the officers' words, and what to do about it.
extension BundleState {
  var advice: OfficerWording.Advice? {
    switch self {
    case .applied: nil
    case .waiting(let wait): OfficerWording.advice(wait)
    case .refused(let refusal): OfficerWording.advice(refusal)
    }
  }
}

/// How handing in is answered, for a program and for whoever reads its log.
extension BundleOutcome {
  package var status: Int {
    switch self {
    case .applied: 201
    case .again: 200
    case .waiting: 202
    case .refused(let refusal):
      switch refusal {
      case .unknownKey, .keyOfAnotherBox, .forged, .otherProvince: 403
      case .tooLarge: 413
      case .laterVersion: 415
      case .damaged, .sample, .unreadable, .otherOfThisNumber, .otherPast: 422
      }
    }
  }

  /// One line for a program; then, in Vietnamese, what happened and what to do.
  package var text: String {
    switch self {
    case .applied(let records): "applied records=\(records)\n"
    case .again: "again\n"
    case .waiting(let wait): Self.text("waiting \(wait.name)", OfficerWording.advice(wait))
    case .refused(let refusal): Self.text("refused \(refusal.name)", OfficerWording.advice(refusal))
    }
  }

  private static func text(_ word: String, _ advice: OfficerWording.Advice) -> String {
    "\(word)\n\(advice.what) \(advice.whatToDo)\n"
  }
}
