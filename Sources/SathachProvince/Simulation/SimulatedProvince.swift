import Assessment
import Bundles
import Glibc
import Sealing
import Slip

/// A whole province of the simulation: `keys.json`, bundles in `stick-1` and further ones, and `ledger.jsonl` with what
/// must have been counted in the end.
struct SimulatedProvince {
  let boxes: Int
  let attempts: Int
  let seed: UInt64
  let isDisordered: Bool
  let folder: String
  let recipient: Recipient

  private static let sticks = 4
  private static let mostOfBundle = 5_000

  func write() throws {
    for stick in 1...(isDisordered ? Self.sticks : 1) { try Files.makeFolder("\(folder)/stick-\(stick)") }
    try Files.makeFolder(folder + "/box")
    let people = SimulatedPeople(boxes: boxes)
    let firstDay = Int64(CivilDate(year: 2026, month: 1, day: 5).dayNumber) * 86_400_000
    var keys: [String] = []
    let ledger = try LineFile(folder + "/ledger.jsonl")
    var dice = SeededDice(seed: seed)
    for place in 0..<boxes {
      var box = try SimulatedBox(place: place, seed: seed, people: people, firstDay: firstDay)
      keys.append(#"{"public":"\#(Hex.text(box.key.publicKey))","issuer":"\#(box.issuer.text)"}"#)
      let own = attempts / boxes + (place < attempts % boxes ? 1 : 0)
      try write(&box, own, &dice)
      try box.eachLine { try ledger.add($0) }
    }
    try ledger.close()
    try Files.write(Array("[\(keys.joined(separator: ",\n"))]\n".utf8), to: folder + "/keys.json", mode: 0o644)
    rmdir(folder + "/box")
  }

  private func write(_ box: inout SimulatedBox, _ own: Int, _ dice: inout SeededDice) throws {
    let count = max(2, (own + Self.mostOfBundle - 1) / Self.mostOfBundle)
    var left = own
    for number in 1...count {
      let share = number == count ? left : own / count
      left -= share
      let name = try box.write(number, count: share, of: own, in: folder + "/box", to: recipient)
      try deliver(name, &dice)
    }
  }

  /// In disorder: each bundle comes with any of the sticks, and every fifth with two.
  private func deliver(_ name: String, _ dice: inout SeededDice) throws {
    let stick = isDisordered ? dice.below(Self.sticks) + 1 : 1
    let source = "\(folder)/box/\(name)"
    if isDisordered, dice.below(5) == 0 {
      try Files.copy(source, to: "\(folder)/stick-\(stick % Self.sticks + 1)/\(name)")
    }
    let target = "\(folder)/stick-\(stick)/\(name)"
    guard rename(source, target) == 0 else { throw Files.fault(target) }
  }
}

/// A text file that is written line by line.
final class LineFile {
  private let path: String
  private let file: Int32
  private var waiting: [UInt8] = []

  init(_ path: String) throws {
    self.path = path
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Files.fault(path) }
  }

  func add(_ line: String) throws {
    waiting += line.utf8
    if waiting.count > 1 << 16 { try flush() }
  }

  func close() throws {
    try flush()
    Glibc.close(file)
  }

  private func flush() throws {
    try Files.write(waiting, to: file, path: path)
    waiting.removeAll(keepingCapacity: true)
  }
}
