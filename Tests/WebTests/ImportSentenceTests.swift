import Assessment
import Interchange
import Testing
import Web

@Suite("What is told of a file that an officer brings")
struct ImportSentenceTests {
  @Test("every reason has a Vietnamese sentence of its own weight, at most two of them, without its English name")
  func findings() {
    for reason in Finding.Reason.allCases {
      let text = FindingSentence.text(Finding(reason, ["MỘT", "2", "BA"]))

      #expect(!text.contains(reason.rawValue), "\(reason)")
      #expect(text.hasSuffix(".") && text.first?.isUppercase ?? false || text.hasPrefix("“"), "\(reason): \(text)")
      #expect(text.components(separatedBy: ". ") <= 2, "\(reason): \(text)")
    }
  }

  @Test("the place is told as far as it is known")
  func places() {
    #expect(FindingSentence.place(Finding(.noItems)) == "")
    #expect(
      FindingSentence.place(Finding(.badSyntax, file: "a/b.xml", line: 3, column: 7)) == "tệp a/b.xml, dòng 3, cột 7")
  }

  @Test("every kind of lack and every remark has a Vietnamese sentence")
  func drafts() {
    for kind in ContentProblem.Kind.allCases where kind != .other {
      let problem = ContentProblem(
        file: "a", line: 1, subject: "", text: "English", kind: kind, facts: ["stem", "2", "3"])
      let text = DraftSentence.text(problem)
      #expect(!text.contains("English") && text.hasSuffix("."), "\(text)")
    }
    for rule in BankEditor.Rule.allCases {
      let remark = BankEditor.Remark(subject: "a", competence: nil, rule: rule, text: "English")
      #expect(!DraftSentence.text(remark).contains("English"))
    }
  }
}

extension String {
  fileprivate func components(separatedBy mark: String) -> Int {
    split(separator: mark).count
  }
}
