import Assessment
import Glibc
import Interchange
import Testing

@Suite("Samples in the dialects of other programs")
struct SampleTests {
  /// Each sample has a file beside it that says what it comes to; `WRITE_SNAPSHOTS=1` writes them anew.
  @Test(
    "each sample comes to what stands beside it",
    arguments: ["gift", "moodle", "qti", "table"].flatMap(Bank.samples).filter { !$0.hasSuffix(".told") })
  func samples(name: String) throws {
    let told = Self.lines(of: Bank.sample(name)).joined(separator: "\n") + "\n"
    if getenv("WRITE_SNAPSHOTS") != nil { Bank.keep(Array(told.utf8), as: name + ".told") }

    #expect(String(decoding: Bank.sample(name + ".told"), as: UTF8.self) == told)
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    do {
      let told = try Told(bytes)
      return told.items.map(line) + told.findings.map(line)
    } catch let finding as Finding {
      return ["file refused: " + line(finding)]
    } catch {
      return ["\(error)"]
    }
  }

  private static func line(_ item: ForeignItem) -> String {
    let name = item.isNamed ? "" : " (id made)"
    return "line \(item.line)\(name): " + String(decoding: item.content.canonicalBytes, as: UTF8.self)
  }

  private static func line(_ finding: Finding) -> String {
    let place = finding.line > 0 ? "line \(finding.line): " : ""
    return "\(finding.reason.weight) \(place)\(finding.subject): \(finding.reason.rawValue) \(finding.facts)"
  }

  @Test("every reason to refuse or note an item of these formats is met by a sample")
  func reasons() throws {
    let told = ["gift", "moodle", "qti", "table"].flatMap(Bank.samples).filter { $0.hasSuffix(".told") }
      .map { String(decoding: Bank.sample($0), as: UTF8.self) }.joined()
    // Met by tests of their own: worksheets, packages, notes and duplicates.
    let elsewhere: Set<Finding.Reason> = [
      .formula, .errorCell, .otherSheets, .unreadableEntry, .damagedNotes, .repeatedID, .unknownEntity,
    ]
    for reason in Finding.Reason.allCases where reason.weight != .refusesFile && !elsewhere.contains(reason) {
      #expect(told.contains(": \(reason.rawValue) "), "\(reason)")
    }
  }
}
