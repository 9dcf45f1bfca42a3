import Glibc
import HTTPServer
import SQLiteStore
import Synchronization
import Web

/// Opens the box on a thread of its own, again and again until it is open: what is in the way may be taken away meanwhile, and
/// whoever stands before the screen has a sentence to read.
final class Opener: Sendable {
  enum State: Sendable {
    case opening
    case open(RunningBox)
    /// The screen says why; it is tried again.
    case standing(Outage)
    /// A mistake in how the service was called, or another one serves this folder.
    case refused(Failure)
    case stopped
  }

  /// Seconds between two tries.
  static let pause: UInt32 = 10

  private let composition: Composition
  private let server: Server
  private let front: Front
  private let state = Mutex(State.opening)

  init(_ composition: Composition, _ server: Server, _ front: Front) {
    (self.composition, self.server, self.front) = (composition, server, front)
  }

  func start() {
    Threads.detach { self.run() }
  }

  /// Waits until there is something to say, at most so many milliseconds.
  func wait(atMost milliseconds: Int) -> State {
    let end = SystemClock().monotonic() + Int64(milliseconds)
    while case .opening = state.withLock({ $0 }), SystemClock().monotonic() < end { usleep(2000) }
    return state.withLock { $0 }
  }

  /// - Returns: the box to be stopped, where one was opened.
  func stop() -> RunningBox? {
    state.withLock { state in
      defer { state = .stopped }
      if case .open(let box) = state { return box }
      return nil
    }
  }

  private func run() {
    while !attempt() {
      sleep(Opener.pause)
      if case .stopped = state.withLock({ $0 }) { return }
    }
  }

  /// - Parameter isSecond: damage was met while opening; this time the file is looked through before.
  /// - Returns: whether there is nothing left to try.
  private func attempt(isSecond: Bool = false) -> Bool {
    do {
      let box = try composition.open(behind: server, front: front) { self.tell($0) }
      settle(.open(box))
      Log.write(.notice, "serving")
      return true
    } catch let failure as Failure {
      settle(.refused(failure))
      return true
    } catch SQLiteStoreError.folderLocked(let path, let holder) {
      let text = OperatorWording.text(SQLiteStoreError.folderLocked(path: path, holder: holder))
      settle(.refused(.couldNot("sathach: \(text)")))
      return true
    } catch  where OutageFinding.outage(of: error) == .diskFull && composition.giveReserve() {
      return attempt(isSecond: isSecond)
    } catch let error as SQLiteStoreError where error.trouble == .damaged && !isSecond {
      return attempt(isSecond: true)
    } catch {
      stand(OutageFinding.outage(of: error), error)
      return false
    }
  }

  private func tell(_ outage: Outage) {
    front.stand(outage)
    Supervision.tell("STATUS=\(outage.word)")
  }

  private func stand(_ outage: Outage, _ error: any Error) {
    let cause = (error as? StartStopped)?.cause ?? error
    let isNew = state.withLock { state in
      if case .standing(let before) = state { return before != outage }
      return true
    }
    front.stand(outage)
    Supervision.tell("STATUS=\(outage.word)")
    if isNew {
      Log.write(
        .error,
        "problem=\(outage.word) ref=\(outage.reference) cause=\"\(OperatorWording.text(cause))\"; tried again "
          + "every \(Opener.pause) s")
    }
    settle(.standing(outage))
  }

  private func settle(_ new: State) {
    state.withLock { state in
      if case .stopped = state { return }
      state = new
    }
  }
}

/// Starts the program anew in its own place, so that what a start heals is healed without anybody's doing.
enum Restart {
  /// Seconds: what happens again so soon is not mended by another start.
  private static let earliest: Int64 = 60_000
  private static let began = SystemClock().monotonic()

  /// From any thread; the main one does it, as for a signal.
  /// - Parameter isFirst: this start has not looked through the database before it opened it; the next one will.
  static func ask(because cause: String, isFirst: Bool = false) {
    guard isFirst || SystemClock().monotonic() - began > earliest else { return }
    Log.write(.error, "problem=restart cause=\"\(cause)\"")
    kill(getpid(), SIGHUP)
  }

  /// Because somebody wants it.
  static func anew(because cause: String) {
    Log.write(.notice, "starting anew because=\"\(cause)\"")
    kill(getpid(), SIGHUP)
  }

  static func noteBeginning() {
    _ = began
  }

  /// Comes back only where it did not work.
  ///
  /// - Parameter port: where browsers know the box by now.
  static func run(port: UInt16) {
    let arguments = CommandLine.arguments + ["--port", String(port)]
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    execv("/proc/self/exe", &words)
    Log.write(.error, "problem=restart cause=\"\(String(cString: strerror(errno)))\"")
  }
}
