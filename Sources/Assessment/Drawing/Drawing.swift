/// A picture of shapes and words, drawn by the bank's writers. It holds no addresses, styles, scripts or references, so
/// that a page may carry it as it is.
package struct Drawing: Equatable, Sendable {
  /// Width and height in the drawing's own units; how large it is on a screen is the page's choice.
  package static let sides = 40...800

  /// What is to be seen, for those who do not see it.
  package let alt: Item.Wording
  package let width: Int
  package let height: Int
  package let shapes: [Shape]

  package init(alt: Item.Wording, width: Int, height: Int, shapes: [Shape]) {
    self.alt = alt
    self.width = width
    self.height = height
    self.shapes = shapes
  }
}

extension Drawing {
  /// An element of SVG 1.1 with its attributes in the order written.
  package struct Shape: Equatable, Sendable {
    package let name: Name
    package let properties: [Property]
    package let children: [Node]

    package init(_ name: Name, _ properties: [Property] = [], _ children: [Node] = []) {
      self.name = name
      self.properties = properties
      self.children = children
    }
  }

  /// What stands inside an element; words only inside `text` and `tspan`.
  package enum Node: Equatable, Sendable {
    case shape(Shape)
    case text(String)
  }

  /// An attribute and its value, which has been found to be of the attribute's ``DrawingValue/Kind``.
  package struct Property: Equatable, Sendable {
    package let attribute: Attribute
    package let value: String

    package init(_ attribute: Attribute, _ value: String) {
      self.attribute = attribute
      self.value = value
    }
  }

  /// The elements a drawing may have.
  package enum Name: String, CaseIterable, Sendable {
    case group = "g"
    case path, rect, circle, ellipse, line, polyline, polygon, text, tspan

    var holdsWords: Bool {
      self == .text || self == .tspan
    }

    func mayStand(in parent: Name?) -> Bool {
      switch parent {
      case nil, .group: self != .tspan
      case .text, .tspan: self == .tspan
      case .path, .rect, .circle, .ellipse, .line, .polyline, .polygon: false
      }
    }
  }

  /// The attributes an element may have; any of them on any element, as in SVG, where those without meaning do nothing.
  package enum Attribute: String, CaseIterable, Sendable {
    case d, x, y, x1, y1, x2, y2, dx, dy, cx, cy, r, rx, ry, width, height, points, transform, fill, stroke
    case strokeWidth = "stroke-width"
    case strokeLinecap = "stroke-linecap"
    case strokeLinejoin = "stroke-linejoin"
    case strokeDasharray = "stroke-dasharray"
    case opacity
    case fillOpacity = "fill-opacity"
    case fontSize = "font-size"
    case fontWeight = "font-weight"
    case textAnchor = "text-anchor"
  }
}
