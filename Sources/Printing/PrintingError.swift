import Children

/// Why a paper was not drawn, or its symbol not read back.
package enum PrintingError: Error, Equatable, Sendable {
  /// None of the faces looked for is installed; the Debian package fonts-noto-core brings the first.
  case missingFaces(tried: [String])
  /// The file is there but FreeType takes no outlines from it; `code` is FreeType's.
  case unreadableFace(path: String, code: Int32)
  /// The face has no shape for this character, or the text holds a control character or a mark on the wrong letter.
  case missingGlyph(Unicode.Scalar)
  /// A letter was not drawn; `code` is FreeType's.
  case glyphNotDrawn(Unicode.Scalar, code: Int32)
  /// The paper says more than the sheet holds, even in the smallest type.
  case doesNotFit(height: Int, limit: Int)
  /// A symbol that is not square or, with its quiet zone, is wider than the sheet.
  case unfitSymbol(size: Int, modules: Int)
  /// Width times height is not the number of dots, or a side is not 1 to 4096.
  case unfitRaster(width: Int, height: Int, dots: Int)
  case notCompressed(code: Int32)

  /// The program that reads symbols, or one of CUPS, gave no answer.
  case child(ChildFault)
  /// It said something that is not lines of hexadecimal digits, or no job's name.
  case readerTalksNonsense
  case system(call: String, code: Int32)
}
