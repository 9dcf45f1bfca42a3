import CZBar

/// Finds QR symbols, and no other kind, with libzbar.
struct SymbolScanner {
  /// The bytes of every symbol, in the order libzbar finds them.
  func texts(in picture: GreyPicture) throws(SymbolReaderError) -> [[UInt8]] {
    guard let scanner = zbar_image_scanner_create(), let image = zbar_image_create() else { throw .notScanned }
    defer {
      zbar_image_destroy(image)
      zbar_image_scanner_destroy(scanner)
    }
    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1)
    zbar_image_set_format(image, Self.eightBitGrey)
    zbar_image_set_size(image, UInt32(picture.width), UInt32(picture.height))

    // Every third row and column shows whatever was drawn at 4 dots a module, in a third of the time; only where that
    // finds nothing, as in a worn picture, all of them are looked at. In a camera's picture they are at once: beside a
    // symbol that is found coarsely another may be missed, and which of two was meant would be left to luck.
    for density: Int32 in picture.isDrawn ? [3, 1] : [1] {
      zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_X_DENSITY, density)
      zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_Y_DENSITY, density)
      if try scan(picture, into: image, with: scanner) > 0 { break }
    }
    return texts(of: image)
  }

  private func scan(
    _ picture: GreyPicture, into image: OpaquePointer, with scanner: OpaquePointer
  ) throws(SymbolReaderError) -> Int32 {
    // The values are lent for the scan only, so libzbar gets no function to free them with.
    let found = picture.values.withUnsafeBytes { values in
      zbar_image_set_data(image, values.baseAddress, UInt(values.count), nil)
      defer { zbar_image_set_data(image, nil, 0, nil) }
      return zbar_scan_image(scanner, image)
    }
    guard found >= 0 else { throw .notScanned }
    return found
  }

  /// libzbar's code for grey values of one byte each: `Y800`, the first letter in the lowest byte.
  private static let eightBitGrey: UInt = "Y800".utf8.reversed().reduce(0) { $0 << 8 | UInt($1) }

  private func texts(of image: OpaquePointer) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    var next = zbar_image_first_symbol(image)
    while let symbol = next {
      if let text = zbar_symbol_get_data(symbol) {
        texts.append(Array(UnsafeRawBufferPointer(start: text, count: Int(zbar_symbol_get_data_length(symbol)))))
      }
      next = zbar_symbol_next(symbol)
    }
    return texts
  }
}
