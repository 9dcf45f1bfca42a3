import Assessment
import BundleFiles
import Bundles
import Glibc
import PostgresStore
import Province
import Sealing
import Slip
import UseCases

/// Takes in files of bundles: those given, and those of the same boxes that have been waiting for them.
struct Importer {
  /// A file, and what became of it.
  struct Line: Sendable {
    let name: String
    let issuer: Issuer?
    let number: Int?
    let outcome: BundleOutcome
  }

  let store: PostgresProvince
  let folder: ProvinceFolder
  let secrets: ProvinceKeyring
  let clock: any KioskClock

  init(store: PostgresProvince, folder: ProvinceFolder, clock: any KioskClock = SystemClock()) throws {
    (self.store, self.folder, self.clock) = (store, folder, clock)
    secrets = try folder.secrets()
  }

  private struct Candidate {
    let path: String
    let bundle: ExaminedBundle
  }

  /// Those of one box in the order of their numbers, whatever their order here. What waits is copied to the province's
  /// folder, so that the stick may go.
  ///
  /// - Throws: what the store or the disk fails with. Whatever was told is done; the rest is as if it had not been tried.
  func take(_ paths: [String], tell: (Line) throws -> Void) throws {
    let examine = ExamineBundle(keys: try store.keys(), secrets: secrets)
    var candidates: [Candidate] = []
    for path in paths { try look(at: path, examine, tell).map { candidates.append($0) } }
    let boxes = Set(candidates.map { $0.bundle.head.issuer })
    for path in try waitingFiles(of: boxes) where !paths.contains(path) {
      try look(at: path, examine, { _ in }).map { candidates.append($0) }
    }
    candidates.sort {
      ($0.bundle.head.issuer.text, $0.bundle.head.number) < ($1.bundle.head.issuer.text, $1.bundle.head.number)
    }
    let vouched = Set(candidates.filter { !$0.bundle.isKeyWithdrawn }.map { $0.bundle.head.previous })
    let take = TakeBundle(intake: store, secrets: secrets, clock: clock)
    for candidate in candidates {
      let outcome = try take(candidate.bundle, isVouched: vouched.contains(candidate.bundle.digest))
      try keep(candidate, outcome)
      try tell(line(candidate, outcome))
    }
  }

  /// Nil where the bundle was refused, which is told and written down.
  private func look(at path: String, _ examine: ExamineBundle, _ tell: (Line) throws -> Void) throws -> Candidate? {
    let name = String(path.split(separator: "/").last ?? "")
    let named = BundleName(name)
    do {
      let bundle = try BundleAtPath(path)
      switch try examine(bundle) {
      case .success(let bundle): return Candidate(path: path, bundle: bundle)
      case .failure(let refused):
        let head = bundle.envelope.head
        try refuse(path, head.issuer, head.number, head, refused.refusal)
        try tell(Line(name: name, issuer: head.issuer, number: head.number, outcome: .refused(refused.refusal)))
      }
    } catch let fault as BundleFault {
      let refusal = BundleRefusal(fault)
      if let named { try refuse(path, named.issuer, named.number, nil, refusal) }
      try tell(Line(name: name, issuer: named?.issuer, number: named?.number, outcome: .refused(refusal)))
    }
    return nil
  }

  private func refuse(
    _ path: String, _ issuer: Issuer, _ number: Int, _ head: BundleHead?, _ refusal: BundleRefusal
  ) throws {
    guard !issuer.isSample else { return }
    let now = clock.now()
    let (digest, size) = try Files.digest(of: path)
    try store.note(
      ReceivedBundle(
        issuer: issuer, number: number, digest: digest, state: .refused(refusal),
        madeAt: (head?.madeAt).map { Moment(milliseconds: $0 * 1_000) }, size: size, firstSeenAt: now, changedAt: now))
  }

  private func line(_ candidate: Candidate, _ outcome: BundleOutcome) -> Line {
    Line(
      name: String(candidate.path.split(separator: "/").last ?? ""), issuer: candidate.bundle.head.issuer,
      number: candidate.bundle.head.number, outcome: outcome)
  }

  private func waitingFiles(of boxes: Set<Issuer>) throws -> [String] {
    try Files.names(in: folder.waiting).filter { name in
      name.hasSuffix(BundleName.ending) && boxes.contains { name.hasPrefix($0.text + "-") }
    }.map { folder.waiting + "/" + $0 }
  }

  private func keep(_ candidate: Candidate, _ outcome: BundleOutcome) throws {
    let isKept = candidate.path.hasPrefix(folder.waiting + "/")
    switch outcome {
    case .waiting where !isKept: try Files.copy(candidate.path, to: kept(candidate.bundle))
    case .waiting: break
    case .applied, .again, .refused: Files.remove(kept(candidate.bundle))
    }
  }

  /// By number and content: two bundles of one number may both wait.
  private func kept(_ bundle: ExaminedBundle) -> String {
    let name = bundle.head.fileName.dropLast(BundleName.ending.count)
    return "\(folder.waiting)/\(name)-\(Hex.text(Array(bundle.digest.prefix(8))))\(BundleName.ending)"
  }
}

struct SystemClock: KioskClock {
  func now() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }

  func monotonic() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
