extension DrawingValue {
  /// What the value of an attribute may be: closed grammars all, with no place for an address, a script or a style.
  enum Kind {
    case number
    /// A number without a sign.
    case size
    /// From 0 to 1.
    case share
    /// Sizes, or `none`.
    case dashes
    case points
    case path
    case transform
    case colour
    case word([String])
  }
}

extension Drawing.Attribute {
  var kind: DrawingValue.Kind {
    switch self {
    case .x, .y, .x1, .y1, .x2, .y2, .dx, .dy, .cx, .cy: .number
    case .r, .rx, .ry, .width, .height, .strokeWidth, .fontSize: .size
    case .opacity, .fillOpacity: .share
    case .strokeDasharray: .dashes
    case .points: .points
    case .d: .path
    case .transform: .transform
    case .fill, .stroke: .colour
    case .strokeLinecap: .word(["butt", "round", "square"])
    case .strokeLinejoin: .word(["miter", "round", "bevel"])
    case .fontWeight: .word(["normal", "bold"] + (1...9).map { "\($0)00" })
    case .textAnchor: .word(["start", "middle", "end"])
    }
  }
}

extension DrawingValue.Kind {
  /// Completes the sentence "the attribute as …".
  var expected: String {
    switch self {
    case .number: "a number such as 12 or -3.5, without a unit"
    case .size: "a number from 0, without a sign or a unit"
    case .share: "a number from 0 to 1"
    case .dashes: "numbers from 0, or none"
    case .points: "pairs of numbers"
    case .path: "path data that begins with M, each letter with its numbers"
    case .transform: "translate, rotate, scale, matrix, skewX or skewY with its numbers in brackets"
    case .colour: "#rgb, #rrggbb or none"
    case .word(let words): "one of \(words.joined(separator: ", "))"
    }
  }
}
