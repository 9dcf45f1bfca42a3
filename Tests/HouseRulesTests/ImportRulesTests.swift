import Glibc
import Testing

/// Which of our modules each target may import, and which outside modules. SwiftPM alone does not hold this: a target can
/// import whatever another target has already built.
private let allowed: [String: Set<String>] = [
  "Assessment": [],
  "Slip": [],
  // Logarithms, the gamma and the error function.
  "Measurement": ["Glibc"],
  "Audio": [],
  "Bundles": ["Assessment", "Slip"],
  "Zlib": ["CZlib"],
  "BundleFiles": ["Bundles", "Slip", "Sealing", "Zlib", "Glibc"],
  "UseCases": ["Assessment", "Slip", "Measurement", "Interchange", "Audio", "Bundles"],
  "Web": ["UseCases", "Assessment", "Slip", "Measurement", "Interchange", "Audio"],
  "HTTPServer": ["Web", "CMicrohttpd", "Glibc", "Synchronization"],
  "SQLiteStore": ["UseCases", "Assessment", "Slip", "Audio", "Bundles", "CSQLite", "Glibc", "Synchronization"],
  "QRSymbols": ["UseCases", "CQRencode", "Glibc"],
  "Sealing": ["UseCases", "Slip", "Assessment", "CSodium", "Glibc"],
  "Children": ["Glibc"],
  "Printing": ["UseCases", "Children", "CFreetype", "CZlib", "Glibc", "Synchronization"],
  "SymbolReader": ["CZBar", "Glibc"],
  "Spreadsheets": ["UseCases", "Assessment", "CXlsxwriter", "Glibc"],
  "Certificates": ["CGnuTLS", "Glibc"],
  // The one adapter above others: a backup is a database that is copied and sealed.
  "Backups": ["UseCases", "Assessment", "SQLiteStore", "Sealing", "Zlib", "Glibc", "Synchronization"],
  "Interchange": ["Assessment"],
  "Archives": ["Interchange", "CZip", "CExpat"],
  "ForeignReader": ["Interchange", "Archives", "Assessment", "Glibc"],
  "ForeignFiles": ["Interchange", "Assessment", "Children", "Glibc"],
  "Sender": ["Bundles", "CGnuTLS", "Glibc"],
  "Speech": ["Audio", "COpusEnc", "Glibc"],
  "Province": ["Bundles", "UseCases", "Assessment", "Slip", "Measurement"],
  "ProvinceWeb": ["Province", "Web", "UseCases", "Assessment", "Slip", "Measurement"],
  "PostgresStore": ["Province", "Bundles", "UseCases", "Assessment", "Slip", "CPostgres", "Glibc"],
  "SathachProvince": [
    "Province", "PostgresStore", "ProvinceWeb", "Web", "HTTPServer", "Certificates", "Spreadsheets", "ForeignFiles",
    "Interchange", "Bundles", "BundleFiles", "Sealing", "UseCases", "Assessment", "Slip", "ArgumentParser", "Dispatch",
    "Glibc", "Synchronization",
  ],
  "sathach": [
    "Assessment", "Slip", "UseCases", "Web", "HTTPServer", "SQLiteStore", "QRSymbols", "Sealing", "Printing",
    "Certificates", "Spreadsheets", "Interchange", "ForeignFiles", "Backups", "Audio", "Bundles", "BundleFiles",
    "Children", "ArgumentParser", "CZlib", "CMalloc",
    "Glibc",
    "Synchronization",
  ],
]

/// Targets without clock, chance, input, output, threads or changing globals: all of these come as arguments or ports.
private let pure = [
  "Assessment", "Slip", "Bundles", "Measurement", "UseCases", "Web", "Interchange", "Audio", "Province",
  "ProvinceWeb",
]

@Suite("House rules")
struct ImportRulesTests {
  @Test("every import points down, as the table says")
  func importsPointDown() throws {
    for (target, files) in try Tree.swiftFiles(under: "Sources") {
      let permitted = try #require(allowed[target], "the target \(target) is not in the table of imports")
      for file in files {
        for module in file.imports where !permitted.contains(module) {
          Issue.record("\(file.path) imports \(module), which \(target) may not")
        }
      }
    }
  }

