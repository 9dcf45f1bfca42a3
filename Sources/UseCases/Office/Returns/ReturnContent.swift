import Assessment

/// A row of the form "Phụ lục II": nine cells in words, and for a target the counts behind them.
package struct ReturnRow: Equatable, Sendable {
  /// So many columns has the form.
  package static let columns = 9

  package let target: PlanTarget.ID?
  /// STT, task, time, target, work, result, judgement, difficulties, proposals.
  package let cells: [String]
  package let count: Int?
  package let population: Int?

  package init(target: PlanTarget.ID?, cells: [String], count: Int? = nil, population: Int? = nil) {
    self.target = target
    self.cells = cells
    self.count = count
    self.population = population
  }

  /// A document's title over its targets.
  package var isHeading: Bool { target == nil }
}

/// Everything of a return as it goes onto paper: drawn up live for a draft, read back unchanged for a closed one.
package struct ReturnContent: Equatable, Sendable {
  /// The day up to which everything was counted.
  package let asOf: CivilDate
  package let rows: [ReturnRow]
  package let letterhead: Letterhead

  package init(asOf: CivilDate, rows: [ReturnRow], letterhead: Letterhead) {
    self.asOf = asOf
    self.rows = rows
    self.letterhead = letterhead
  }
}

extension ReturnContent {
  package var json: JSON {
    .object(["asOf": JSON(asOf.iso), "rows": JSON(rows.map(\.json)), "letterhead": letterhead.json])
  }

  /// Nil for bytes that ``json`` never writes.
  package init?(_ content: [UInt8]) {
    // Damage shows as a return that cannot be read.
    guard let json = try? JSONReader.read(content), case .text(let day)? = json["asOf"]?.value,
      let asOf = CivilDate(iso: day), case .list(let list)? = json["rows"]?.value,
      let letterhead = json["letterhead"].flatMap(Letterhead.init(json:))
    else { return nil }
    let rows = list.compactMap(ReturnRow.init(json:))
    guard rows.count == list.count else { return nil }
    self.init(asOf: asOf, rows: rows, letterhead: letterhead)
  }
}

extension ReturnRow {
  fileprivate var json: JSON {
    func number(_ number: Int?) -> JSON { number.map { JSON($0) } ?? JSON(.null) }
    return .object([
      "target": target.map { JSON($0.text) } ?? JSON(.null), "cells": JSON(cells.map { JSON($0) }),
      "count": number(count), "population": number(population),
    ])
  }

  fileprivate init?(json: JSON) {
    func number(_ name: String) -> Int? { if case .integer(let number)? = json[name]?.value { number } else { nil } }
    guard case .list(let list)? = json["cells"]?.value, list.count == Self.columns else { return nil }
    let cells = list.compactMap { if case .text(let text) = $0.value { text } else { nil } }
    guard cells.count == list.count else { return nil }
    let target: PlanTarget.ID? = if case .text(let id)? = json["target"]?.value { PlanTarget.ID(id) } else { nil }
    self.init(target: target, cells: cells, count: number("count"), population: number("population"))
  }
}

extension Letterhead {
  fileprivate var json: JSON {
    .object([
      "superior": JSON(superior), "office": JSON(office), "symbol": JSON(symbol), "place": JSON(place),
      "authority": JSON(authority), "position": JSON(position), "signer": JSON(signer),
      "recipients": JSON(recipients.map { JSON($0) }),
    ])
  }

  fileprivate init?(json: JSON) {
    func line(_ name: String) -> String? { if case .text(let text)? = json[name]?.value { text } else { nil } }
    guard let superior = line("superior"), let office = line("office"), let symbol = line("symbol"),
      let place = line("place"), let authority = line("authority"), let position = line("position"),
      let signer = line("signer"), case .list(let list)? = json["recipients"]?.value
    else { return nil }
    self.init(
      superior: superior, office: office, symbol: symbol, place: place, authority: authority, position: position,
      signer: signer, recipients: list.compactMap { if case .text(let text) = $0.value { text } else { nil } })
  }
}
