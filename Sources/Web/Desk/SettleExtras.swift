import Assessment
import UseCases

/// What most people need nothing of, folded away until somebody does.
struct SettleExtras {
  let form: SettleForm
  let choices: SettleChoices

  var markup: Markup {
    """
    <details class="more"\(" open", if: isUsed)><summary>\(SeatingWording.more)</summary>
    <div class="fields">\(hamlets)\(languages)\(times)</div>
    <div class="columns">\(tags)\(needs)\(tallies)</div>
    </details>

    """
  }

  private var isUsed: Bool {
    !form.hamlet.isEmpty || !form.tags.isEmpty || form.time != .usual || !form.needs.isEmpty || !form.tallies.isEmpty
  }

  private var hamlets: Markup {
    guard !choices.hamlets.isEmpty else { return "" }
    let none = [(value: "", text: SeatingWording.noHamlet)]
    let all = choices.hamlets.map { (value: String($0.id), text: $0.name) }
    return select("hamlet", SeatingWording.hamlet, none + all, chosen: form.hamlet)
  }

  /// One language is no choice.
  private var languages: Markup {
    guard choices.languages.count > 1 else { return "" }
    let all = choices.languages.map { (value: $0.id.text, text: $0.name) }
    return select("language", SeatingWording.language, all, chosen: form.language)
  }

  private var times: Markup {
    let all = TimeFactor.allCases.map { (value: String($0.rawValue), text: SeatingWording.time($0)) }
    return select("time", SeatingWording.time, all, chosen: String(form.time.rawValue))
  }

  private func select(
    _ name: StaticString, _ label: String, _ options: [(value: String, text: String)], chosen: String
  ) -> Markup {
    let field = Markup(stringLiteral: name)
    return """
      <div><label for="\(field)">\(label)</label>
      <select id="\(field)" name="\(field)">
      \(each: options, { "<option value=\"\($0.value)\"\(" selected", if: $0.value == chosen)>\($0.text)</option>\n" })</select></div>

      """
  }

  private var tags: Markup {
    guard !choices.tags.isEmpty else { return "" }
    let boxes: Markup =
      "\(each: choices.tags, { box("tag-", String($0.id), $0.name, form.tags.contains(String($0.id))) })"
    return "<fieldset><legend>\(SeatingWording.tags)</legend>\n\(boxes)</fieldset>\n"
  }

  private var needs: Markup {
    let boxes: Markup =
      "\(each: Need.allCases, { box("need-", $0.rawValue, SeatingWording.need($0), form.needs.contains($0)) })"
    return "<fieldset><legend>\(SeatingWording.needs)</legend>\n\(boxes)</fieldset>\n"
  }

  private var tallies: Markup {
    let boxes: Markup =
      "\(each: TallyKind.allCases, { box("tally-", $0.rawValue, SeatingWording.tally($0), form.tallies.contains($0)) })"
    return """
      <fieldset><legend>\(SeatingWording.tallies)</legend>
      <p class="small">\(SeatingWording.talliesHelp)</p>
      \(boxes)</fieldset>

      """
  }

  private func box(_ prefix: StaticString, _ value: String, _ label: String, _ isChecked: Bool) -> Markup {
    """
    <label class="check-line"><input type="checkbox" name="\(Markup(stringLiteral: prefix))\(value)" value="yes"\
    \(" checked", if: isChecked)>\(label)</label>

    """
  }
}
