/// Many tests at once (S. Holm, Scandinavian Journal of Statistics 6, 1979, 65–70): where nothing is the matter with
/// any of them, at most one list in twenty has an adjusted probability below 0.05. Holds whatever the tests have to do with
/// each other.
enum Holm {
  /// In the order given.
  static func adjusted(_ probabilities: [Double]) -> [Double] {
    let order = probabilities.indices.sorted {
      (probabilities[$0], $0) < (probabilities[$1], $1)
    }
    var adjusted = probabilities
    var highest = 0.0
    for (rank, index) in order.enumerated() {
      highest = max(highest, min(1, Double(probabilities.count - rank) * probabilities[index]))
      adjusted[index] = highest
    }
    return adjusted
  }
}
