import Assessment
import UseCases

extension Site {
  func box(_ visit: inout Visit) throws -> Response {
    visit.page(BoxPage(health: try visit.kiosk.boxHealth()).page)
  }
}

/// How the box is, line by line, and what was built anew from damaged files.
struct BoxPage {
  let health: BoxHealth

  var page: Page {
    Page(
      BoxWording.title, kind: "office-box", styles: ["staff.css", "desk-seating.css"],
      main: """
        <h1>\(BoxWording.title)</h1>
        <p class="lead">\(BoxWording.lead)</p>
        <dl class="facts">\(each: lines, { "<div><dt>\($0.name)</dt><dd>\($0.word)</dd></div>\n" })</dl>
        \(rebuilds)
        """)
  }

  private var lines: [(name: String, word: String)] {
    [
      (BoxWording.disk, BoxWording.word(health.room, health.trouble)),
      (BoxWording.clock, health.doubt.map(ClockWording.reason) ?? BoxWording.clockSure),
      (BoxWording.check, BoxWording.word(health.check)), (BoxWording.backup, backup),
      (BoxWording.mirror, BoxWording.word(mirror: health.copies?.isMirrorWriting)),
    ]
  }

  private var backup: String {
    guard let copies = health.copies else { return BoxWording.noBackup }
    guard let last = copies.lastBackup else { return BoxWording.noBackup }
    return BoxWording.backup(Formatting.dateAndTime(last), isOld: health.isBackupOld)
  }

  private var rebuilds: Markup {
    guard !health.rebuilds.isEmpty else { return "" }
    return """
      <h2>\(BoxWording.rebuilt)</h2>
      \(each: health.rebuilds, { """
        <section class="rebuild"><h3>\(Formatting.dateAndTime($0.at))</h3>
        <ul>\(each: $0.report.split(separator: "\n").map(String.init), { "<li>\($0)</li>\n" })</ul>
        \(folder($0.folder))</section>

        """ })
      """
  }

  /// Where slips are missing without anything damaged there is none.
  private func folder(_ name: String) -> Markup {
    name.isEmpty ? "" : "<p>\(BoxWording.folder(name))</p>"
  }
}
