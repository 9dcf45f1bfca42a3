import UseCases

/// Small pieces that several pages draw.
package enum Components {
  /// Opens what holds a wide table: it scrolls in itself, by finger and by key, so that the page does not.
  package static let scroll: Markup =
    "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(Wording.table)\">"

  /// Above buttons that stand in a table.
  static let actionColumn: Markup = "<th><span class=\"unseen\">\(Wording.actionColumn)</span></th>"

  /// A bar of which so much is filled. The words beside it say the same, so it is hidden from screen readers.
  package static func progress(_ part: Int, of whole: Int) -> Markup {
    let width = whole > 0 ? max(0, min(1000, part * 1000 / whole)) : 0
    return """
      <svg class="bar" viewBox="0 0 1000 40" preserveAspectRatio="none" aria-hidden="true">\
      <rect class="track" width="1000" height="40"/><rect class="fill" width="\(width)" height="40"/></svg>
      """
  }

  /// A list to choose one of, below its label.
  package static func menu(
    _ name: StaticString, _ label: String, _ entries: [(value: String, text: String)], chosen: String
  ) -> Markup {
    """
    <label>\(label)<select name="\(name)">\(each: entries, { "<option value=\"\($0.value)\"\(" selected", if: $0.value == chosen)>\($0.text)</option>" })</select></label>

    """
  }

  /// What is to be mended in a form, at the top of the page: each sentence leads to its field. It takes the focus, so that a
  /// screen reader begins with it.
  static func faults(_ faults: [(field: String, sentence: String)], isFocused: Bool = true) -> Markup {
    guard !faults.isEmpty else { return "" }
    return """
      <div class="faults" id="faults" role="alert" tabindex="-1"\(" autofocus", if: isFocused)>\
      <h2>\(Wording.faultsTitle)</h2>
      <ul>\(each: faults, { "<li><a href=\"#\($0.field)\">\($0.sentence)</a></li>" })</ul></div>

      """
  }

  /// The symbol as one path of horizontal runs, with the quiet zone of four modules that ISO/IEC 18004 asks for.
  static func symbol(_ matrix: QRMatrix, label: String) -> Markup {
    var path: [UInt8] = []
    for run in matrix.runs {
      path += "M\(run.column + 4) \(run.row + 4)h\(run.length)v1h-\(run.length)z".utf8
    }
    let side = matrix.size + 8
    return """
      <svg class="symbol" role="img" aria-label="\(label)" viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges">\
      <rect width="\(side)" height="\(side)" fill="#fff"/><path d="\(String(decoding: path, as: UTF8.self))" fill="#000"/></svg>
      """
  }
}
