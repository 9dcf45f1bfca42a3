import Testing

@testable import Assessment

@Suite("The file of reasons")
struct ReasonFileTests {
  private let all =
    #"["pause","rest","add-minutes","move","end","void","reprint-slip","revoke-slip","decide-flag","merge-people"]"#

  private func read(_ kinds: String) throws -> (reasons: [Reason], problems: [String]) {
    let findings = Findings(file: "reasons.json")
    let json = try JSONReader.read(Array(#"{"version": 1, "kinds": [\#(kinds)]}"#.utf8))
    let reasons = ReasonFile.read(json, findings: findings)
    return (reasons, findings.problems.map(\.description))
  }

  private func reason(_ id: String, _ acts: String? = nil) -> String {
    #"{"id": "\#(id)", "text": "Mất điện", "acts": \#(acts ?? all)}"#
  }

  @Test("two levels are read in their order, each reason with what it is for")
  func reads() throws {
    let (reasons, problems) = try read(
      """
      {"id": "health", "name": "Sức khỏe", "reasons": [\(reason("met")), \(reason("nghi", #"["pause"]"#))]},
      {"id": "other", "name": "Khác", "reasons": [\(reason("khac"))]}
      """)
    #expect(problems.isEmpty)
    #expect(reasons.map(\.id.text) == ["met", "nghi", "khac"])
    #expect(reasons.map(\.kind) == [.health, .health, .other])
    #expect(reasons[1].acts == [.pause] && reasons[1].kindName == "Sức khỏe" && reasons[1].text == "Mất điện")
  }

  @Test(
    "a file that is wrong is told where",
    arguments: [
      (#"{"id": "weather", "name": "Trời", "reasons": [R]}"#, "the kind \"weather\" is not known"),
      (#"{"id": "other", "name": "Khác", "reasons": [R, R]}"#, "the reason \"r\" stands twice"),
      (
        #"{"id": "other", "name": "K", "reasons": [R]}, {"id": "other", "name": "K", "reasons": [S]}"#,
        "the kind \"other\" stands twice"
      ),
      (#"{"id": "other", "name": "Khác", "reasons": []}"#, "\"reasons\" must be a list of at least 1"),
      (#"{"id": "other", "reasons": [R]}"#, "\"name\" is missing"),
      (#"{"id": "other", "name": "Khác", "reasons": [R], "extra": 1}"#, "\"extra\" is no name here"),
      (#"{"id": "other", "name": "Khác", "reasons": [P]}"#, "no reason is for the act \"void\""),
      (#"{"id": "other", "name": "Khác", "reasons": [R, X]}"#, "the act \"sleep\" is not known"),
      (#"{"id": "other", "name": "Khác", "reasons": [R, {"id": "Đ", "text": "a", "acts": ["end"]}]}"#, "\"id\" is"),
    ])
  func problems(kinds: String, problem: String) throws {
    var text = kinds
    for (sign, json) in [
      ("R", reason("r")), ("S", reason("s")), ("P", reason("p", #"["pause"]"#)), ("X", reason("x", #"["sleep"]"#)),
    ] {
      text = text.split(separator: "[\(sign)", omittingEmptySubsequences: false).joined(separator: "[\(json)")
      text = text.split(separator: ", \(sign)]", omittingEmptySubsequences: false).joined(separator: ", \(json)]")
    }
    let found = try read(text).problems
    #expect(found.contains { $0.contains(problem) }, "\(found)")
  }
}
