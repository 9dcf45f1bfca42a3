/// Generalizability of forms drawn at random: items nested in persons (the i:p design), every person with a form of their
/// own. Credits are shares, 0…1, so partial credit needs nothing special.
///
/// Source: R. L. Brennan, Generalizability Theory, 2001, chapters 2 and 3 (expected mean squares of i:p); R. L. Brennan and
/// M. T. Kane, "An index of dependability for mastery tests", Journal of Educational Measurement 14 (1977), 277–289.
/// Forms should be of one length; where they differ, n₀ stands for it (Searle, Linear Models, 1971, chapter 10), and the
/// interval is a close guess.
package struct PersonsAndForms: Equatable, Sendable {
  package let persons: Int
  /// n₀: the items of a form, if all have as many.
  package let itemsPerForm: Double
  package let mean: Double
  /// Mean squares between persons, and among the items of a person.
  package let personsSquare: Double
  package let itemsSquare: Double
  private let responses: Int

  /// Nil below two persons, or if no form has two items. Attempts without items are left out.
  package init?(_ table: ResponseTable) {
    var grand = Moments()
    var within = 0.0
    var forms: [(items: Int, mean: Double)] = []
    for attempt in 0..<table.attemptCount {
      var own = Moments()
      for response in table.responses(of: attempt) {
        own.add(Double(table.credits[response]) / 100)
        grand.add(Double(table.credits[response]) / 100)
      }
      guard own.count > 0 else { continue }
      within += (own.populationVariance ?? 0) * Double(own.count)
      forms.append((own.count, own.mean))
    }
    guard forms.count > 1, grand.count > forms.count else { return nil }
    let total = Double(grand.count)
    let between = forms.reduce(0.0) { $0 + Double($1.items) * ($1.mean - grand.mean) * ($1.mean - grand.mean) }
    let squares = forms.reduce(0.0) { $0 + Double($1.items) * Double($1.items) }
    persons = forms.count
    responses = grand.count
    mean = grand.mean
    itemsPerForm = (total - squares / total) / Double(forms.count - 1)
    personsSquare = between / Double(forms.count - 1)
    itemsSquare = within / Double(grand.count - forms.count)
  }

  /// σ²(p): how much persons differ beyond chance. An estimate below zero is taken as zero (Brennan 2001, chapter 3).
  package var personsVariance: Double { max(0, (personsSquare - itemsSquare) / itemsPerForm) }
  /// σ²(i:p): how much a person's items differ.
  package var itemsVariance: Double { itemsSquare }

  /// Φ of forms as long as these: σ²(p) / (σ²(p) + σ²(i:p)/n). For right or wrong items of one form length this is the
  /// intraclass correlation ICC(1,k). Exact F interval where all forms are of one length and errors normal (Shrout and
  /// Fleiss, Psychological Bulletin 86, 1979, 420–428). Nil if all answers are alike.
  package var dependability: Estimate? {
    guard let value = dependability(items: itemsPerForm) else { return nil }
    guard itemsSquare > 0 else { return Estimate(value: value, count: persons, interval: nil) }
    let ratio = personsSquare / itemsSquare
    let (above, below) = (Double(persons - 1), Double(responses - persons))
    let lower = 1 - FisherF.quantile(0.975, above, below) / ratio
    let upper = 1 - 1 / (ratio * FisherF.quantile(0.975, below, above))
    return Estimate(value: value, count: persons, interval: Interval(lower: max(0, lower), upper: max(0, upper)))
  }

  /// Φ if forms had so many items, drawn the same way.
  package func dependability(items: Double) -> Double? {
    Dependability.index(persons: personsVariance, error: itemsVariance / items, distance: 0)
  }

  /// Φ(λ): how dependable forms are for telling who is above and who is below `cut`, a share of 0…1. Higher than Φ where
  /// most people are far from the cut.
  package func dependability(cut: Double, items: Double? = nil) -> Double? {
    // (X̄ − λ)² alone would be too large by the variance of the mean of this very sample.
    let distance = (mean - cut) * (mean - cut) - personsSquare / Double(responses)
    return Dependability.index(
      persons: personsVariance, error: itemsVariance / (items ?? itemsPerForm), distance: distance)
  }

  /// Standard error of a form's mean credit for an average person, 0…1.
  package var standardError: Double { (itemsSquare / itemsPerForm).squareRoot() }
}

enum Dependability {
  static func index(persons: Double, error: Double, distance: Double) -> Double? {
    let signal = persons + distance
    guard signal + error > 0 else { return nil }
    return max(0, signal) / (max(0, signal) + error)
  }
}
