import Assessment
import Interchange

extension Kiosk {
  /// Every item of the bank in force, keys and all, in the bytes of a format. Never on the writer: it takes seconds.
  ///
  /// - Throws: what the maker of spreadsheets throws, for XLSX.
  package func exportItems(as format: ItemFormat) throws -> ItemExport {
    let items = try store.itemsInForce().compactMap { item in
      try store.contentInForce(of: item.id).flatMap { ExportedItem(item, content: $0) }
    }
    return try ItemExport(items, as: format, spreadsheets)
  }

  /// The drafts that wait as a table to be completed, as far as they go: what is missing in them comes back missing. Those of
  /// which not even the kind is known are not in it.
  package func exportDrafts(as format: ItemFormat) throws -> ItemExport {
    guard let framework = try store.frameworkInForce() else { throw UseCaseError.items(.noBank) }
    let items = try store.drafts().compactMap { draft -> ExportedItem? in
      guard let json = try? JSONReader.read(draft.content),  // what is stored is canonical JSON
        let item = DraftEditor.Draft(json, framework: framework, file: draft.file, line: draft.line).item
      else { return nil }
      return ExportedItem(item, content: draft.content)
    }
    return try ItemExport(items, as: format, spreadsheets)
  }

  /// The empty table that items are filled into.
  ///
  /// - Throws: ``UseCaseError/items(_:)`` where no bank is in force.
  package func itemTemplate(_ format: ItemFormat) throws -> [UInt8] {
    guard let framework = try store.frameworkInForce() else { throw UseCaseError.items(.noBank) }
    return try ItemExport.template(format, framework: framework, spreadsheets)
  }
}
