import CFreetype

/// FreeType, to be kept by one thread.
final class FontLibrary {
  fileprivate let handle: FT_Library

  init() throws(PrintingError) {
    var library: FT_Library?
    let code = FT_Init_FreeType(&library)
    guard code == 0, let library else { throw .unreadableFace(path: "", code: code) }
    handle = library
  }

  deinit { FT_Done_FreeType(handle) }
}

/// The outlines in one font file.
final class FontFace {
  private let library: FontLibrary
  private let face: FT_Face
  private let path: String
  /// The size FreeType is set to; setting it runs the face's own program for that size, which takes long.
  private var size = 0

  init(path: String, in library: FontLibrary) throws(PrintingError) {
    var face: FT_Face?
    let code = FT_New_Face(library.handle, path, 0, &face)
    guard code == 0, let face else { throw .unreadableFace(path: path, code: code) }
    (self.library, self.face, self.path) = (library, face, path)
  }

  deinit { FT_Done_Face(face) }

  /// Draws a letter: grey with FreeType's light hints, then black where at least 112 of 255 are covered.
  ///
  /// Chosen from pictures: at 26 to 34 dots FreeType's own black-and-white drawing has stems of two and of three dots
  /// in one word and lets marks grow into letters; without hints the tops of small letters fray. The hints a face
  /// brings along look much the same but cost three times the time.
  func glyph(for scalar: Unicode.Scalar, size: Int) throws(PrintingError) -> Glyph {
    let slot = try load(scalar, size: size)
    let code = FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL)
    guard code == 0 else { throw .glyphNotDrawn(scalar, code: code) }
    let bitmap = slot.pointee.bitmap
    return Glyph(
      scalar: scalar, advance: Self.dots(slot.pointee.advance.x), left: Int(slot.pointee.bitmap_left),
      top: Int(slot.pointee.bitmap_top), width: Int(bitmap.width), height: Int(bitmap.rows), ink: Self.ink(bitmap))
  }

  /// Room for the tallest and the deepest letters of Vietnamese, whatever the face says of itself.
  func lineBox(size: Int) throws(PrintingError) -> LineBox {
    var highest = 0
    var lowest = 0
    for scalar in "ẪẲỔỖỮỸỶ".unicodeScalars {
      highest = max(highest, try load(scalar, size: size).pointee.metrics.horiBearingY)
    }
    for scalar in "ẶỰỴgj".unicodeScalars {
      let metrics = try load(scalar, size: size).pointee.metrics
      lowest = min(lowest, metrics.horiBearingY - metrics.height)
    }
    let own = face.pointee.size.pointee.metrics
    return LineBox(
      ascent: Self.dotsRoundedUp(max(highest, own.ascender)), descent: Self.dotsRoundedUp(max(-lowest, -own.descender)))
  }

  private func load(_ scalar: Unicode.Scalar, size: Int) throws(PrintingError) -> FT_GlyphSlot {
    let index = FT_Get_Char_Index(face, FT_ULong(scalar.value))
    guard index != 0 else { throw .missingGlyph(scalar) }
    try set(size)
    let code = FT_Load_Glyph(face, index, sathach_load_light)
    guard code == 0, let slot = face.pointee.glyph else { throw .glyphNotDrawn(scalar, code: code) }
    return slot
  }

  private func set(_ size: Int) throws(PrintingError) {
    guard size != self.size else { return }
    let code = FT_Set_Pixel_Sizes(face, 0, FT_UInt(size))
    guard code == 0 else { throw .unreadableFace(path: path, code: code) }
    self.size = size
  }

  private static func ink(_ bitmap: FT_Bitmap) -> [Bool] {
    guard let buffer = bitmap.buffer else { return [] }
    let (width, rows, pitch) = (Int(bitmap.width), Int(bitmap.rows), Int(bitmap.pitch))
    return [Bool](unsafeUninitializedCapacity: width * rows) { dots, count in
      for row in 0..<rows {
        for column in 0..<width { dots[row * width + column] = buffer[row * pitch + column] >= 112 }
      }
      count = width * rows
    }
  }

  /// FreeType measures in 64ths of a dot.
  private static func dots(_ measure: FT_Pos) -> Int { (measure + 32) >> 6 }
  private static func dotsRoundedUp(_ measure: FT_Pos) -> Int { (measure + 63) >> 6 }
}
