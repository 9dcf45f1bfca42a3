// swift-tools-version: 6.1
import PackageDescription

/// The readers of foreign bytes, from the same sources as the product, built once more with libFuzzer's instrumentation.
let watched: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-enable-testing", "-parse-as-library"])]

let package = Package(
  name: "fuzz",
  targets: [
    .target(name: "Assessment", swiftSettings: watched),
    .target(name: "Slip", swiftSettings: watched),
    .target(name: "Measurement", swiftSettings: watched),
    .target(name: "Audio", swiftSettings: watched),
    .target(name: "Interchange", dependencies: ["Assessment"], swiftSettings: watched),
    .target(name: "Bundles", dependencies: ["Assessment", "Slip"], swiftSettings: watched),
    .target(
      name: "UseCases", dependencies: ["Assessment", "Slip", "Measurement", "Interchange", "Audio", "Bundles"],
      swiftSettings: watched),
    .target(
      name: "Web", dependencies: ["UseCases", "Assessment", "Slip", "Measurement", "Interchange", "Audio"],
      swiftSettings: watched),
    // What looks at a request's target before any route does.
    .target(
      name: "HTTPServer", dependencies: ["Web"],
      sources: ["RequestTarget.swift", "Refusal.swift", "ProtectingHeaders.swift"],
      swiftSettings: watched),
    .target(name: "Archives", dependencies: ["Interchange", "CZip", "CExpat"], swiftSettings: watched),
    // All but the entry point.
    .target(
      name: "ForeignReader", dependencies: ["Interchange", "Archives", "Assessment"], sources: ["FileReading.swift"],
      swiftSettings: watched),
    .executableTarget(
      name: "Readers",
      dependencies: [
        "Assessment", "Slip", "UseCases", "Web", "HTTPServer", "Interchange", "Archives", "ForeignReader",
        "Bundles",
      ],
      path: "Readers", swiftSettings: watched, linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CExpat", pkgConfig: "expat"),
  ]
)
