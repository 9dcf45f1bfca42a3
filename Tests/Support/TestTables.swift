import Interchange
import UseCases

/// Separated values, read by the product's own reader within the test: workbooks are tried with the real program.
package struct TestTables: TableReading {
  package init() {}

  package func rows(of bytes: [UInt8]) throws -> [SheetRow] {
    do throws(Finding) {
      return try CSVReader.table(bytes).rows.map { SheetRow(line: $0.line, cells: $0.cells, formulas: $0.formulas) }
    } catch {
      throw TableFault.damaged(line: error.line > 0 ? error.line : nil)
    }
  }
}
