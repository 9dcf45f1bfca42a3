import UseCases

/// A place on a sheet, in dots from the top left.
struct Area: Equatable {
  var x: Int
  var y: Int
  var width: Int
  var height: Int
}

/// White dots of a fixed width to be made black; grows downwards as far as is drawn.
struct Canvas {
  let width: Int
  private(set) var height = 0
  private var dots: [Bool] = []

  init(width: Int) { self.width = width }

  mutating func fill(_ area: Area) {
    grow(to: area.y + area.height)
    let columns = max(0, area.x)..<max(0, area.x, min(width, area.x + area.width))
    for row in max(0, area.y)..<max(0, area.y + area.height) {
      for column in columns { dots[row * width + column] = true }
    }
  }

  /// Lines of the given thickness along the inside of an area.
  mutating func frame(_ area: Area, thickness: Int) {
    let right = area.x + area.width - thickness
    let bottom = area.y + area.height - thickness
    fill(Area(x: area.x, y: area.y, width: area.width, height: thickness))
    fill(Area(x: area.x, y: bottom, width: area.width, height: thickness))
    fill(Area(x: area.x, y: area.y, width: thickness, height: area.height))
    fill(Area(x: right, y: area.y, width: thickness, height: area.height))
  }

  /// A letter whose start is at `x` on the base line.
  mutating func draw(_ glyph: Glyph, x: Int, baseline: Int) {
    let (left, top) = (x + glyph.left, baseline - glyph.top)
    grow(to: top + glyph.height)
    for row in 0..<glyph.height where top + row >= 0 {
      for column in 0..<glyph.width where glyph.ink[row * glyph.width + column] {
        guard (0..<width).contains(left + column) else { continue }
        dots[(top + row) * width + left + column] = true
      }
    }
  }

  /// A symbol without its quiet zone.
  mutating func draw(_ symbol: QRMatrix, x: Int, y: Int, dotsPerModule: Int) {
    for row in 0..<symbol.size {
      for column in 0..<symbol.size where symbol.modules[row * symbol.size + column] {
        fill(
          Area(
            x: x + column * dotsPerModule, y: y + row * dotsPerModule, width: dotsPerModule, height: dotsPerModule))
      }
    }
  }

  /// The dots drawn, with white below them up to `height`.
  consuming func raster(height: Int) -> Raster {
    grow(to: height)
    return Raster(width: width, height: self.height, dots: dots)
  }

  private mutating func grow(to bottom: Int) {
    guard bottom > height else { return }
    dots += [Bool](repeating: false, count: (bottom - height) * width)
    height = bottom
  }
}
