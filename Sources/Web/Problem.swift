import Assessment
import UseCases

/// Everything that can go wrong in front of a person, with its status. The one place between errors and wording.
package enum Problem: Equatable, Sendable, CaseIterable {
  case notFound
  case methodNotAllowed
  case unreadableForm
  case formExpired
  case unknownAudience
  case unknownAttempt
  case foreignAttempt
  case voidedAttempt
  case finishedAttempt
  case pausedAttempt
  case notSeated
  case alreadySeated
  case warmUpFirst
  case unknownItem
  case unknownOption
  case noticeChanged
  case cardUnreadable
  case underAge
  case tooEarly
  case practiceOnly
  case resultNotReady
  case notPassed
  case tryAgain
  case clockBehind
  case tooManyCopies
  case unreadableSheet
  case tooManyLookups
  case unknownSeat
  case seatTaken
  case slipWaits
  case slipVoid
  case deskRefused
  case bankTooSmall
  case overloaded
  case internalError
  /// On the office's network, a browser that no clerk has enrolled.
  case notEnrolled
  /// In this office no test begins without the desk.
  case deskOnly
  case notResting
  /// Room for what has begun only.
  case diskTight
  case diskFull
  case diskFault

  package var status: Int {
    switch self {
    case .notFound, .unknownAudience, .unknownAttempt, .unknownItem, .unknownSeat: 404
    case .methodNotAllowed: 405
    case .unreadableForm, .unknownOption: 400
    case .formExpired, .foreignAttempt, .notEnrolled: 403
    case .finishedAttempt, .notSeated, .alreadySeated, .warmUpFirst, .noticeChanged, .practiceOnly, .resultNotReady,
      .notPassed, .clockBehind, .tooManyCopies, .pausedAttempt, .seatTaken, .slipWaits, .slipVoid, .deskRefused,
      .deskOnly, .notResting:
      409
    case .voidedAttempt: 410
    case .cardUnreadable, .underAge, .tooEarly: 422
    case .tooManyLookups: 429
    case .overloaded, .tryAgain, .diskFault: 503
    case .diskTight, .diskFull: 507
    case .bankTooSmall, .unreadableSheet, .internalError: 500
    }
  }

  /// Whether somebody must act: then the cause goes into the log.
  package var isLogged: Bool {
    switch self {
    case .internalError, .bankTooSmall, .unreadableSheet, .clockBehind, .diskFull, .diskFault: true
    default: false
    }
  }

  /// Anything that is not one of our own refusals is an internal error: a plain sentence for the person, the cause for
  /// the log.
  package init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let error as UseCaseError: self = Problem(useCase: error)
    case let error as AssessmentError: self = Problem(assessment: error)
    case is FormFault: self = .unreadableForm
    case let fault as any StorageFault: self = fault.trouble.map(Problem.init(storage:)) ?? .internalError
    default: self = .internalError
    }
  }

  package init(storage trouble: StorageTrouble) {
    switch trouble {
    case .full: self = .diskFull
    case .unwritable, .damaged: self = .diskFault
    }
  }

  private init(useCase error: UseCaseError) {
    switch error {
    case .unknownAudience: self = .unknownAudience
    case .unknownItem: self = .unknownItem
    case .unknownAttempt: self = .unknownAttempt
    case .foreignAttempt: self = .foreignAttempt
    case .voided: self = .voidedAttempt
    case .consentMissing, .noticeChanged: self = .noticeChanged
    case .particulars, .card, .unconfirmed: self = .cardUnreadable
    case .guardianNeeded: self = .underAge
    case .tooEarly: self = .tooEarly
    case .practiceOnly: self = .practiceOnly
    case .resultNotReady: self = .resultNotReady
    case .notPassed: self = .notPassed
    case .tokenTaken: self = .tryAgain
    case .contentDamaged: self = .internalError
    case .clockBehind: self = .clockBehind
    case .tooManyCopies: self = .tooManyCopies
    case .diskTight: self = .diskTight
    case .unreadableSheet: self = .unreadableSheet
    case .tooManyLookups: self = .tooManyLookups
    // Colleagues' pages word these themselves: see ``StaffProblem``.
    case .staff: self = .notFound
    case .desk(let refusal): self = Problem(desk: refusal)
    case .confirmation, .report, .rules, .plan, .privacy, .keyList: self = .deskRefused
    case .deskOnly: self = .deskOnly
    case .table, .items, .recording: self = .unreadableForm
    }
  }

  /// What of the desk's refusals a resident can meet; the desk's own pages word the rest.
  private init(desk refusal: DeskRefusal) {
    switch refusal {
    case .unknownSeatNumber: self = .unknownSeat
    case .seatTaken: self = .seatTaken
    case .awaitsOfficer: self = .slipWaits
    case .slipRefused, .slipRevoked: self = .slipVoid
    case .notResting, .noRests: self = .notResting
    default: self = .deskRefused
    }
  }

  private init(assessment error: AssessmentError) {
    switch error {
    case .notInProgress(let state):
      switch state {
      case .seating: self = .notSeated
      case .voided: self = .voidedAttempt
      case .paused: self = .pausedAttempt
      case .submitted, .inProgress: self = .finishedAttempt
      }
    case .notSeating: self = .alreadySeated
    case .notPaused, .hasNoClock, .minutesOutOfBounds: self = .deskRefused
    case .warmUpUnfinished: self = .warmUpFirst
    case .noSuchPosition: self = .unknownItem
    case .noSuchOption: self = .unknownOption
    case .damagedResponse: self = .internalError
    case .itemsOpen: self = .unreadableForm
    case .bankTooSmall: self = .bankTooSmall
    }
  }
}

extension Problem: Error {}
