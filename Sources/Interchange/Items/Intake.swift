import Assessment

/// One item as its format tells it, with what was lost on the way.
struct ReadItem {
  var item = LooseItem()
  /// What its file calls it so that it can be found again; nil where it has only a title.
  var given: String?
  var title = ""
  var notes: [Finding] = []
  /// This product's own notes beside the item, as text.
  var ownNotes: String?

  mutating func note(_ reason: Finding.Reason, _ facts: [String] = []) {
    let finding = Finding(reason, facts)
    if !notes.contains(finding) { notes.append(finding) }
  }

  /// The words of a text, with a note where it looked like more than words.
  mutating func words(_ text: PlainText) -> String {
    if !text.formatting.isEmpty { formatting.formUnion(text.formatting) }
    return text.text
  }

  private(set) var formatting: Set<String> = []

  /// The item as the bank's files have it, with its own notes put back.
  func content(id: String) throws(Finding) -> JSON {
    var named = item
    named.id = id
    guard let ownNotes else { return named.content }
    do {
      let patch = try JSONReader.read(Array(ownNotes.utf8))
      guard case .object = patch.value else { throw Finding(.damagedNotes, ["{"]) }
      return JSONPatch.apply(patch, to: named.content)
    } catch let fault as JSONFault {
      throw Finding(.damagedNotes, [fault.expected])
    } catch {
      throw Finding(.damagedNotes, ["{"])
    }
  }
}

/// Takes in what a reader of items finds, one after the other, and says it.
package final class Intake {
  package private(set) var count = 0
  private var refused = 0
  private var names = ItemNames()
  private let say: (ReaderLine) -> Void
  private let mostItems: Int

  package init(mostItems: Int = ForeignLimits.items, say: @escaping (ReaderLine) -> Void) {
    self.mostItems = mostItems
    self.say = say
  }

  package func note(_ finding: Finding) {
    if finding.reason.weight == .refusesItem { refused += 1 }
    say(.finding(finding))
  }

  /// - Throws: where the file has nothing that is like an item.
  package func finish() throws(Finding) {
    guard count + refused > 0 else { throw Finding(.noItems) }
  }

  /// Reads one item; where that fails, the item is refused and the next one is read.
  ///
  /// - Throws: what refuses the whole file.
  func item(
    file: String = "", line: Int, subject: String, _ read: () throws(Finding) -> ReadItem?
  ) throws(Finding) {
    do throws(Finding) {
      guard let found = try read() else { return }
      try add(found, file: file, line: line, subject: subject)
    } catch {
      let finding = error.about(subject, line: line).at(file: file)
      guard finding.reason.weight == .refusesItem else { throw finding }
      note(finding)
    }
  }

  private func add(_ found: ReadItem, file: String, line: Int, subject: String) throws(Finding) {
    guard count < mostItems else { throw Finding(.tooManyItems, [String(mostItems)], line: line) }
    let name = names.name(given: found.given, words: found.title.isEmpty ? found.item.stem : found.title)
    let content = try found.content(id: name.id)
    count += 1
    let isNamed = name.isNamed || content["id"]?.string != name.id
    let item = ForeignItem(content: content, file: file, line: line, isNamed: isNamed)
    say(.item(item))
    var notes = found.notes
    if !found.formatting.isEmpty {
      notes.append(Finding(.formatting, [found.formatting.sorted().joined(separator: ", ")]))
    }
    if let given = found.given, !given.isEmpty, !isNamed { notes.append(Finding(.idMade, [given])) }
    for note in notes { say(.finding(note.about(item.id, line: line).at(file: file))) }
  }
}
