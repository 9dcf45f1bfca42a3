/// Entities of HTML that editors of other programs write for letters and signs of Vietnamese texts.
enum HTMLEntities {
  /// - Parameter name: without `&` and `;`, as in `nbsp`, `#225` or `#xE1`.
  static func scalar(_ name: Substring) -> Unicode.Scalar? {
    if name.hasPrefix("#") { return numbered(name.dropFirst()) }
    return named[String(name)]
  }

  private static func numbered(_ digits: Substring) -> Unicode.Scalar? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number, number == 9 || number == 10 || number >= 0x20, number != 0x7F else { return nil }
    return Unicode.Scalar(number)
  }

  private static let named: [String: Unicode.Scalar] = {
    var named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—", "lsquo": "‘",
      "rsquo": "’",
      "ldquo": "“", "rdquo": "”", "bdquo": "„", "sbquo": "‚", "hellip": "…", "bull": "•", "euro": "€", "trade": "™",
      "rarr": "→", "larr": "←", "uarr": "↑", "darr": "↓", "le": "≤", "ge": "≥", "ne": "≠", "asymp": "≈", "minus": "−",
      "ensp": " ", "emsp": " ", "thinsp": " ", "zwnj": "\u{200C}", "zwj": "\u{200D}", "shy": "\u{AD}", "dagger": "†",
      "permil": "‰", "prime": "′", "Prime": "″", "check": "✓", "Scaron": "Š", "scaron": "š", "OElig": "Œ", "oelig": "œ",
      "Yuml": "Ÿ", "fnof": "ƒ", "circ": "ˆ", "tilde": "˜",
    ]
    for (place, name) in latin1.split(separator: " ").enumerated() {
      named[String(name)] = Unicode.Scalar(0xA0 + UInt32(place))
    }
    return named
  }()

  /// U+00A0 to U+00FF in order, as HTML 4 names them.
  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
    para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
    Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
    Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
    igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
    thorn yuml
    """
}
