/// An invented app as a small state machine in data, in which a person does a thing instead of telling how it is done. The
/// format and its rules are written down in SimulatedScreens.
package struct Simulation: Equatable, Sendable {
  package enum Device: String, Sendable, CaseIterable {
    case phone
    case computer
  }

  /// A word that elements set and clear: what the machine remembers beside the screen it is at.
  package typealias Mark = ContentID<Simulation>

  package let device: Device
  package let start: Screen.ID
  /// Taps after which it is over.
  package let stepLimit: Int
  package let goals: [Goal]
  package let forbidden: [Forbidden]
  package let screens: [Screen]

  package init(
    device: Device, start: Screen.ID, stepLimit: Int, goals: [Goal], forbidden: [Forbidden], screens: [Screen]
  ) {
    self.device = device
    self.start = start
    self.stepLimit = stepLimit
    self.goals = goals
    self.forbidden = forbidden
    self.screens = screens
  }

  package func screen(_ id: Screen.ID) -> Screen? {
    screens.first { $0.id == id }
  }
}

extension Simulation {
  /// What must be set and what must not.
  package struct Condition: Equatable, Sendable {
    package let has: [Mark]
    package let lacks: [Mark]

    package init(has: [Mark] = [], lacks: [Mark] = []) {
      self.has = has
      self.lacks = lacks
    }

    package var isEmpty: Bool { has.isEmpty && lacks.isEmpty }

    package func holds(_ marks: Set<Mark>) -> Bool {
      has.allSatisfy(marks.contains) && !lacks.contains(where: marks.contains)
    }
  }

  /// A state that ends the task, with what reaching it is worth in hundredths of an item.
  package struct Goal: Equatable, Sendable {
    /// Nil where any screen will do.
    package let screen: Screen.ID?
    package let condition: Condition
    package let credit: Int
    package let meaning: String

    package init(screen: Screen.ID?, condition: Condition, credit: Int, meaning: String) {
      self.screen = screen
      self.condition = condition
      self.credit = credit
      self.meaning = meaning
    }
  }

  /// What must never happen, such as paying the swindler: it ends the task with nothing.
  package struct Forbidden: Equatable, Sendable {
    package let screen: Screen.ID?
    package let condition: Condition
    package let meaning: String

    package init(screen: Screen.ID?, condition: Condition, meaning: String) {
      self.screen = screen
      self.condition = condition
      self.meaning = meaning
    }
  }

  package struct Screen: Equatable, Sendable {
    package typealias ID = ContentID<Screen>

    package let id: ID
    package let name: String
    package let look: Look
    package let title: String?
    package let address: String?
    /// What is to be seen and what can be tapped, as told to somebody who does not see it.
    package let ear: String
    package let elements: [Element]

    package init(
      id: ID, name: String, look: Look, title: String?, address: String?, ear: String, elements: [Element]
    ) {
      self.id = id
      self.name = name
      self.look = look
      self.title = title
      self.address = address
      self.ear = ear
      self.elements = elements
    }
  }

  /// Which kind of app a screen belongs to: it decides colours and the bar on top.
  package enum Look: String, Sendable, CaseIterable {
    case home, messages, call, browser, bank, `public`, citizen, health, shop, delivery, social, chat, settings, store
    case assistant, farm, mail, files, office, camera
  }

  package enum Icon: String, Sendable, CaseIterable {
    case phone, message, camera, gallery, settings, browser, bank, wallet, qr, shop, cart, box, truck, heart, hospital
    case document, dossier, building, bell, shield, warning, lock, key, wifi, battery, storage, trash, download, share
    case idCard = "id-card"
    case flag, block, person, people, search, calendar, clock, map, weather, leaf, bug, drop, robot, mail, star, home
    case back, check, cross, info, question, pen, chart, link, video, microphone, printer, folder, globe, gift, book
  }
}
