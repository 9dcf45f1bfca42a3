import Synchronization
import UseCases

/// An examination that finds what a test says.
package final class TestExaminer: BoxExamining {
  private let findings = Mutex(ExaminedPart.allCases.map { ExaminedFinding(part: $0, complaints: []) })

  package init() {}

  package func find(_ complaints: [BoxComplaint], at part: ExaminedPart) {
    findings.withLock { findings in
      findings = findings.map { $0.part == part ? ExaminedFinding(part: part, complaints: complaints) : $0 }
    }
  }

  package func examine() -> [ExaminedFinding] { findings.withLock { $0 } }
}
