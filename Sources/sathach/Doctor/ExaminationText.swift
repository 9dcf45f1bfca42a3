import UseCases
import Web

/// An examination in lines, in Vietnamese or English.
struct ExaminationText {
  enum Language: String {
    case vi
    case en
  }

  let findings: [ExaminedFinding]
  let language: Language

  var lines: [String] {
    let all = findings.flatMap(\.complaints)
    let wrong = all.filter(\.isWrong).count
    return findings.flatMap(lines) + [summary(wrong: wrong, remarks: all.count - wrong)]
  }

  private func lines(_ finding: ExaminedFinding) -> [String] {
    let head = "\(mark(finding)) \(name(finding.part))"
    return [head] + finding.complaints.flatMap { ["    \(text($0))", "      → \(cure($0))"] }
  }

  private func mark(_ finding: ExaminedFinding) -> String {
    if finding.isWrong { return "[!!]" }
    return finding.complaints.isEmpty ? "[ok]" : "[--]"
  }

  private func summary(wrong: Int, remarks: Int) -> String {
    switch language {
    case .vi: ExaminationWording.summary(wrong: wrong, remarks: remarks)
    case .en: "\(wrong) wrong, \(remarks) to know"
    }
  }

  func name(_ part: ExaminedPart) -> String {
    switch language {
    case .vi: ExaminationWording.name(part)
    case .en: EnglishExamination.name(part)
    }
  }

  func text(_ complaint: BoxComplaint) -> String {
    switch language {
    case .vi: ExaminationWording.text(complaint)
    case .en: EnglishExamination.text(complaint)
    }
  }

  func cure(_ complaint: BoxComplaint) -> String {
    switch language {
    case .vi: ExaminationWording.cure(complaint)
    case .en: EnglishExamination.cure(complaint)
    }
  }
}
