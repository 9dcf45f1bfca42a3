import Assessment
import Audio

/// Finds the sound of lines for one page: a person's voice in the chosen language, else a person's in Vietnamese, else the
/// machine's.
package struct LineVoices {
  private let kiosk: Kiosk
  /// Those in which anybody has recorded anything, the chosen one first.
  private let languages: [Language.ID]

  init(_ kiosk: Kiosk, _ languages: [Language.ID]) {
    self.kiosk = kiosk
    self.languages = languages
  }

  package func sound(of line: LineKey) -> SoundID? {
    for language in languages {
      // A page without this voice is still a page.
      if let sound = try? kiosk.store.approvedSound(of: line, in: language) { return sound }
    }
    return kiosk.sounds.sound(of: line)
  }
}

extension Kiosk {
  package func lineVoices(in language: Language.ID) throws -> LineVoices {
    let spoken = try store.spokenLanguages()
    let wanted = language == Language.vietnamese.id ? [language] : [language, Language.vietnamese.id]
    return LineVoices(self, wanted.filter(spoken.contains))
  }

  /// Languages with a greeting of their own, and its sound.
  package func greetings() throws -> [(Language.ID, SoundID)] {
    let line = LineKey(VoiceSheet.greetingLine)
    return try store.spokenLanguages().compactMap { language in
      try store.approvedSound(of: line, in: language).map { (language, $0) }
    }
  }
}
