import Assessment

extension Drawing {
  /// The picture by itself, with its description for those who hear the page.
  package var markup: Markup {
    """
    <svg class="picture" viewBox="0 0 \(width) \(height)" role="img" aria-label="\(alt.ear ?? alt.written)">\
    \(inner)</svg>
    """
  }

  /// The shapes alone, to stand inside another `svg`.
  package var inner: Markup {
    "\(each: shapes, { $0.markup })"
  }
}

extension Drawing.Shape {
  fileprivate var markup: Markup {
    let tag: Markup = "\(name.markup)\(each: properties, { " \($0.attribute.markup)=\"\($0.value)\"" })"
    guard !children.isEmpty else { return "<\(tag)/>" }
    return "<\(tag)>\(each: children, { $0.markup })</\(name.markup)>"
  }
}

extension Drawing.Node {
  fileprivate var markup: Markup {
    switch self {
    case .shape(let shape): shape.markup
    case .text(let text): "\(text)"
    }
  }
}

// Names are written out once more, because only literals become markup.

extension Drawing.Name {
  fileprivate var markup: Markup {
    switch self {
    case .group: "g"
    case .path: "path"
    case .rect: "rect"
    case .circle: "circle"
    case .ellipse: "ellipse"
    case .line: "line"
    case .polyline: "polyline"
    case .polygon: "polygon"
    case .text: "text"
    case .tspan: "tspan"
    }
  }
}

extension Drawing.Attribute {
  fileprivate var markup: Markup {
    switch self {
    case .d: "d"
    case .x: "x"
    case .y: "y"
    case .x1: "x1"
    case .y1: "y1"
    case .x2: "x2"
    case .y2: "y2"
    case .dx: "dx"
    case .dy: "dy"
    case .cx: "cx"
    case .cy: "cy"
    case .r: "r"
    case .rx: "rx"
    case .ry: "ry"
    case .width: "width"
    case .height: "height"
    case .points: "points"
    case .transform: "transform"
    case .fill: "fill"
    case .stroke: "stroke"
    case .strokeWidth: "stroke-width"
    case .strokeLinecap: "stroke-linecap"
    case .strokeLinejoin: "stroke-linejoin"
    case .strokeDasharray: "stroke-dasharray"
    case .opacity: "opacity"
    case .fillOpacity: "fill-opacity"
    case .fontSize: "font-size"
    case .fontWeight: "font-weight"
    case .textAnchor: "text-anchor"
    }
  }
}
