import UseCases

extension Site {
  func examination(_ visit: inout Visit) -> Response {
    visit.page(ExaminationPage(findings: visit.kiosk.examineBox()).page)
  }
}

/// Every part of the box: what is wrong first, with its cure, and below it what is well.
struct ExaminationPage {
  let findings: [ExaminedFinding]

  private var complaining: [ExaminedFinding] {
    let some = findings.filter { !$0.complaints.isEmpty }
    return some.filter(\.isWrong) + some.filter { !$0.isWrong }
  }

  private var well: [ExaminedFinding] { findings.filter(\.complaints.isEmpty) }

  private var summary: String {
    let all = findings.flatMap(\.complaints)
    let wrong = all.filter(\.isWrong).count
    return ExaminationWording.summary(wrong: wrong, remarks: all.count - wrong)
  }

  var page: Page {
    Page(
      ExaminationWording.title, kind: "office-box", styles: ["staff.css", "desk-seating.css"],
      main: """
        <h1>\(ExaminationWording.title)</h1>
        <p class="lead"><strong>\(summary)</strong> \(ExaminationWording.lead)</p>
        \(each: complaining, section)\
        <dl class="facts">\(each: well, { """
          <div><dt>\(ExaminationWording.name($0.part))</dt><dd>\(ExaminationWording.state($0))</dd></div>

          """ })</dl>
        <p><a class="button" href="\(Route.office(.examination))">\(ExaminationWording.again)</a></p>

        """)
  }

  private func section(_ finding: ExaminedFinding) -> Markup {
    """
    <section class="rebuild"><h2>\(ExaminationWording.name(finding.part)): \(ExaminationWording.state(finding))</h2>
    <ul>\(each: finding.complaints, { """
      <li>\(ExaminationWording.text($0)) <strong>\(ExaminationWording.cure)</strong> \(ExaminationWording.cure($0))</li>

      """ })</ul></section>

    """
  }
}
