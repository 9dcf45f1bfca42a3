import Assessment
import UseCases

extension Site {
  func noteCertificate(_ visit: inout Visit, _ person: Int64, _ fields: FormFields) throws -> Response {
    let account = try visit.account()
    do {
      try visit.kiosk.noteCertificate(of: person, course: try fields.text("course", most: 500), by: account)
      return visit.redirect(to: .desk(.person(person)))
    } catch let error as UseCaseError where error != .plan([.unknownPerson]) {
      return try refused(error, &visit, person) { _ in }
    }
  }
}

/// The part of a person's page about courses on the national platform: what was seen, and the form that notes another.
struct CertificateForm {
  let person: Int64
  let known: [CourseCertificate]
  let token: Markup

  var markup: Markup {
    let list: Markup = known.isEmpty ? "" : "<ul>\(each: known, { "<li>\(TargetWording.seen($0))</li>" })</ul>\n"
    return """
      <form class="panel" method="post" action="\(Route.desk(.certificates(person)))">\(token)
      <h2>\(TargetWording.certificateTitle)</h2>
      \(list)<p>\(TargetWording.certificateLead)</p>
      <label for="course">\(TargetWording.certificateCourse)</label>
      <input id="course" name="course" type="text" required>
      <button class="button" type="submit">\(TargetWording.noteCertificate)</button>
      </form>

      """
  }
}
