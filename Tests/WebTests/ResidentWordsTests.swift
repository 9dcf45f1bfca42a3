import Assessment
import TestSupport
import Testing

/// What a resident reads is Vietnamese and said in short sentences. Names of things that have no other name stand in a list.
@Suite("Words on residents' pages")
struct ResidentWordsTests {
  /// Read as they are; a new one is a decision.
  private static let known: Set<String> = [
    "qr", "vneid", "ubnd", "mm", "internet", "zalo", "qh", "usb", "english", "sathach", "conf",
  ]
  private static let onsets =
    "ngh ng nh gh gi kh ph th tr ch qu b c d g h k l m n p r s t v x".split(separator: " ").map(String.init) + [""]
  private static let vowels: Set<String> = Set(
    """
    a ai ao au ay e eo eu i ia ie ieu iu o oa oai oao oay oe oeo oi oo u ua uai uay uao ue ueo ui uo uoi uou uu uy uya uye \
    uyu y ye yeu
    """.split(separator: " ").map(String.init))
  private static let codas = ["ch", "ng", "nh", "c", "m", "n", "p", "t", ""]

  private static func isSyllable(_ word: String) -> Bool {
    let plain = Spelling.folded(word)
    return onsets.contains { onset in
      guard plain.hasPrefix(onset) else { return false }
      let rhyme = plain.dropFirst(onset.count)
      // In "gì" the one i is both.
      if onset == "gi", rhyme.isEmpty { return true }
      return codas.contains { rhyme.hasSuffix($0) && vowels.contains(String(rhyme.dropLast($0.count))) }
    }
  }

  private static func residents() throws -> [PageSample] {
    try PageSamples.all().filter {
      !$0.html.contains(" staff\"") && !$0.html.contains("page-sign-in") && !$0.html.contains("page-enrol")
        && !$0.name.hasPrefix("desk-guide-")
    }
  }

  /// What is seen of a page, a line for each element.
  private static func lines(of sample: PageSample) -> [Substring] {
    let main = sample.html.split(separator: "<body", maxSplits: 1).last ?? ""
    return main.split(separator: "<").dropFirst().compactMap {
      $0.split(separator: ">", maxSplits: 1).dropFirst().first
    }
  }

  @Test("the rule of syllables knows Vietnamese from English")
  func tellsApart() {
    for word in ["quyển", "nghỉ", "gì", "giờ", "khuya", "thưởng", "Đạt", "yêu"] { #expect(Self.isSyllable(word)) }
    for word in ["next", "submit", "page", "slip", "check", "undefined", "error"] { #expect(!Self.isSyllable(word)) }
  }

  @Test("no English on a resident's page")
  func areVietnamese() throws {
    var seen = 0
    for sample in try Self.residents() {
      for line in Self.lines(of: sample) {
        // Codes, addresses, letters that mark something and the technician's commands are no words.
        for word in line.split(whereSeparator: { $0.isWhitespace })
        where !word.contains(where: { "-/0123456789&".contains($0) }) {
          for part in word.split(whereSeparator: { !$0.isLetter })
          where part.count > 1 && !Self.known.contains(part.lowercased()) && !line.contains("sathach \(part)") {
            #expect(Self.isSyllable(String(part)), "\(sample.name): \(part) in “\(line)”")
            seen += 1
          }
        }
      }
    }
    #expect(seen > 5_000)
  }

  @Test("no sentence on a resident's page has more than 24 syllables")
  func areShort() throws {
    for sample in try Self.residents() {
      for line in Self.lines(of: sample) {
        for sentence in line.split(whereSeparator: { ".!?:;".contains($0) }) {
          let count = sentence.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).count
          #expect(count <= 24, "\(sample.name): \(count) in “\(sentence)”")
        }
      }
    }
  }
}
