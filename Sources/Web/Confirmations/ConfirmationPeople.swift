import Assessment
import UseCases

/// The people somebody has to do something about.
extension ConfirmationsPage {
  var refusals: Markup {
    guard !refused.isEmpty else { return "" }
    return """
      <h2 id="refused">\(ConfirmationWording.refusedTitle)</h2>
      <p>\(ConfirmationWording.refusedLead)</p>
      \(Components.scroll)<table class="list"><thead><tr><th>\(ConfirmationWording.name)</th>\
      <th>\(ConfirmationWording.reason)</th><th>\(ConfirmationWording.answeredOn)</th><th>\(ConfirmationWording.act)</th></tr></thead>
      <tbody>\(each: refused, row)</tbody></table></div>

      """
  }

  private func row(_ person: RefusedPerson) -> Markup {
    let act: Markup =
      person.isCorrected
      ? "<span class=\"badge calm\">\(ConfirmationWording.corrected)</span>"
      : """
      <form method="post" action="\(Route.confirmation(.correction(person.entry.id)))">\(token)\
      <button class="button" type="submit" aria-label="\(ConfirmationWording.correctLabel(person.name ?? ""))">\
      \(ConfirmationWording.correct)</button></form>
      """
    return """
      <tr><td>\(ConfirmationParts.person(person.entry.person, person.name))</td>\
      <td>\(ConfirmationWording.refusal(person.entry.reason))</td>\
      <td>\(Formatting.date(CivilDate(person.entry.changedAt)))</td><td>\(act)</td></tr>

      """
  }

  var reminders: Markup {
    guard !waiting.isEmpty else { return "" }
    return """
      <h2>\(ConfirmationWording.reminders)</h2>
      <p>\(ConfirmationWording.remindersLead)</p>
      \(Components.scroll)<table class="list"><thead><tr><th>\(ConfirmationWording.name)</th>\
      <th>\(ConfirmationWording.passedOn)</th><th class="number">\(ConfirmationWording.since)</th>\
      <th>\(ConfirmationWording.standing)</th></tr></thead>
      <tbody>\(each: waiting, reminder)</tbody></table></div>

      """
  }

  private func reminder(_ who: WaitingForConfirmation) -> Markup {
    """
    <tr><td>\(ConfirmationParts.person(who.person, who.name))</td><td>\(Formatting.date(who.passedOn))</td>\
    <td class="number">\(ConfirmationWording.days(who.daysSince))</td><td>\(ConfirmationParts.badge(who.state))</td></tr>

    """
  }
}
