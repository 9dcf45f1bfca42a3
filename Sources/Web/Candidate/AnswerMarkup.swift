import Assessment
import UseCases

/// The stem and what is answered with, for every kind of item. All of it is plain form controls: a finger, a keyboard and a
/// screen reader use the same ones, with or without scripts.
struct AnswerMarkup {
  let view: ItemView

  init(_ view: ItemView) {
    self.view = view
  }

  var markup: Markup {
    switch view.presentation {
    case .one(let choices, let chosen):
      group("\(each: choices, { radio($0, isChosen: chosen == $0.id) })")
    case .several(let choices, let chosen):
      group("\(each: choices, { box($0, isChosen: chosen.contains($0.id)) })", hint: Wording.hintSeveral)
    case .truths(let choices, let judged):
      group("\(each: choices, { statement($0, judged: judged[$0.id]) })", hint: Wording.hintTruths)
    case .order(let choices, let put):
      group(
        "\(noTap)<ol class=\"steps-put\">\(each: choices, { step($0, put: put) })</ol>\n", hint: orderHint(choices, put)
      )
    case .match(let left, let right, let matched):
      group(match(left, right, matched), hint: Wording.hintMatch)
    case .short(let entry, let unit, let typed): group(short(entry, unit: unit, typed: typed))
    case .point(let picture, let places, let chosen):
      group(point(picture, places, chosen: chosen), hint: Wording.hintPoint)
    case .screen(let screen): simulated(screen)
    }
  }

  private func group(_ controls: Markup, hint: String? = nil) -> Markup {
    """
    <fieldset id="task" class="\(view.presentation.word)">
    <legend>\(stem)</legend>
    \(hint.markup { "<p class=\"hint\">\($0)</p>\n" })\(controls)</fieldset>

    """
  }

  private var stem: Markup {
    "<span class=\"area\">\(view.area.short)</span><h1>\(view.stem.written)</h1>"
  }

  private func radio(_ choice: Presentation.Choice, isChosen: Bool) -> Markup {
    """
    <label class="option"><input type="radio" name="option" value="\(choice.id.text)"\
    \(" checked", if: isChosen)><span>\(choice.text.written)</span></label>

    """
  }

  private func box(_ choice: Presentation.Choice, isChosen: Bool) -> Markup {
    """
    <label class="option"><input type="checkbox" name="pick-\(choice.id.text)" value="yes"\
    \(" checked", if: isChosen)><span>\(choice.text.written)</span></label>

    """
  }

  private func statement(_ choice: Presentation.Choice, judged: Bool?) -> Markup {
    """
    <fieldset class="judgement"><legend>\(choice.text.written)</legend>\
    <label class="pill"><input type="radio" name="judge-\(choice.id.text)" value="true"\
    \(" checked", if: judged == true)><span>\(Wording.isTrue)</span></label>\
    <label class="pill"><input type="radio" name="judge-\(choice.id.text)" value="false"\
    \(" checked", if: judged == false)><span>\(Wording.isFalse)</span></label></fieldset>

    """
  }

  private func step(_ choice: Presentation.Choice, put: [Item.Option.ID]) -> Markup {
    let number = put.firstIndex(of: choice.id).map { $0 + 1 }
    let said = number.map { Wording.stepNumber($0) } ?? Wording.stepOpen
    return """
      <li><button class="step \("put", if: number != nil)" type="submit" name="tap" value="\(choice.id.text)">\
      <span class="number" aria-hidden="true">\(number.map(String.init) ?? "")</span><span>\(choice.text.written)</span>\
      <span class="said">\(said)</span></button></li>

      """
  }

  /// First in the form, so that the Enter key on the mark puts no step in order.
  private var noTap: Markup {
    "<button class=\"default\" type=\"submit\" name=\"enter\" value=\"\" tabindex=\"-1\" aria-hidden=\"true\"></button>\n"
  }

  private func orderHint(_ choices: [Presentation.Choice], _ put: [Item.Option.ID]) -> String {
    put.isEmpty ? Wording.hintOrder : Wording.hintOrderGoing(put.count, choices.count)
  }

