// Measures the statistics on 10,000 attempts of 30 out of 500 items, by itself, without the rest of the product:
//
//   swiftc -O -package-name sathach -swift-version 6 -o .build/measurement-speed \
//     Sources/Assessment/SeededDice.swift $(find Sources/Measurement -name '*.swift') \
//     Tests/MeasurementTests/Speed/main.swift
//   /usr/bin/time -v .build/measurement-speed
//
// Prints the milliseconds of each part, the median of five rounds, and the resident memory at the end. What it came to
// stands in Tests/Figures/measurement.txt.
import Glibc

func filled(attempts: Int, items: Int, length: Int) throws -> ResponseTable {
  var dice = SeededDice(seed: 7)
  var table = ResponseTable(itemCount: items)
  table.reserve(responses: attempts * length)
  for attempt in 0..<attempts {
    let ability = attempt % 60
    try table.append(
      (0..<length).map { place in
        let isRight = dice.below(100) < 30 + ability
        let item = (place * items / length + dice.below(items / length)) % items
        return ScoredResponse(
          item: item, credit: isRight ? 100 : 0, choice: .option(isRight ? 0 : 1 + dice.below(3)),
          milliseconds: 3_000 + dice.below(60_000))
      })
  }
  return table
}

func measured(_ name: String, _ work: () -> Int) {
  let rounds = (0..<5).map { _ in
    let clock = ContinuousClock()
    var count = 0
    let duration = clock.measure { count = work() }
    return (Double(duration.components.attoseconds) / 1e15 + Double(duration.components.seconds) * 1e3, count)
  }.sorted { $0.0 < $1.0 }
  print(name, "ms:", (rounds[2].0 * 10).rounded() / 10, "results:", rounds[2].1)
}

let table = try filled(attempts: 10_000, items: 500, length: 30)
let shapes = [ItemShape](repeating: ItemShape(options: 4, key: 0), count: 500)
let groups = (0..<10_000).map { $0 % 2 == 0 ? ItemDifference.Group.reference : .focal }
let shares = (0..<10_000).map { Double(9 + $0 % 21) / 30 }
measured("fill") { (try? filled(attempts: 10_000, items: 500, length: 30).responseCount) ?? -1 }
measured("items") { ItemStatistics.all(of: table, shapes: shapes).count }
measured("differences") { ItemDifference.all(of: table, groups: groups, leastCount: 100).count }
measured("reliability") { PersonsAndForms(table)?.dependability == nil ? 0 : 1 }
measured("consistency") { DecisionConsistency(shares: shares, reliability: 0.8, cut: 0.7) == nil ? 0 : 1 }
var dice = SeededDice(seed: 8)
let villages = CountTable(totalOf: (0..<200).map { _ in (0..<8).map { _ in dice.below(30) } })
measured("suppression of 200 × 8") { Suppression(of: villages, rule: .sentOut).isHidden.count }
measured("attack on it") { Suppression(of: villages, rule: .sentOut).exposedCells.count }
var usage = rusage()
getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
print("greatest resident memory, KiB:", usage.ru_maxrss)
