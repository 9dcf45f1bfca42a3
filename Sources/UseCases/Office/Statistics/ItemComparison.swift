import Assessment
import Measurement

/// Two groups of people whose answers to an item are compared, among those who do as well on the rest of their forms.
package enum ItemComparison: String, Sendable, CaseIterable {
  /// Men are the reference, women the focal group.
  case sex
  /// Under 60 the reference, from 60 on the focal group.
  case age
  /// Without help the reference, with help the focal group.
  case help

  func group(_ form: ScoredForm) -> ItemDifference.Group {
    switch self {
    case .sex: form.sex.map { $0 == .male ? .reference : .focal } ?? .neither
    case .age: form.age < .older ? .reference : .focal
    case .help: form.isAssisted ? .focal : .reference
    }
  }

  /// On which side each attempt stands, a byte each.
  struct Groups {
    private var sides: [ItemComparison: [ItemDifference.Group]] = [:]

    mutating func add(_ form: ScoredForm) {
      for comparison in ItemComparison.allCases { sides[comparison, default: []].append(comparison.group(form)) }
    }

    subscript(_ comparison: ItemComparison) -> [ItemDifference.Group] { sides[comparison] ?? [] }
  }
}
