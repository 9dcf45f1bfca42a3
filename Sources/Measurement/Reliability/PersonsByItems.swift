/// A complete matrix: every person answered every item of one and the same form (the p × i design). The only place where
/// coefficient alpha is reckoned: over forms drawn at random it means nothing.
///
/// Source: R. L. Brennan, Generalizability Theory, 2001, chapter 2 (analysis of variance without repetition).
package struct PersonsByItems: Equatable, Sendable {
  package let persons: Int
  package let items: Int
  package let mean: Double
  package let personsSquare: Double
  package let itemsSquare: Double
  /// Of persons × items: what is left.
  package let restSquare: Double

  /// Rows are persons, with a credit of 0…1 for every item of the form. Nil below two persons or items.
  package init?(_ credits: [[Double]]) throws(MeasurementError) {
    let (n, k) = (credits.count, credits.first?.count ?? 0)
    for (person, row) in credits.enumerated() where row.count != k {
      throw .incompleteRow(person: person, found: row.count, expected: k)
    }
    guard n > 1, k > 1 else { return nil }
    let rows = credits.map { $0.reduce(0, +) / Double(k) }
    let columns = (0..<k).map { item in credits.reduce(0) { $0 + $1[item] } / Double(n) }
    let grand = rows.reduce(0, +) / Double(n)
    var rest = 0.0
    for person in 0..<n {
      for item in 0..<k {
        let left = credits[person][item] - rows[person] - columns[item] + grand
        rest += left * left
      }
    }
    persons = n
    items = k
    mean = grand
    personsSquare = Double(k) * rows.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / Double(n - 1)
    itemsSquare = Double(n) * columns.reduce(0) { $0 + ($1 - grand) * ($1 - grand) } / Double(k - 1)
    restSquare = rest / Double((n - 1) * (k - 1))
  }

  package var personsVariance: Double { max(0, (personsSquare - restSquare) / Double(items)) }
  package var itemsVariance: Double { max(0, (itemsSquare - restSquare) / Double(persons)) }
  package var restVariance: Double { restSquare }

  /// σ²(Δ): of a person's mean over forms like this one. Counts items' difficulty as error, for another form has others.
  private var absoluteError: Double { (itemsVariance + restVariance) / Double(items) }

  /// Coefficient alpha (Cronbach, Psychometrika 16, 1951, 297–334; by mean squares, Hoyt, Psychometrika 6, 1941, 153–160),
  /// with the F interval of Feldt (Psychometrika 30, 1965, 357–370). Nil if all persons have the same score.
  package var alpha: Estimate? {
    guard personsSquare > 0 else { return nil }
    let value = 1 - restSquare / personsSquare
    guard restSquare > 0 else { return Estimate(value: value, count: persons, interval: nil) }
    let (above, below) = (Double(persons - 1), Double((persons - 1) * (items - 1)))
    return Estimate(
      value: value, count: persons,
      interval: Interval(
        lower: 1 - (1 - value) * FisherF.quantile(0.975, above, below),
        upper: 1 - (1 - value) / FisherF.quantile(0.975, below, above)))
  }

  /// Φ of forms drawn like this one: ICC(2,k) of Shrout and Fleiss (1979), whose interval by Satterthwaite's degrees of
  /// freedom it has. Nil if all answers are alike.
  package var dependability: Estimate? {
    Dependability.index(persons: personsVariance, error: absoluteError, distance: 0).map {
      Estimate(value: $0, count: persons, interval: restSquare > 0 ? interval : nil)
    }
  }

  /// Φ(λ) for a cut of 0…1.
  package func dependability(cut: Double) -> Double? {
    let (n, k) = (Double(persons), Double(items))
    let ofMean = personsVariance / n + itemsVariance / k + restVariance / (n * k)
    return Dependability.index(
      persons: personsVariance, error: absoluteError, distance: (mean - cut) * (mean - cut) - ofMean)
  }

  private var interval: Interval {
    let (n, k) = (Double(persons), Double(items))
    // ICC(2,1) as it comes, also below zero: the degrees of freedom are made of it.
    let single =
      (personsSquare - restSquare) / (personsSquare + (k - 1) * restSquare + k * (itemsSquare - restSquare) / n)
    let ratio = itemsSquare / restSquare
    let part = n * (1 + (k - 1) * single) - k * single
    let above = (k - 1) * (n - 1) * (k * single * ratio + part) * (k * single * ratio + part)
    let freedom = above / ((n - 1) * k * k * single * single * ratio * ratio + part * part)
    let (low, high) = (FisherF.quantile(0.975, n - 1, freedom), FisherF.quantile(0.975, freedom, n - 1))
    let others = k * itemsSquare + (k * n - k - n) * restSquare
    let lower = n * (personsSquare - low * restSquare) / (low * others + n * personsSquare)
    let upper = n * (high * personsSquare - restSquare) / (others + n * high * personsSquare)
    // Spearman and Brown take one item's figure to the form's.
    return Interval(lower: max(0, k * lower / (1 + (k - 1) * lower)), upper: max(0, k * upper / (1 + (k - 1) * upper)))
  }
}
