// Held complete by a test: see ``WordingCatalogue``.

extension WordingCatalogue {
  static let seatWording: [WordingEntry] = [
    WordingEntry("SeatWording.invited", SeatWording.invited("…"), on: "welcome"),
    WordingEntry("SeatWording.invitedLead", SeatWording.invitedLead, on: "welcome"),
    WordingEntry("SeatWording.begin", SeatWording.begin, on: "welcome"),
    WordingEntry("SeatWording.otherSeat", SeatWording.otherSeat, on: "welcome"),
    WordingEntry("SeatWording.practiceOpen", SeatWording.practiceOpen("…"), on: "welcome"),
    WordingEntry("SeatWording.practiceLead", SeatWording.practiceLead, on: "welcome"),
    WordingEntry("SeatWording.practiceBegin", SeatWording.practiceBegin, on: "welcome"),
    WordingEntry("SeatWording.haveSeat", SeatWording.haveSeat, on: "mode, welcome"),
    WordingEntry("SeatWording.seatsTitle", SeatWording.seatsTitle, on: "seats"),
    WordingEntry("SeatWording.seatsLead", SeatWording.seatsLead, on: "seats"),
    WordingEntry("SeatWording.seatsLabel", SeatWording.seatsLabel, on: "seats"),
    WordingEntry("SeatWording.seatsButton", SeatWording.seatsButton, on: "seats"),
    WordingEntry("SeatWording.pad", SeatWording.pad, on: "seats"),
    WordingEntry("SeatWording.erase", SeatWording.erase, on: "seats"),
    WordingEntry("SeatWording.seatDigits", SeatWording.seatDigits, on: "seats"),
    WordingEntry("SeatWording.seatWait", SeatWording.seatWait(3), on: "seats"),
    WordingEntry("SeatWording.consentHolder", SeatWording.consentHolder, on: "consent"),
    WordingEntry("SeatWording.holder", SeatWording.holder("…", "…"), on: "consent"),
    WordingEntry("SeatWording.notMe", SeatWording.notMe, on: "consent"),
    WordingEntry("SeatWording.deskTitle", SeatWording.deskTitle, on: "mode"),
    WordingEntry("SeatWording.deskPoints", SeatWording.deskPoints.joined(separator: " | "), on: "mode"),
    WordingEntry("SeatWording.rest", SeatWording.rest, on: "item"),
    WordingEntry("SeatWording.restTitle", SeatWording.restTitle, on: "pause"),
    WordingEntry("SeatWording.restLead", SeatWording.restLead, on: "pause"),
    WordingEntry("SeatWording.restOver", SeatWording.restOver, on: "pause"),
    WordingEntry("SeatWording.pausedTitle", SeatWording.pausedTitle, on: "pause"),
    WordingEntry("SeatWording.pausedLead", SeatWording.pausedLead, on: "pause"),
    WordingEntry("SeatWording.pausedLook", SeatWording.pausedLook, on: "pause"),
    WordingEntry("SeatWording.numberEnding", SeatWording.numberEnding("…"), on: "particulars-wording"),
    WordingEntry("SeatWording.noNumber", SeatWording.noNumber, on: "particulars-wording"),
  ]

  static let helpCallWording: [WordingEntry] = [
    WordingEntry("HelpCallWording.call", HelpCallWording.call, on: "help-call"),
    WordingEntry("HelpCallWording.coming", HelpCallWording.coming, on: "help-call"),
    WordingEntry("HelpCallWording.lost", HelpCallWording.lost, on: "help-call"),
  ]

  static let idleWording: [WordingEntry] = [
    WordingEntry("IdleWording.question", IdleWording.question, on: "idle-question, presence"),
    WordingEntry("IdleWording.lead", IdleWording.lead, on: "idle-question, presence"),
    WordingEntry("IdleWording.stay", IdleWording.stay, on: "idle-question, presence"),
    WordingEntry("IdleWording.leave", IdleWording.leave, on: "idle-question, presence"),
  ]

  static let keyboardWording: [WordingEntry] = [
    WordingEntry("KeyboardWording.name", KeyboardWording.name, on: "keyboard"),
    WordingEntry("KeyboardWording.openLetters", KeyboardWording.openLetters, on: "keyboard"),
    WordingEntry("KeyboardWording.openDigits", KeyboardWording.openDigits, on: "keyboard"),
    WordingEntry("KeyboardWording.close", KeyboardWording.close, on: "keyboard"),
    WordingEntry("KeyboardWording.erase", KeyboardWording.erase, on: "keyboard"),
    WordingEntry("KeyboardWording.space", KeyboardWording.space, on: "keyboard"),
    WordingEntry("KeyboardWording.shift", KeyboardWording.shift, on: "keyboard"),
    WordingEntry("KeyboardWording.methods", KeyboardWording.methods, on: "keyboard"),
    WordingEntry("KeyboardWording.tapped", KeyboardWording.tapped, on: "keyboard"),
    WordingEntry("KeyboardWording.telex", KeyboardWording.telex, on: "keyboard"),
    WordingEntry("KeyboardWording.vni", KeyboardWording.vni, on: "keyboard"),
    WordingEntry("KeyboardWording.telexHelp", KeyboardWording.telexHelp, on: "keyboard"),
    WordingEntry("KeyboardWording.vniHelp", KeyboardWording.vniHelp, on: "keyboard"),
    WordingEntry("KeyboardWording.tones", KeyboardWording.tones.joined(separator: " | "), on: "keyboard"),
    WordingEntry("KeyboardWording.empty", KeyboardWording.empty, on: "keyboard"),
    WordingEntry("KeyboardWording.digits", KeyboardWording.digits.joined(separator: " | "), on: "keyboard"),
    WordingEntry("KeyboardWording.reading", KeyboardWording.reading("…"), on: "keyboard"),
    WordingEntry("KeyboardWording.numberPlace", KeyboardWording.numberPlace("…"), on: "keyboard, particulars-wording"),
    WordingEntry(
      "KeyboardWording.numberYear", KeyboardWording.numberYear("…", "…"), on: "keyboard, particulars-wording"),
    WordingEntry("KeyboardWording.numberCentury", KeyboardWording.numberCentury, on: "keyboard"),
    WordingEntry("KeyboardWording.numberLong", KeyboardWording.numberLong, on: "keyboard"),
    WordingEntry("KeyboardWording.numberLetters", KeyboardWording.numberLetters, on: "keyboard"),
  ]

  static let screenWording: [WordingEntry] = [
    WordingEntry("ScreenWording.hour", ScreenWording.hour, on: "simulated"),
    WordingEntry("ScreenWording.address", ScreenWording.address, on: "simulated"),
    WordingEntry("ScreenWording.on", ScreenWording.on, on: "screen-part"),
    WordingEntry("ScreenWording.off", ScreenWording.off, on: "screen-part"),
    WordingEntry("ScreenWording.ownMessage", ScreenWording.ownMessage, on: "screen-content"),
    WordingEntry("ScreenWording.information", ScreenWording.information, on: "screen-content"),
    WordingEntry("ScreenWording.fine", ScreenWording.fine, on: "screen-content"),
    WordingEntry("ScreenWording.care", ScreenWording.care, on: "screen-content"),
  ]
}
