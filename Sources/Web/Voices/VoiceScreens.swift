import Assessment
import Audio
import UseCases

extension Site {
  func voicePage(_ visit: inout Visit, _ route: VoiceRoute) throws -> Response {
    let kiosk = visit.kiosk
    switch route {
    case .languages: return visit.page(VoiceLanguagesPage(languages: try kiosk.store.languages()).page)
    case .language(let id):
      let language = try kiosk.voiceLanguage(id)
      let (all, competences) = try kiosk.voiceCoverage(in: id)
      return visit.page(VoiceCoveragePage(language: language, all: all, competences: competences).page)
    case .competence(let id, let competence):
      let language = try kiosk.voiceLanguage(id)
      let sheets = try kiosk.voiceSheets(of: competence, in: id)
      return visit.page(VoiceSheetsPage(language: language, sheets: sheets).page)
    case .item(let id, let item):
      return visit.page(try sheetPage(&visit, id, item).page)
    case .review: throw Problem.methodNotAllowed
    }
  }

  private func sheetPage(_ visit: inout Visit, _ language: Language.ID, _ item: Item.ID) throws -> VoiceSheetPage {
    VoiceSheetPage(
      language: try visit.kiosk.voiceLanguage(language),
      standing: try visit.kiosk.voiceStanding(of: item, in: language), account: try visit.account(),
      token: try visit.tokenField())
  }

  /// Takes the file apart beside the writer.
  func prepareRecording(
    _ visit: Visit, _ language: Language.ID, _ item: Item.ID, _ fields: FormFields
  ) throws -> PreparedRecording {
    guard let line = LineKey(text: try fields.text("line", most: 16)) else {
      throw UseCaseError.recording(.unknownLine)
    }
    return try visit.kiosk.prepareRecording(fields.upload("recording")?.bytes ?? [], of: line, item: item)
  }

  func voiceWrite(
    _ visit: inout Visit, _ route: VoiceRoute, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    switch route {
    case .item(let language, let item):
      guard case .staff(.recording(let recording)) = preparation else { throw Problem.tryAgain }
      _ = try visit.kiosk.record(recording, in: language, by: try visit.account())
      return visit.redirect(to: .office(.voices(.item(language, item))))
    case .review(let id):
      let isApproved = try fields.text("decision", most: 10) == "approve"
      let recording = try visit.kiosk.reviewRecording(id, isApproved: isApproved, by: try visit.account())
      let item = Item.ID(try fields.text("item", most: 40))
      return visit.redirect(to: .office(.voices(.item(recording.language, item))))
    case .languages, .language, .competence: throw Problem.methodNotAllowed
    }
  }
}

struct VoiceLanguagesPage {
  let languages: [Language]

  var page: Page {
    Page(
      VoiceWording.title, kind: "voices", styles: ["voices.css"],
      main: """
        <h1>\(VoiceWording.title)</h1>
        <p class="lead">\(VoiceWording.lead)</p>
        <ul class="places">
        \(each: languages, { """
          <li><a href="\(Route.office(.voices(.language($0.id))))"><strong lang="\($0.id.text)">\($0.name)</strong></a></li>

          """ })</ul>

        """)
  }
}

struct VoiceCoveragePage {
  let language: Language
  let all: VoiceCoverage
  let competences: [(Competence, VoiceCoverage)]

  var page: Page {
    Page(
      VoiceWording.title(language.name), kind: "voices", styles: ["voices.css"],
      main: """
        <h1>\(VoiceWording.title(language.name))</h1>
        <p class="lead">\(VoiceWording.items): \(VoiceWording.of(all.whole, all.items)). \
        \(VoiceWording.lines): \(VoiceWording.of(all.approved, all.lines)). \(VoiceWording.waiting): \(all.waiting).</p>
        \(Components.progress(all.approved, of: all.lines))
        <p><a href="\(Route.office(.voices(.item(language.id, VoiceSheet.greeting))))">\(VoiceWording.greeting)</a>: \(VoiceWording.greetingLead)</p>
        <div class="scroll"><table class="list">
        <thead><tr><th>\(VoiceWording.competence)</th><th>\(VoiceWording.items)</th><th>\(VoiceWording.lines)</th><th>\(VoiceWording.waiting)</th></tr></thead>
        <tbody>
        \(each: competences, row)</tbody></table></div>
        <p class="actions"><a class="button" href="\(Route.office(.voices(.languages)))">\(VoiceWording.back)</a></p>

        """)
  }

  private func row(_ competence: Competence, _ coverage: VoiceCoverage) -> Markup {
    """
    <tr><td><a href="\(Route.office(.voices(.competence(language.id, competence.id))))">\(competence.name)</a></td>\
    <td>\(VoiceWording.of(coverage.whole, coverage.items))</td><td>\(VoiceWording.of(coverage.approved, coverage.lines))</td>\
    <td>\(coverage.waiting)</td></tr>

    """
  }
}

struct VoiceSheetsPage {
  let language: Language
  let sheets: [(VoiceSheet, VoiceCoverage)]

  var page: Page {
    Page(
      VoiceWording.title(language.name), kind: "voices", styles: ["voices.css"],
      main: """
        <h1>\(VoiceWording.title(language.name))</h1>
        <div class="scroll"><table class="list">
        <thead><tr><th>\(VoiceWording.item)</th><th>\(VoiceWording.line)</th><th>\(VoiceWording.lines)</th><th>\(VoiceWording.waiting)</th></tr></thead>
        <tbody>
        \(each: sheets, row)</tbody></table></div>
        <p class="actions"><a class="button" href="\(Route.office(.voices(.language(language.id))))">\(VoiceWording.back)</a></p>

        """)
  }

  private func row(_ sheet: VoiceSheet, _ coverage: VoiceCoverage) -> Markup {
    """
    <tr><td><a href="\(Route.office(.voices(.item(language.id, sheet.item))))">\(sheet.item.text)</a></td>\
    <td>\(sheet.lines.first ?? "")</td><td>\(VoiceWording.of(coverage.approved, coverage.lines))</td>\
    <td>\(coverage.waiting)</td></tr>

    """
  }
}
