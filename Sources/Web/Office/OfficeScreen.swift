import UseCases

extension Site {
  /// Where officers begin: what there is to do, a word on each.
  func officeFront(_ visit: Visit) -> Response {
    visit.page(OfficePage(backups: visit.kiosk.backups.state()).page)
  }
}

struct OfficePage {
  private static let places: [(route: OfficeRoute, name: String, lead: String)] = [
    (.accounts, OfficeWording.accountsTitle, OfficeWording.accountsLead),
    (.lists, OfficeWording.listsTitle, OfficeWording.listsLead),
    (.reports, ReportWording.reports, OfficeWording.reportsLead),
    (.statistics, StatisticsWording.title, StatisticsWording.frontLead),
    (.helpers, AssistanceWording.title, OfficeWording.helpersLead),
    (.plans(.rules), RuleWording.title, RuleWording.frontLead),
    (.plans(.targets), TargetWording.title, TargetWording.frontLead),
    (.plans(.returns), ReturnPageWording.title, ReturnPageWording.frontLead),
    (.confirmations(.overview), ConfirmationWording.title, ConfirmationWording.frontLead),
    (.items(.front), ImportWording.title, ImportWording.frontLead),
    (.voices(.languages), VoiceWording.title, VoiceWording.frontLead),
    (.devices, StaffWording.devices, OfficeWording.devicesLead),
    (.privacy(.retention), PrivacyWording.title, PrivacyWording.frontLead),
    (.privacy(.keys), KeyWording.title, KeyWording.frontLead),
    (.evidence, EvidenceWording.title, EvidenceWording.frontLead),
    (.backups, BackupPageWording.title, BackupPageWording.frontLead),
    (.bundles, BundlePageWording.title, BundlePageWording.frontLead),
    (.box, BoxWording.title, BoxWording.frontLead),
    (.examination, ExaminationWording.title, ExaminationWording.frontLead),
  ]

  let backups: BackupState

  /// Above everything else: what is copied nowhere is lost with the box.
  private var warning: Markup {
    guard backups.needsSomebody else { return "" }
    return BackupMarkup(state: backups).warnings
  }

  var page: Page {
    Page(
      OfficeWording.title, kind: "office", styles: ["staff.css", "desk-accounts.css"],
      main: """
        <h1>\(OfficeWording.title)</h1>
        <p class="lead">\(OfficeWording.lead)</p>
        \(warning)\
        <ul class="places">
        \(each: Self.places, { """
          <li><a href="\(Route.office($0.route))"><strong>\($0.name)</strong><span>\($0.lead)</span></a></li>

          """ })</ul>

        """)
  }
}
