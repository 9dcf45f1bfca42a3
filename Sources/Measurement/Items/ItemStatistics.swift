/// What is known of an item before anybody answers it.
package struct ItemShape: Equatable, Sendable {
  /// How many options it has; 0 for kinds without.
  package let options: Int
  /// The right one.
  package let key: Int?

  package init(options: Int = 0, key: Int? = nil) {
    self.options = options
    self.key = key
  }
}

/// How an item did among the people on whose forms it stood.
package struct ItemStatistics: Equatable, Sendable {
  package let item: Int
  /// Forms with this item, of all forms in the table.
  package let exposure: Proportion
  /// Mean credit, 0…1 (classical item difficulty; Lord and Novick, Statistical Theories of Mental Test Scores, 1968);
  /// omitted counts as nothing. Wilson interval; nil if nobody had the item.
  package let facility: Estimate?
  /// Of the facility: √(s² / n); nil below two responses.
  package let standardError: Double?
  /// What the people who had the item came to on the other items of their forms, 0…1: a share, since forms differ.
  package let meanRest: Double?
  /// Of ``meanRest``.
  package let restError: Double?
  /// Corrected discrimination: the correlation of the item's credit with the mean credit of the *other* items on the same
  /// person's form (point-biserial for right or wrong; Henrysson, Psychometrika 28, 1963, 211–218). A share, not a sum,
  /// since forms differ. Interval by Fisher's z (Metron 1, 1921, 3–32). Nil where nobody differs.
  package let discrimination: Estimate?
  /// Forms on which the item was left without an answer.
  package let omitted: Proportion
  /// One for each option of the shape; empty for kinds without options.
  package let options: [OptionStatistics]
  package let time: AnswerTime?

  /// For every item of the table, by its number; `shapes` may be shorter.
  package static func all(of table: ResponseTable, shapes: [ItemShape]) -> [ItemStatistics] {
    let columns = ItemColumns(table)
    return (0..<table.itemCount).map { item in
      ItemStatistics(
        item: item, shape: item < shapes.count ? shapes[item] : ItemShape(), table: table, columns: columns)
    }
  }

  private init(item: Int, shape: ItemShape, table: ResponseTable, columns: ItemColumns) {
    let responses = columns.responses(to: item)
    var tally = ItemTally()
    for response in responses { tally.add(Int(response), table, columns) }
    self.item = item
    exposure = Proportion(responses.count, of: table.attemptCount)
    facility = tally.facility
    standardError = tally.credit.standardError
    meanRest = tally.rest.count > 0 ? tally.rest.mean : nil
    restError = tally.rest.standardError
    discrimination = tally.restPairs.estimate
    omitted = Proportion(tally.omissions, of: responses.count)
    options = OptionStatistics.all(shape, responses, table, columns)
    time = AnswerTime(milliseconds: &tally.times)
  }
}

/// One pass over an item's responses.
private struct ItemTally {
  var credit = Moments()
  var rest = Moments()
  var restPairs = Correlation()
  var omissions = 0
  var times: [Int32] = []

  mutating func add(_ response: Int, _ table: ResponseTable, _ columns: ItemColumns) {
    let share = Double(table.credits[response]) / 100
    credit.add(share)
    if table.isOmitted(response) { omissions += 1 }
    if let time = table.milliseconds(of: response) { times.append(time) }
    guard columns.rests[response] >= 0 else { return }
    rest.add(columns.rests[response])
    restPairs.add(share, columns.rests[response])
  }

  var facility: Estimate? {
    guard credit.count > 0 else { return nil }
    let interval = Proportion.wilson(successes: credit.mean * Double(credit.count), of: credit.count)
    return Estimate(value: credit.mean, count: credit.count, interval: interval)
  }
}
