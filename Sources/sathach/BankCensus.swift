import Assessment

/// How many items of which kind a bank has. Retired items are told apart and counted nowhere else.
struct BankCensus {
  private let bank: ItemBank
  private let entries: [ItemBank.Entry]

  init(_ bank: ItemBank) {
    self.bank = bank
    entries = bank.entries.filter { $0.item.retirement == nil }
  }

  /// `live` counts tested items: what can be drawn for a form that counts. `practical` counts point and simulated-screen
  /// items among them, `simulated` the latter alone; `order` and `match` are done with the hands too and counted apart.
  var json: JSON {
    JSON.object([
      "live": JSON(live.count), "practical": JSON(count { $0.kind.isPractical }),
      "simulated": JSON(count { $0.kind == .simulated }), "order": JSON(count { $0.kind == .order }),
      "match": JSON(count { $0.kind == .match }), "items": JSON(entries.count),
      "retired": JSON(bank.entries.count - entries.count), "use": counts { [$0.use.rawValue] },
      "type": table { [$0.kind.rawValue] }, "competence": table { [$0.competence.text] },
      "audience": table { $0.audiences.map(\.text) }, "difficulty": table { [String($0.difficulty)] },
    ])
  }

  var lines: [String] {
    var lines = [
      "items \(entries.count), retired \(bank.entries.count - entries.count), live (tested) \(live.count): "
        + "practical \(count { $0.kind.isPractical }), of them simulated \(count { $0.kind == .simulated }); "
        + "order \(count { $0.kind == .order }), match \(count { $0.kind == .match })"
    ]
    for competence in bank.framework.competences {
      let own = entries.map(\.item).filter { $0.competence == competence.id }
      let uses = Item.Use.allCases.map { use in "\(use.rawValue) \(own.filter { $0.use == use }.count)" }
      let tested = own.filter { $0.use == .tested }
      let levels = (1...5).map { level in String(tested.filter { $0.difficulty == level }.count) }
      lines.append(
        "\(competence.id): \(uses.joined(separator: ", ")); tested by difficulty \(levels.joined(separator: "/"))")
    }
    return lines
  }

  /// A table in Markdown, as it stands in the README: audience, competence, and tested items by type and by difficulty.
  var table: [String] {
    let kinds = Item.Kind.allCases
    let head = ["audience", "competence"] + kinds.map(\.rawValue) + ["1", "2", "3", "4", "5", "tested", "practice"]
    var lines = [row(head), row(head.map { _ in "---" })]
    for audience in bank.framework.audiences {
      for competence in bank.framework.competences where competence.audiences.contains(audience.id) {
        let own = entries.map(\.item).filter { $0.competence == competence.id && $0.audiences.contains(audience.id) }
        let tested = own.filter { $0.use == .tested }
        let byKind = kinds.map { kind in tested.filter { $0.kind == kind }.count }
        let byLevel = (1...5).map { level in tested.filter { $0.difficulty == level }.count }
        let sums = [tested.count, own.filter { $0.use == .practice }.count]
        lines.append(row([audience.id.text, competence.id.text] + (byKind + byLevel + sums).map(String.init)))
      }
    }
    return lines
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private var live: [Item] {
    entries.map(\.item).filter { $0.use == .tested }
  }

  private func count(_ isMeant: (Item) -> Bool) -> Int {
    live.filter(isMeant).count
  }

  private func counts(_ keys: (Item) -> [String]) -> JSON {
    var counts: [String: Int] = [:]
    for entry in entries {
      for key in keys(entry.item) { counts[key, default: 0] += 1 }
    }
    return object(counts.mapValues { JSON($0) })
  }

  /// For each key the items by use and, of the tested ones, the practical and the simulated.
  private func table(_ keys: (Item) -> [String]) -> JSON {
    var groups: [String: [Item]] = [:]
    for entry in entries {
      for key in keys(entry.item) { groups[key, default: []].append(entry.item) }
    }
    return object(
      groups.mapValues { items in
        let tested = items.filter { $0.use == .tested }
        return JSON.object([
          "items": JSON(items.count), "live": JSON(tested.count),
          "practice": JSON(items.filter { $0.use == .practice }.count),
          "practical": JSON(tested.filter(\.kind.isPractical).count),
          "simulated": JSON(tested.filter { $0.kind == .simulated }.count),
        ])
      })
  }

  private func object(_ members: [String: JSON]) -> JSON {
    JSON(.object(members.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key, value: $0.value) }))
  }
}