  /// The right side stands once, lettered; each line of the left takes a letter. So four by five fit on a screen.
  private func match(
    _ left: [Presentation.Choice], _ right: [Presentation.Choice], _ matched: [Item.Option.ID: Item.Option.ID]
  ) -> Markup {
    """
    <ol class="lettered" aria-hidden="true">\(each: right, { "<li>\($0.text.written)</li>" })</ol>
    \(each: left, { pairing($0, right: right, matched: matched[$0.id]) })
    """
  }

  private func pairing(
    _ choice: Presentation.Choice, right: [Presentation.Choice], matched: Item.Option.ID?
  ) -> Markup {
    """
    <fieldset class="pairing"><legend>\(choice.text.written)</legend>\
    <span class="letters">\(each: right.enumerated(), { pill($0, left: choice.id, $1, isChosen: matched == $1.id) })\
    </span></fieldset>

    """
  }

  private func pill(
    _ place: Int, left: Item.Option.ID, _ choice: Presentation.Choice, isChosen: Bool
  ) -> Markup {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(clamping: min(place, 25))))
    return """
      <label class="pill letter"><input type="radio" name="match-\(left.text)" value="\(choice.id.text)"\
      \(" checked", if: isChosen)><span aria-hidden="true">\(letter)</span>\
      <span class="heard">\(choice.text.written)</span></label>
      """
  }

  private func short(_ entry: Simulation.Entry, unit: String?, typed: String?) -> Markup {
    """
    <p class="short"><label><span>\(Wording.shortLabel)</span>\
    <input type="text" name="typed" value="\(typed ?? "")" maxlength="60" autocomplete="off" autocapitalize="off" \
    spellcheck="false"\(" inputmode=\"numeric\"", if: entry == .number)\
    \(Keyboard.keys(entry == .number ? .digits : .text))></label>\
    \(unit.markup { "<span class=\"unit\">\($0)</span>" })</p>

    """
  }

  /// The picture with a radio button over each of its places; their names are for those who do not see it.
  private func point(_ picture: Drawing, _ places: [Presentation.Place], chosen: Item.Option.ID?) -> Markup {
    """
    <svg class="places" viewBox="0 0 \(picture.width) \(picture.height)" role="group" \
    aria-label="\(picture.alt.ear ?? picture.alt.written)">\(picture.inner)\
    \(each: places, { place($0, isChosen: chosen == $0.choice.id) })</svg>

    """
  }

  private func place(_ place: Presentation.Place, isChosen: Bool) -> Markup {
    """
    <foreignObject x="\(place.x)" y="\(place.y)" width="\(place.width)" height="\(place.height)">\
    <label class="place"><input type="radio" name="option" value="\(place.choice.id.text)"\
    \(" checked", if: isChosen)><span>\(place.choice.text.written)</span></label></foreignObject>
    """
  }

  private func simulated(_ screen: ScreenView) -> Markup {
    """
    <div class="bench">
    <div class="brief"><p class="area">\(view.area.short)</p><h1>\(view.stem.written)</h1>
    <p class="hint">\(screen.isOver ? Wording.simulatedOver : Wording.hintSimulated)</p></div>
    \(SimulatedScreen(screen).markup)</div>

    """
  }
}

extension Presentation {
  /// A simulated screen: what is done there is kept at once, and the button only leads on.
  var isTapped: Bool {
    if case .screen = self { return true }
    return false
  }

  /// Whether something can be typed on it.
  var isTyped: Bool {
    switch self {
    case .short: true
    case .screen(let screen): !screen.isOver && screen.parts.contains(where: \.isField)
    case .one, .several, .truths, .order, .match, .point: false
    }
  }

  var scripts: [String] { isTyped ? Keyboard.scripts : [] }

  /// The style sheets beside the one of every page; most items need none.
  var styles: [String] {
    switch self {
    case .one: []
    case .screen: ["answers.css", "screens.css"] + (isTyped ? [Keyboard.style] : [])
    case .short: ["answers.css", Keyboard.style]
    case .several, .truths, .order, .match, .point: ["answers.css"]
    }
  }

  fileprivate var word: Markup {
    switch self {
    case .one: "one"
    case .several: "several"
    case .truths: "truths"
    case .order: "order"
    case .match: "match"
    case .short: "short-entry"
    case .point: "point"
    case .screen: "simulated"
    }
  }
}
