import Testing

@testable import Web

@Suite("What people are told when something goes wrong")
struct ProblemWordingTests {
  @Test("every problem has its sentence: two at most, short, without code or English")
  func isPlain() {
    for problem in Problem.allCases {
      let sentences = problem.sentence.split(separator: ".").filter { $0.contains(where: \.isLetter) }
      #expect(sentences.count <= 2, "\(problem)")
      #expect(sentences.allSatisfy { $0.split(separator: " ").count <= 20 }, "\(problem)")
      for word in ["error", "server", "token", "session", "JSON", "Lỗi"] {
        #expect(!problem.sentence.contains(word), "\(problem)")
      }
    }
  }

  @Test("no two problems say the same thing")
  func areDistinct() {
    #expect(Set(Problem.allCases.map(\.sentence)).count == Problem.allCases.count)
  }

  @Test("a foreign error is an internal one: a plain sentence, and its cause in the log")
  func unknownIsInternal() {
    struct Strange: Error {}
    #expect(Problem(Strange()) == .internalError)
    #expect(Problem.internalError.status == 500)
    #expect(Problem.internalError.isLogged)
  }

  @Test("refusals are the person's to mend, and have a status in the four hundreds, or 503 and 507 to try again")
  func statuses() {
    for problem in Problem.allCases where !problem.isLogged {
      #expect((400..<500).contains(problem.status) || [503, 507].contains(problem.status), "\(problem)")
    }
  }
}
