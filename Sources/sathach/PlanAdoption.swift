import SQLiteStore
import UseCases

/// Brings the targets of the kiosk folder into the store, where they changed since they were last read.
struct PlanAdoption {
  let kiosk: KioskFolder

  /// A damaged file is told in the log, and the plan read before serves on: nobody is stopped by it.
  func bring(into store: KioskStore, with parts: Kiosk.Parts) throws {
    do {
      guard let content = try kiosk.plan() else { return }
      _ = try TargetPlan.read(content)
      try store.atomically { try Kiosk(store: store, parts: parts).keepPlan(content) }
    } catch let faulty as TargetPlan.Faulty {
      for problem in faulty.problems.prefix(20) { Terminal.complain(problem.description) }
      Log.write(.error, "problem=targetPlan cause=\"\(faulty.problems.count) problems; `sathach check` lists them\"")
    } catch let fault as FileFault {
      Log.write(.error, "problem=targetPlan cause=\"\(fault)\"")
    }
  }
}
