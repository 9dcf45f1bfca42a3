import Assessment
import Audio

/// How much of a bank is spoken in a language.
package struct VoiceCoverage: Equatable, Sendable {
  package var items = 0
  /// Every line of them approved.
  package var whole = 0
  package var lines = 0
  package var approved = 0
  package var waiting = 0

  package init() {}

  mutating func add(_ sheet: VoiceSheet, _ recorded: (approved: Set<LineKey>, waiting: Set<LineKey>)) {
    let done = sheet.keys.count { recorded.approved.contains($0) }
    items += 1
    whole += done == sheet.keys.count ? 1 : 0
    lines += sheet.keys.count
    approved += done
    waiting += sheet.keys.count { recorded.waiting.contains($0) }
  }
}

/// A sheet and what is there of it.
package struct VoiceSheetStanding: Equatable, Sendable {
  package struct Line: Equatable, Sendable {
    package let text: String
    package let waiting: VoiceRecording?
    package let approved: VoiceRecording?
  }

  package let sheet: VoiceSheet
  package let lines: [Line]
}

extension Kiosk {
  /// The languages a commune may record, Vietnamese among them: a person's voice is better than the machine's.
  package func voiceLanguage(_ id: Language.ID) throws -> Language {
    guard let language = try store.languages().first(where: { $0.id == id }) else {
      throw UseCaseError.recording(.unknownLanguage)
    }
    return language
  }

  /// Coverage of all items that are in force and not retired, and of each competence. Reads the whole bank.
  package func voiceCoverage(
    in language: Language.ID
  ) throws -> (all: VoiceCoverage, competences: [(Competence, VoiceCoverage)]) {
    let recorded = try store.recordedLines(in: language)
    var (all, parts): (VoiceCoverage, [Competence.ID: VoiceCoverage]) = (VoiceCoverage(), [:])
    for item in try store.itemsInForce() where item.retirement == nil {
      let sheet = VoiceSheet(item)
      all.add(sheet, recorded)
      parts[item.competence, default: VoiceCoverage()].add(sheet, recorded)
    }
    let competences = try store.frameworkInForce()?.competences ?? []
    return (all, competences.compactMap { competence in parts[competence.id].map { (competence, $0) } })
  }

  /// The sheets of one competence, with how far each is. Reads the whole bank.
  package func voiceSheets(
    of competence: Competence.ID, in language: Language.ID
  ) throws -> [(VoiceSheet, VoiceCoverage)] {
    let recorded = try store.recordedLines(in: language)
    return try store.itemsInForce().filter { $0.competence == competence && $0.retirement == nil }.map { item in
      let sheet = VoiceSheet(item)
      var coverage = VoiceCoverage()
      coverage.add(sheet, recorded)
      return (sheet, coverage)
    }
  }

  package func voiceSheet(of id: Item.ID) throws -> VoiceSheet {
    if id == VoiceSheet.greeting { return VoiceSheet(greeting: VoiceSheet.greetingLine) }
    guard let content = try store.contentInForce(of: id), let framework = try store.frameworkInForce(),
      let entry = ItemBank.Entry(content, framework: framework)
    else { throw UseCaseError.unknownItem(id) }
    return VoiceSheet(entry.item)
  }

  package func voiceStanding(of id: Item.ID, in language: Language.ID) throws -> VoiceSheetStanding {
    let sheet = try voiceSheet(of: id)
    let lines = try sheet.lines.map { text in
      let found = try store.recordings(of: LineKey(text), in: language)
      return VoiceSheetStanding.Line(
        text: text, waiting: found.first { $0.state == .waiting }, approved: found.first { $0.state == .approved })
    }
    return VoiceSheetStanding(sheet: sheet, lines: lines)
  }
}
