import Assessment
import Bundles

/// People who do not exist, by a number each; somebody may be known in two communes.
struct SimulatedPeople {
  let boxes: Int

  /// Who is the box's person with this number, from 1. Every fortieth is also the next commune's person after that number.
  func index(box: Int, person: Int) -> Int {
    person % 40 == 7 ? (box + 1) % boxes + boxes * (person + 1) : box + boxes * person
  }

  /// Whether somebody of another commune may be the same. Nobody of these is erased here: whether the two still count as one
  /// depends on whether the other commune's bundle came first.
  static func mayTravel(_ person: Int) -> Bool { [7, 8].contains(person % 40) }

  /// No two indexes below 70 millions share a number.
  func number(_ index: Int) -> String {
    let year = birthYear(index)
    let century = (year < 2000 ? 0 : 2) + (isFemale(index) ? 1 : 0)
    return "002\(century)\(Self.padded(year % 100, to: 2))\(Self.padded(index / 70, to: 6))"
  }

  func birthYear(_ index: Int) -> Int { 1940 + index % 70 }

  func isFemale(_ index: Int) -> Bool { index / 3 % 2 == 0 }

  func particulars(_ index: Int, isCorrected: Bool) -> BundledParticulars {
    BundledParticulars(
      name: isCorrected ? "Mẫu Đã Sửa \(index)" : "Mẫu Tỉnh \(index)", number: number(index),
      birth: String(birthYear(index)))
  }

  static func padded(_ number: Int, to width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
