import Glibc

/// The files of the regular and the bold face that papers are set in.
package struct FacePair: Equatable, Sendable {
  package let regular: String
  package let bold: String

  package init(regular: String, bold: String) {
    self.regular = regular
    self.bold = bold
  }

  /// Where Debian puts faces with all Vietnamese letters, best first: fonts-noto-core and fonts-sil-andika, which keep
  /// 1, l and I apart, then fonts-dejavu-core, which is nearly always there.
  package static let debian = [
    FacePair(folder: "noto", regular: "NotoSans-Regular", bold: "NotoSans-Bold"),
    FacePair(folder: "andika", regular: "Andika-Regular", bold: "Andika-Bold"),
    FacePair(folder: "dejavu", regular: "DejaVuSans", bold: "DejaVuSans-Bold"),
  ]

  private init(folder: String, regular: String, bold: String) {
    self.init(
      regular: "/usr/share/fonts/truetype/\(folder)/\(regular).ttf",
      bold: "/usr/share/fonts/truetype/\(folder)/\(bold).ttf")
  }

  var isInstalled: Bool {
    access(regular, R_OK) == 0 && access(bold, R_OK) == 0
  }
}
