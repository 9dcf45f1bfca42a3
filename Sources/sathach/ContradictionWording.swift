import UseCases

extension OperatorWording {
  /// What a box says that a slip does not, in one line.
  static func text(contradiction found: SlipContradiction) -> String {
    switch found {
    case .chainBroken(let entry): "the chain is broken at entry \(entry)"
    case .headUnknown: "no entry has the slip's log head: entries before the slip were changed or are gone"
    case .entryReplaced(let entry): "entry \(entry) does not issue this slip"
    case .entryMissing(let entry): "the log ends at entry \(entry), where the slip's own entry should follow"
    case .slipReplaced: "another slip is stored under its serial"
    case .slipMissing: "it is not stored, though later serials are"
    case .olderThanSlip(let serial):
      "the last slip stored has the serial \(serial): the database is older than the slip"
    case .fewerStarts(let count): "the box counts \(count) starts, fewer than the slip says"
    case .endsBefore(let moment): "the last entry is of \(moment.seconds) seconds since 1970, before the slip was made"
    }
  }
}
