// swift-tools-version: 6.1
import PackageDescription

/// Warnings are errors in the product's own code; the language mode is Swift 6 by the tools version.
let strict: [SwiftSetting] = [
  .unsafeFlags(["-warnings-as-errors"]),
  .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release)),
]

/// For rules that run when a file comes in or goes out: small counts more than fast.
let small: [SwiftSetting] = strict + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// Functions that come out the same to the byte are kept once, and what nothing calls not at all.
let folded: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-use-ld=lld", "-Xlinker", "--icf=all", "-Xlinker", "--gc-sections", "-Xlinker", "--no-export-dynamic",
      "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
      // Tables for unwinding, of which only C++ exceptions make use: there are none.
      "-Xlinker", "-T", "-Xlinker", "\(Context.packageDirectory)/Sources/sathach/without-unwinding.lds",
    ], .when(configuration: .release))
]

let package = Package(
  name: "sathach",
  products: [
    .executable(name: "sathach", targets: ["sathach"]),
    .executable(name: "sathach-symbols", targets: ["SymbolReader"]),
    .executable(name: "sathach-import", targets: ["ForeignReader"]),
    .executable(name: "sathach-speech", targets: ["Speech"]),
    .executable(name: "sathach-province", targets: ["SathachProvince"]),
    .executable(name: "sathach-send", targets: ["Sender"]),
  ],
  dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")],
  targets: [
    // What items, banks, blueprints, forms, attempts, scores and outcomes are, and the rules between them.
    .target(name: "Assessment", swiftSettings: strict),
    // What a slip says, how it is written into a QR text, read back and found genuine.
    .target(name: "Slip", swiftSettings: small),
    // Rates, and statistics of items and tests: pure functions over columns of numbers.
    .target(name: "Measurement", swiftSettings: small),
    // Texts for the ear, and files of Opus taken apart and joined.
    .target(name: "Audio", swiftSettings: small),
    // What people can do, one file per verb, by role; the ports they need.
    .target(
      name: "UseCases", dependencies: ["Assessment", "Slip", "Measurement", "Interchange", "Audio", "Bundles"],
      swiftSettings: small),
    // Routes, screens, wording: a Request value to a Response value.
    .target(
      name: "Web", dependencies: ["UseCases", "Assessment", "Slip", "Measurement", "Interchange", "Audio"],
      swiftSettings: small),
    // Carries Web's requests over libmicrohttpd.
    .target(name: "HTTPServer", dependencies: ["Web", "CMicrohttpd"], swiftSettings: strict),
    // Keeps everything in SQLite.
    .target(
      name: "SQLiteStore", dependencies: ["UseCases", "Assessment", "Slip", "Audio", "Bundles", "CSQLite"],
      swiftSettings: strict),
    // Runs another program as a child, within time and bounds.
    .target(name: "Children", swiftSettings: small),
    // Draws slips' symbols, and those on screens, with libqrencode.
    .target(name: "QRSymbols", dependencies: ["UseCases", "CQRencode"], swiftSettings: small),
    // Slips as rasters, with FreeType; read back before they are offered.
    .target(name: "Printing", dependencies: ["UseCases", "Children", "CFreetype", "CZlib"], swiftSettings: small),
    // Reads the symbols in one picture with libzbar; a process of its own, for the picture comes from outside.
    .executableTarget(name: "SymbolReader", dependencies: ["CZBar"], swiftSettings: strict),
    // What a box tells the province, as files: records, the signed head, answers coming back; within bounds.
    .target(name: "Bundles", dependencies: ["Assessment", "Slip"], swiftSettings: small),
    // zlib's streams, piece by piece.
    .target(name: "Zlib", dependencies: ["CZlib"], swiftSettings: small),
    // Bundles written to and read from the disk.
    .target(name: "BundleFiles", dependencies: ["Bundles", "Slip", "Sealing", "Zlib"], swiftSettings: small),
    // Keys, signatures, password hashes, encryption of fields.
    .target(name: "Sealing", dependencies: ["UseCases", "Assessment", "Slip", "CSodium"], swiftSettings: small),
    // Backups, the mirror on a stick, and what is restored from them: sealed to the office's recovery key.
    .target(
      name: "Backups", dependencies: ["UseCases", "Assessment", "SQLiteStore", "Sealing", "Zlib"], swiftSettings: small
    ),
    // Reports as XLSX files, by libxlsxwriter, which is opened when it is needed.
    .target(
      name: "Spreadsheets", dependencies: ["UseCases", "Assessment", "CXlsxwriter"], swiftSettings: small),
    // The office's own certificate authority and its door's certificate, with GnuTLS.
    .target(name: "Certificates", dependencies: ["CGnuTLS"], swiftSettings: small),
    // Banks and tables to and from the formats that others use: the rules, without any input or output.
    .target(name: "Interchange", dependencies: ["Assessment"], swiftSettings: small),
    // Opens zip archives, XML and workbooks from outside, with libzip and expat; only ever in a process of its own.
    .target(name: "Archives", dependencies: ["Interchange", "CZip", "CExpat"], swiftSettings: strict),
    // The program `sathach-import`: reads one file from outside and tells in strict lines what it holds.
    .executableTarget(
      name: "ForeignReader", dependencies: ["Interchange", "Archives", "Assessment"], swiftSettings: strict),
    // Has files from outside read by `sathach-import`, within time and memory.
    .target(name: "ForeignFiles", dependencies: ["Interchange", "Assessment", "Children"], swiftSettings: small),
    // The program `sathach-speech`: has lines spoken by espeak-ng and writes them as Opus by libopusenc.
    .executableTarget(name: "Speech", dependencies: ["Audio", "COpusEnc"], swiftSettings: strict),
    // What the province can do with the bundles of its communes' boxes: the rules and the ports they need.
    .target(
      name: "Province", dependencies: ["Bundles", "UseCases", "Assessment", "Slip", "Measurement"],
      swiftSettings: strict),
    // The province's pages for officers, and what boxes ask it for: a Request value to a Response value.
    .target(
      name: "ProvinceWeb", dependencies: ["Province", "Web", "UseCases", "Assessment", "Slip", "Measurement"],
      swiftSettings: small),
    // Keeps the province's sum in PostgreSQL.
    .target(
      name: "PostgresStore", dependencies: ["Province", "Bundles", "UseCases", "Assessment", "Slip", "CPostgres"],
      swiftSettings: strict),
    // The program `sathach-province`: the province's command line and composition root.
    .executableTarget(
      name: "SathachProvince",
      dependencies: [
        "Province", "PostgresStore", "ProvinceWeb", "Web", "HTTPServer", "Certificates", "Spreadsheets", "ForeignFiles",
        "Interchange", "Bundles", "BundleFiles", "Sealing", "UseCases", "Assessment", "Slip",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    // The program `sathach-send`, off by default: posts bundles to the province over TLS, with GnuTLS, and fetches its files.
    .executableTarget(name: "Sender", dependencies: ["Bundles", "CGnuTLS"], swiftSettings: strict),
    // The command line, configuration and composition root; the only target that sees an adapter.
    .executableTarget(
      name: "sathach",
      dependencies: [
        "Assessment", "Slip", "UseCases", "Web", "HTTPServer", "SQLiteStore", "QRSymbols", "Sealing", "Printing",
        "Certificates", "Spreadsheets", "Interchange", "ForeignFiles", "Backups", "Audio", "Bundles", "BundleFiles",
        "Children", "CZlib", "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], exclude: ["without-unwinding.lds"], swiftSettings: small, linkerSettings: folded),

    // Each test target mirrors its target; a small named world stands in Support.
    .target(
      name: "TestSupport",
      dependencies: [
        "UseCases", "Assessment", "Slip", "SQLiteStore", "Sealing", "QRSymbols", "Printing", "Web", "Spreadsheets",
        "Interchange", "Audio", "Bundles", "BundleFiles",
      ],
      path: "Tests/Support", swiftSettings: strict),
    // Writes the design system and every page in every state into a folder.
    .executableTarget(
      name: "gallery", dependencies: ["TestSupport", "Web"], path: "Tests/Gallery", swiftSettings: strict),
    .testTarget(name: "AssessmentTests", dependencies: ["Assessment"], swiftSettings: strict),
    .testTarget(name: "SlipTests", dependencies: ["Slip", "Sealing"], exclude: ["Vectors"], swiftSettings: strict),
    .testTarget(
      name: "MeasurementTests", dependencies: ["Measurement", "Assessment"], exclude: ["Vectors", "Speed"],
      swiftSettings: strict),
    .testTarget(name: "SealingTests", dependencies: ["Sealing", "Slip"], swiftSettings: strict),
    .testTarget(name: "UseCasesTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "WebTests", dependencies: ["Web", "TestSupport"], exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "HTTPServerTests", dependencies: ["HTTPServer", "Web", "Certificates", "CGnuTLS"],
      swiftSettings: strict),
    .testTarget(name: "CertificatesTests", dependencies: ["Certificates"], swiftSettings: strict),
    .testTarget(name: "SQLiteStoreTests", dependencies: ["SQLiteStore", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "QRSymbolsTests", dependencies: ["QRSymbols", "UseCases", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ChildrenTests", dependencies: ["Children"], swiftSettings: strict),
    .testTarget(
      name: "PrintingTests", dependencies: ["Printing", "Children", "QRSymbols", "SymbolReader"], swiftSettings: strict),
    .testTarget(
      name: "BackupsTests", dependencies: ["Backups", "TestSupport"], exclude: ["Vectors"], swiftSettings: strict),
    .testTarget(name: "SpreadsheetsTests", dependencies: ["Spreadsheets", "UseCases"], swiftSettings: strict),
    .testTarget(
      name: "SathachTests", dependencies: ["sathach", "TestSupport", "Interchange", "CSQLite"], swiftSettings: strict),
    .testTarget(
      name: "InterchangeTests", dependencies: ["Interchange", "Archives", "ForeignFiles", "ForeignReader"],
      exclude: ["Samples"], swiftSettings: strict),
    .testTarget(name: "AudioTests", dependencies: ["Audio"], swiftSettings: strict),
    .testTarget(
      name: "BundlesTests", dependencies: ["Bundles", "BundleFiles", "Sealing", "Zlib"], exclude: ["Vectors"],
      swiftSettings: strict),
    .testTarget(name: "SpeechTests", dependencies: ["Audio", "Speech"], swiftSettings: strict),
    .testTarget(name: "ProvinceTests", dependencies: ["Province", "Bundles", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ProvinceWebTests", dependencies: ["ProvinceWeb", "Province", "Bundles", "Sealing", "TestSupport"],
      exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(name: "HouseRulesTests", swiftSettings: strict),

    .systemLibrary(name: "CMicrohttpd", pkgConfig: "libmicrohttpd", providers: [.apt(["libmicrohttpd-dev"])]),
    .systemLibrary(name: "CGnuTLS", pkgConfig: "gnutls", providers: [.apt(["libgnutls28-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CFreetype", pkgConfig: "freetype2", providers: [.apt(["libfreetype-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZBar", pkgConfig: "zbar", providers: [.apt(["libzbar-dev"])]),
    .systemLibrary(name: "CXlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "COpusEnc", pkgConfig: "libopusenc", providers: [.apt(["libopusenc-dev"])]),
    .systemLibrary(
      name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
  ]
)
