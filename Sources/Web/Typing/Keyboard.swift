import Assessment

/// The keyboard that a script draws below a field: letters with Vietnamese marks, or big digits. Without scripts there is
/// none, and the field takes any other keyboard.
enum Keyboard {
  static let scripts = ["vietnamese.js", "keyboard.js"]
  static let style = "keyboard.css"

  /// What a field is typed with.
  enum Keys: String {
    /// A person's name: words begin with capitals.
    case name
    case text
    case digits
    /// Twelve digits, said back in words, with what cannot be right said at once.
    case citizen
    case year
  }

  /// Stands in the field's tag.
  static func keys(_ keys: Keys) -> Markup { " data-keys=\"\(keys.rawValue)\"" }

  /// Once on a page, anywhere: the words that the script needs.
  static var markup: Markup {
    """
    <div id="keyboard" class="keyboard" role="group" hidden data-name="\(KeyboardWording.name)"\
     data-open-letters="\(KeyboardWording.openLetters)" data-open-digits="\(KeyboardWording.openDigits)"\
     data-close="\(KeyboardWording.close)" data-erase="\(KeyboardWording.erase)" data-space="\(KeyboardWording.space)"\
     data-shift="\(KeyboardWording.shift)" data-methods="\(KeyboardWording.methods)"\
     data-tapped="\(KeyboardWording.tapped)" data-telex="\(KeyboardWording.telex)" data-vni="\(KeyboardWording.vni)"\
     data-telex-help="\(KeyboardWording.telexHelp)" data-vni-help="\(KeyboardWording.vniHelp)"\
     data-tones="\(KeyboardWording.tones.joined(separator: "|"))" data-empty="\(KeyboardWording.empty)"\
    \(numbers)></div>

    """
  }

  private static var numbers: Markup {
    """
     data-digits="\(KeyboardWording.digits.joined(separator: " "))" data-reading="\(KeyboardWording.reading("{n}"))"\
     data-places="\(CitizenNumber.knownPlaces.sorted().joined(separator: " "))"\
     data-wrong-place="\(KeyboardWording.numberPlace("{n}"))" data-wrong-century="\(KeyboardWording.numberCentury)"\
     data-wrong-year="\(KeyboardWording.numberYear("{n}", "{m}"))" data-wrong-long="\(KeyboardWording.numberLong)"\
     data-wrong-letters="\(KeyboardWording.numberLetters)"
    """
  }
}
