import SQLiteStore
import Synchronization
import UseCases
import Web

/// Joins the site to its threads: pages are answered where they were read, slow work beside the writer, and every write
/// takes its turn on the one writer, which answers after the sync.
struct SiteResponder: Responder {
  let site: Site
  let readers: ReaderPool
  let writer: GroupCommit
  /// What a write waits for, and short looks.
  let beside: WorkQueue
  /// For files from outside, which take seconds to read: nobody's sheet or password waits behind one.
  let files: WorkQueue
  /// Reports and the like, which take seconds: nobody's answer waits for them.
  let exports: WorkQueue
  let parts: Kiosk.Parts
  let officeName: String
  let secrets: any Secrets
  let cameras = CameraTurns()
  let disk: DiskWatch
  let serials: SerialWatch
  let activity = Activity()

  func answerNow(_ request: Request) -> Response? {
    // No post is answered in place, so no reader is taken and no snapshot begun for it.
    if request.method == .post { return nil }
    let admission = Admission(request, secrets: secrets, doors: site.doors)
    do {
      return try readers.read { store in
        site.answerNow(admission, kiosk: kiosk(store)).map(told)
      }
    } catch {
      Log.write(.error, "problem=reading cause=\"\(OperatorWording.text(error))\"")
      return refusal(error, to: admission)
    }
  }

  func answerLater(_ request: Request, answer: @escaping @Sendable (Response) -> Void) {
    // Read here, on the event thread: whatever the writer need not do lets it take more answers.
    let admission = Admission(request, secrets: secrets, doors: site.doors)
    activity.note()
    switch admission.turn {
    // A page that was not answered in place must hand in an attempt first.
    case .inPlace, .write: write(admission, .none, answer: answer)
    case .beside:
      guard let answer = cameras.turn(of: admission.camera, answer) else {
        return answer(site.refusal(.overloaded, to: admission, officeName: officeName))
      }
      work(line(of: admission, else: admission.isLong ? exports : beside), admission, answer) {
        answer(reading(admission) { told(site.answerBeside(admission, kiosk: kiosk($0))) })
      }
    case .writeAfterPreparation:
      work(line(of: admission, else: beside), admission, answer) {
        // A preparation that fails leaves its sentence to the write.
        let preparation = try? readers.read { site.prepare(admission, kiosk: kiosk($0)) }
        write(admission, preparation ?? .none, answer: answer)
      }
    }
  }

  private func kiosk(_ store: KioskStore) -> Kiosk { Kiosk(store: store, parts: parts) }

  /// Files have a line of their own.
  private func line(of admission: Admission, else other: WorkQueue) -> WorkQueue {
    admission.readsFile ? files : other
  }

  private func work(
    _ queue: WorkQueue, _ admission: Admission, _ answer: @Sendable (Response) -> Void,
    _ job: @escaping @Sendable () -> Void
  ) {
    if !queue.submit(job) { answer(site.refusal(.overloaded, to: admission, officeName: officeName)) }
  }

  /// What is wrong with the disk is told as such, and remembered for staff.
  private func refusal(_ error: any Error, to admission: Admission) -> Response {
    disk.note(error)
    return site.refusal(Problem(error), to: admission, officeName: officeName)
  }

  private func reading(_ admission: Admission, _ body: (KioskStore) throws -> Response) -> Response {
    do {
      return try readers.read(body)
    } catch {
      Log.write(.error, "problem=reading cause=\"\(OperatorWording.text(error))\"")
      return refusal(error, to: admission)
    }
  }

  /// - Parameter isSecond: room was made on the disk after a first try.
  private func write(
    _ admission: Admission, _ preparation: Site.Preparation, isSecond: Bool = false,
    answer: @escaping @Sendable (Response) -> Void
  ) {
    let made = Handover<Response>()
    let ordered = Handover<SheetOrder>()
    let isTaken = writer.submit { store in
      let result = site.answer(admission, with: preparation, kiosk: kiosk(store))
      // Told after the transaction: the disk may have refused it, and a second try may go well.
      if let fault = result.incident?.cause as? any StorageFault, fault.trouble != nil { throw fault }
      made.put(told(result))
      if result.keepsWrites { serials.look(try store.nextSerial() - 1) }
      if result.keepsWrites, let order = result.order { ordered.put(order) }
      return result.keepsWrites ? .keep : .discard
    } done: { fate in
      switch fate {
      case .committed:
        disk.noteWritten()
        serials.keep(by: beside)
        // Only now: a sheet that was not counted must not come out.
        if let order = ordered.take() { parts.printer.take(order) }
        answer(made.take() ?? site.refusal(.internalError, to: admission, officeName: officeName))
      case .discarded: answer(made.take() ?? site.refusal(.internalError, to: admission, officeName: officeName))
      case .failed(let error), .lost(let error):
        serials.forget()
        Log.write(.error, "problem=writing cause=\"\(OperatorWording.text(error))\"")
        if !isSecond, disk.makeRoom(after: error) {
          return write(admission, preparation, isSecond: true, answer: answer)
        }
        answer(refusal(error, to: admission))
      }
    }
    if !isTaken { answer(site.refusal(.overloaded, to: admission, officeName: officeName)) }
  }

  private func told(_ answer: Site.Answer) -> Response {
    if let incident = answer.incident {
      Log.write(.error, "problem=\(incident.problem) cause=\"\(OperatorWording.text(incident.cause))\"")
    }
    return answer.response
  }
}

/// Carries a value from the transaction that made it to the moment after its commit.
private final class Handover<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  func put(_ new: Value) {
    value.withLock { $0 = new }
  }

  func take() -> Value? {
    value.withLock { value in
      defer { value = nil }
      return value
    }
  }
}
