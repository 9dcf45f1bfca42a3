import Province
import UseCases
import Web

extension ProvinceSite {
  func signInPage(_ visit: ProvinceVisit) -> Response {
    visit.officer == nil ? visit.page(SignInPage().page) : visit.redirect(to: .overview)
  }

  func signIn(_ visit: inout ProvinceVisit) throws -> Response {
    let fields = try visit.fields()
    let login = try fields.text("login", most: 200)
    let password = try fields.text("password", most: 1_024)
    do {
      guard let found = try visit.office.signIn(login: login, password: password, peer: visit.request.peer) else {
        return visit.page(SignInPage(login: login, fault: StaffWording.signInRefused).page, status: 401)
      }
      visit.signIn(found.session, as: found.officer)
      return visit.redirect(to: found.officer.mustChangePassword ? .password : .overview)
    } catch OfficeFault.staff(let fault) {
      return visit.page(SignInPage(login: login, fault: fault.sentence).page, status: fault.status)
    }
  }

  func signOut(_ visit: inout ProvinceVisit) -> Response {
    visit.signOut()
    return visit.redirect(to: .session)
  }

  func passwordPage(_ visit: ProvinceVisit, fault: String? = nil, status: Int = 200) -> Response {
    guard let officer = visit.officer else { return visit.redirect(to: .session) }
    return visit.page(PasswordPage(officer: officer, fault: fault, token: visit.tokenField).page, status: status)
  }

  func changePassword(_ visit: ProvinceVisit) throws -> Response {
    guard let officer = visit.officer, let session = visit.session else { return visit.redirect(to: .session) }
    let fields = try visit.fields()
    let new = try fields.text("password", most: 1_024)
    do {
      guard try fields.text("again", most: 1_024) == new else {
        throw OfficeFault.staff(.password(.isTypedOtherwise))
      }
      try visit.office.changePassword(
        new, present: try fields.text("present", most: 1_024), of: officer, in: session, peer: visit.request.peer)
      return visit.redirect(to: officer.mustChangePassword ? .overview : .password, at: "password-kept")
    } catch OfficeFault.staff(let fault) {
      return passwordPage(visit, fault: fault.sentence, status: fault.status)
    }
  }
}

struct SignInPage {
  var login = ""
  var fault: String?

  var page: ProvincePage {
    ProvincePage(
      StaffWording.signInTitle, kind: "sign-in",
      main: """
        <h1>\(StaffWording.signInTitle)</h1>
        \(ProvinceParts.alert(fault))<p>\(ProvinceWording.signInLead)</p>
        <form class="panel" method="post" action="\(ProvinceRoute.session)">
        <label for="login">\(StaffWording.login)</label>
        <input id="login" name="login" type="text" autocomplete="username" autocapitalize="none" spellcheck="false"\
         value="\(login)"\(" autofocus", if: login.isEmpty) required>
        <label for="password">\(StaffWording.password)</label>
        <input id="password" name="password" type="password" autocomplete="current-password"\
        \(" autofocus", if: !login.isEmpty) required>
        <button class="button main" type="submit">\(StaffWording.signIn)</button>
        </form>

        """)
  }
}

struct PasswordPage {
  let officer: Officer
  let fault: String?
  let token: Markup

  var page: ProvincePage {
    let owed = officer.mustChangePassword
    let title = owed ? AccountWording.owedPasswordTitle : ProvinceWording.own
    return ProvincePage(
      title, kind: "owed",
      main: """
        <h1>\(title)</h1>
        <p class="done told" id="password-kept" role="status">\(ProvinceWording.passwordKept)</p>
        \(ProvinceParts.alert(fault))\("<p class=\"lead\">\(AccountWording.owedPasswordLead)</p>\n", if: owed)\
        <form class="panel" method="post" action="\(ProvinceRoute.password)">\(token)
        <input type="text" name="username" value="\(officer.login.text)" autocomplete="username" hidden>
        <label for="present">\(owed ? AccountWording.presentOneTime : AccountWording.present)</label>
        <input id="present" name="present" type="password" autocomplete="current-password" autofocus required>
        \(PasswordInputs.markup)<button class="button main" type="submit">\(AccountWording.keepPassword)</button>
        </form>

        """)
  }
}

/// Small pieces that several pages draw.
enum ProvinceParts {
  static func alert(_ fault: String?) -> Markup {
    fault.map { "<p class=\"faults\" role=\"alert\">\($0)</p>\n" } ?? ""
  }

  static func tally(_ entries: [(String, Int)]) -> Markup {
    """
    <dl class="tally">\(each: entries, { "<div><dt>\($0.0)</dt><dd>\(Formatting.number($0.1))</dd></div>" })</dl>

    """
  }

  static func place(_ commune: Commune, _ name: String?) -> Markup {
    "<a href=\"\(ProvinceRoute.commune(commune))\">\(name ?? commune.code)</a>"
  }
}
