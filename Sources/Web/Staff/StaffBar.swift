import UseCases

/// What stands above every page of a signed-in colleague: where they can go, who they are, and the way out.
struct StaffBar {
  let account: Account
  /// Until that is done there is nowhere else to go.
  let owes: Bool
  let route: Route
  let token: Markup
  /// A box that is being set up has no other pages yet.
  var isSettingUp = false

  var markup: Markup {
    """
    <nav class="bar-staff" aria-label="\(StaffWording.navigation)">
    <ul>\(each: places, { "<li><a href=\"\($0.route)\"\(" aria-current=\"page\"", if: $0.route == route)>\($0.name)</a></li>\n" })</ul>
    <p class="who"><a href="\(Route.staff(.account))">\(account.name)</a> <span class="role">· \(StaffWording.role(account.role))</span></p>
    <form method="post" action="\(Route.staff(.lock))">\(token)<button type="submit">\(StaffWording.lock)</button></form>
    <form method="post" action="\(Route.staff(.signOut))">\(token)<button type="submit">\(StaffWording.signOut)</button></form>
    </nav>

    """
  }

  private var places: [(route: Route, name: String)] {
    guard !owes else { return [] }
    if isSettingUp { return [(.office(.setup(nil)), SetupWording.title), (.guide(.technician), GuideWording.title)] }
    let desk: [(Route, String)] = [
      (.desk(.board), StaffWording.board), (.desk(.seating), StaffWording.seating),
      (.desk(.slips), StaffWording.slips), (.desk(.check), StaffWording.check),
      (.desk(.classes), StaffWording.classes),
    ]
    switch account.role {
    case .clerk:
      return desk + [(.office(.voices(.languages)), VoiceWording.short), (.guide(.desk), GuideWording.title)]
    case .officer: return desk + [(.office(.front), StaffWording.office), (.guide(.officer), GuideWording.title)]
    case .technician:
      return [
        (.office(.devices), StaffWording.devices), (.office(.backups), BackupPageWording.title),
        (.office(.box), BoxWording.title), (.guide(.technician), GuideWording.title),
      ]
    }
  }
}