  @Test("pure targets touch no clock, chance, file, thread or changing global", arguments: pure)
  func pureTargetsArePure(target: String) throws {
    let forbidden = [
      "Date()", "random", "FileManager", "print(", "getenv", "Thread", " Task {", "Mutex", "nonisolated(unsafe)",
      "static var", "clock_gettime",
    ]
    for file in try Tree.swiftFiles(under: "Sources")[target] ?? [] {
      for line in file.code {
        for word in forbidden where Self.uses(word, in: line) && !Self.isComputed(line) {
          Issue.record("\(file.path) uses \(word): \(line)")
        }
      }
    }
  }

  /// `print(` in `blueprint(` is no use of it.
  private static func uses(_ word: String, in line: String) -> Bool {
    line.split(separator: word, omittingEmptySubsequences: false).dropLast().contains { before in
      !(before.last?.isLetter ?? false)
    }
  }

  /// `static var x: T { … }` is computed and changes nothing.
  private static func isComputed(_ line: String) -> Bool {
    line.contains("static var") && line.hasSuffix("{")
  }

  @Test("nothing from outside can stop the process: no try!, as!, forced unwrapping or fatalError in Sources")
  func nothingCrashes() throws {
    for file in try Tree.swiftFiles(under: "Sources").values.joined() {
      for line in file.code {
        for word in ["try!", "as!", "fatalError(", "preconditionFailure(", "import Foundation"]
        where line.contains(word) {
          Issue.record("\(file.path): \(line)")
        }
      }
    }
  }

  @Test("markup is made of literals only: no text becomes markup by name")
  func markupIsLiteral() throws {
    for file in try Tree.swiftFiles(under: "Sources")["Web"] ?? [] where !file.path.hasSuffix("Markup.swift") {
      for line in file.code where line.contains("stringLiteral: \"") || line.contains(".init(stringLiteral") {
        Issue.record("\(file.path): \(line)")
      }
    }
  }

  @Test("files stay under 400 lines, and most of them under 120")
  func filesAreShort() throws {
    let files = try Tree.swiftFiles(under: "Sources").values.joined()
    for file in files where file.lines.count > 400 {
      Issue.record("\(file.path) has \(file.lines.count) lines")
    }
    let short = files.filter { $0.lines.count <= 120 }.count
    #expect(short * 10 >= files.count * 7)
  }

  @Test("type names use the field's words, none of the words that mean nothing")
  func namesMeanSomething() throws {
    let banned = ["Manager", "Helper", "Util", "Service", "Handler", "Data", "Info", "Object", "Common", "Misc"]
    let keywords = ["struct ", "class ", "enum ", "protocol ", "actor "]
    for file in try Tree.swiftFiles(under: "Sources").values.joined() {
      for line in file.code {
        guard let keyword = keywords.first(where: { line.contains($0) }) else { continue }
        let after = line.split(separator: keyword, maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
        let name = after.prefix { $0.isLetter || $0.isNumber }
        for word in banned where Self.words(in: name).contains(word) {
          Issue.record("\(file.path): \(name)")
        }
      }
    }
  }

  /// "Item", "Bank" and "File" for `ItemBankFile`.
  private static func words(in name: Substring) -> [String] {
    name.reduce(into: []) { words, letter in
      if letter.isUppercase || words.isEmpty {
        words.append(String(letter))
      } else {
        words[words.count - 1].append(letter)
      }
    }
  }

  @Test("every script a page asks for, and the rest of the web folder, is on the list that `sathach check` looks for")
  func webFilesAreListed() throws {
    let list = try Tree.lines(of: "Sources/Web/Assets.swift").drop { !$0.contains("needed = [") }
      .prefix { !$0.hasSuffix("  ]") }.joined()
    for name in try Tree.names(in: "kiosk/web") where !name.hasPrefix(".") {
      #expect(list.contains("\"\(name)\""), "\(name)")
    }
    // The verifier's parts are joined into one file, and loaded by no page.
    let files = try Tree.swiftFiles(under: "Sources")["Web"] ?? []
    for file in files where !file.path.hasSuffix("/VerifierTemplate.swift") {
      for line in file.code {
        for name in line.split(separator: "\"") where name.hasSuffix(".js") || name.hasSuffix(".css") {
          #expect(list.contains("\"\(name)\""), "\(file.path): \(name)")
        }
      }
    }
  }

  @Test("the top level holds what the house has and nothing else")
  func topLevelIsFixed() throws {
    let allowed = ["Package.swift", "README.md", "Sources", "Tests", "kiosk"]
    let found = try Tree.names(in: ".").filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
    #expect(Set(found) == Set(allowed))
  }
}
