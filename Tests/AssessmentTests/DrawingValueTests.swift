import Testing

@testable import Assessment

private let good: [(Drawing.Attribute, [String])] = [
  (.x, ["0", "12", "-3.5", "+4", ".5", "123456.654321"]),
  (.width, ["0", "44", "0.25", ".5"]),
  (.opacity, ["0", "1", "0.5", "1.0", ".25"]),
  (.strokeDasharray, ["none", "4", "4 2", "4,2, 1", " 4  2 "]),
  (.points, ["0,0", "0 0 10 10", "0,0 10,10 20-5", "1.5.5", "-1-2"]),
  (.d, ["M0 0", "m1,1 2,2z", "M0 0L1 1 2 2 H3V4 5C0 0 1 1 2 2", "M0 0 zm1 1Z", " M 0,0 "]),
  (.d, ["M0 0s1 1 2 2q1 1 2 2t3 3", "M0 0A5 5 0 0 1 10 10", "M0 0a5 5 0 0110 10", "M0 0a1,1,0,1,0,5,5 1 1 0 01.5.5"]),
  (.transform, ["translate(1)", "translate(1, 2)", "scale(2)", "scale(2 -1)", "rotate(45)", "rotate(45 10 10)"]),
  (.transform, ["matrix(1 0 0 1 0 0)", "skewX(10)", "skewY( -10 )", "translate(1 2) rotate(90)scale(2)"]),
  (.fill, ["none", "#fff", "#0aF09b"]),
  (.strokeLinecap, ["butt", "round", "square"]),
  (.strokeLinejoin, ["miter", "round", "bevel"]),
  (.fontWeight, ["normal", "bold", "100", "600", "900"]),
  (.textAnchor, ["start", "middle", "end"]),
]

private let bad: [(Drawing.Attribute, [String])] = [
  (.x, ["", " ", "a", "1px", "50%", "1e3", "1.", ".", "-", "--1", "+-1", "1 2", " 1", "1 ", "0x1F", "NaN"]),
  (.x, ["inf", "１", "1234567", "0.1234567", "1,2", "1.2.3", "calc(1)"]),
  (.width, ["-1", "+1", "-0", "auto"]),
  (.opacity, ["1.1", "2", "-0.5", "50%", "1.000001"]),
  (.strokeDasharray, ["", "-1", "4,,2", "4,", ",4", "none 4", "4 none"]),
  (.points, ["", "1", "1 2 3", "1,2,", "1;2", "1 2 a"]),
  (.d, ["", " ", "L0 0", "0 0", "M", "M0", "M0 0 0", "M0 0 X1", "M0 0 L", "M0 0 L1 1 1", "M0 0z1", "M0,,0"]),
  (.d, ["M0 0,L1 1", "m0 0n", "M0 0A5 5 0 2 1 10 10", "M0 0A5 5 0 0 1 10", "M0 0C1 1 2 2", "M0 0 url(#a)"]),
  (.d, ["M0 0Q1 1 2", "-0 0"]),
  (.d, ["M0 0\u{301}", "M0 0-", "\u{0D}0 0", "M0 0\t", "M0 0A5 5 0 01"]),
  (.transform, ["", "translate", "translate(", "translate()", "translate(1", "translate(1 2 3)", "rotate(1 2)"]),
  (.transform, ["translate (1)", "Translate(1)", "translate(1),", "translate(1) a", "matrix(1 2 3)", "skewX(1 2)"]),
  (.transform, ["rotate(45deg)", "scale(1e9)", "url(#a)", "translate(1))", "none", "scale(1,)", "skewx(1)"]),
  (.fill, ["", "red", "#ff", "#ffff", "#fffffff", "#ggg", "url(#a)", "URL(http://a)", "rgb(0,0,0)", "currentColor"]),
  (.stroke, ["None", "none ", "inherit", "#fff;", "var(--a)", "#ｆｆｆ", "expression(1)"]),
  (.strokeLinecap, ["", "Round", "round ", "bevel", "round round"]),
  (.fontWeight, ["bolder", "950", "10", "1000", "000"]),
  (.textAnchor, ["left", "inherit"]),
]

@Suite("Values of a drawing's attributes")
struct DrawingValueTests {
  private func isWellFormed(_ value: String, _ attribute: Drawing.Attribute) -> Bool {
    DrawingValue.isWellFormed(Array(value.utf8), as: attribute.kind)
  }

  @Test("values of the attribute's kind are taken", arguments: good.indices)
  func takes(index: Int) {
    for value in good[index].1 {
      #expect(isWellFormed(value, good[index].0), "\(good[index].0): \(value)")
    }
  }

  @Test("all other values are refused", arguments: bad.indices)
  func refuses(index: Int) {
    for value in bad[index].1 {
      #expect(!isWellFormed(value, bad[index].0), "\(bad[index].0): \(value)")
    }
  }

  @Test("no attribute takes an address, a script or a style", arguments: Drawing.Attribute.allCases)
  func takesNothingActive(attribute: Drawing.Attribute) {
    for value in ["url(#a)", "javascript:alert(1)", "a:b", "//a", "\"", "<", ">", "&", "\\", "{}", ";", "ê", "\u{A0}"] {
      #expect(!isWellFormed(value, attribute), "\(value)")
    }
  }
}
