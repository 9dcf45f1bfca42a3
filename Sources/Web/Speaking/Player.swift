import Assessment
import Audio
import UseCases

/// What stands at the same place of every page a candidate sees: hear it, once more, slower, and whether the next page is to
/// speak by itself. Without scripts it is the browser's own player, with the same file.
struct Player {
  let list: SoundList?
  let choice: VoiceChoice
  /// Those to choose from, where there are several; on the first page only.
  var languages: [Language] = []
  let speaksFirst: Bool
  /// Of the page, to come back to; nil where a page comes of a form.
  let route: Route
  /// Nil for a browser without a session.
  let token: Markup?

  var markup: Markup {
    """
    <section class="player" id="player" aria-label="\(SpeakingWording.player)"\(track)>
    \(sound)\(firstForm)\(languageForm)</section>

    """
  }

  private var track: Markup {
    guard let list else { return "" }
    return " data-track=\"\(Route.soundTrack(list))\" data-silent=\"\(SpeakingWording.silent)\""
  }

  private var sound: Markup {
    guard let list else { return "<p class=\"player-note\">\(SpeakingWording.notPrepared)</p>\n" }
    return """
      <button class="button hear" type="button" id="hear" data-again="\(SpeakingWording.again)" data-stop="\(SpeakingWording.stop)" hidden>\
      \(Self.speaker)<span>\(SpeakingWording.listen)</span></button>
      <audio id="voice" src="\(Route.sound(list))" controls preload="none"\(" autoplay", if: speaksFirst)></audio>
      <button class="button" type="button" id="slower" data-usual="\(SpeakingWording.usual)"\
       aria-pressed="\(choice.isSlow ? "true" : "false")" hidden>\(SpeakingWording.slower)</button>
      <p class="player-note" id="player-note" role="status">\(SpeakingWording.headphones)</p>

      """
  }

  private static let speaker: Markup = """
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M3 9v6h4l5 5V4L7 9H3z" fill="currentColor"/>\
    <path d="M15 8.5a5 5 0 0 1 0 7M17.5 6a8.5 8.5 0 0 1 0 12" fill="none" stroke="currentColor" stroke-width="2"\
     stroke-linecap="round"/></svg>
    """

  private var firstForm: Markup {
    guard list != nil, let token else { return "" }
    return """
      <form id="voice-choice" method="post" action="\(Route.voice)">\(token)<input type="hidden" name="back" value="\(route.path)">
      <button class="button" type="submit" name="first" value="\(choice.speaksFirst ? "no" : "yes")"\
       aria-pressed="\(choice.speaksFirst ? "true" : "false")">\
      \(choice.speaksFirst ? SpeakingWording.notFirst : SpeakingWording.first)</button></form>

      """
  }

  private var languageForm: Markup {
    guard languages.count > 1, let token else { return "" }
    return """
      <form class="tongues" method="post" action="\(Route.voice)" aria-label="\(SpeakingWording.languages)">\(token)\
      <input type="hidden" name="back" value="\(route.path)">
      \(each: languages, { language in
        """
        <button class="button" type="submit" name="language" value="\(language.id.text)" lang="\(language.id.text)"\
         aria-pressed="\(language.id == choice.language ? "true" : "false")">\(language.name)</button>

        """
      })</form>

      """
  }
}

extension Visit {
  /// Nil on pages of colleagues and where there is nothing to hear or to choose.
  func player(for page: Page) -> Player? {
    guard !route.isColleagues, colleague == nil else { return nil }
    let isWelcome = route == .welcome
    let voices = try? kiosk.lineVoices(in: voice.language)  // a page without a voice is still a page
    var sounds = voices.map { voices in SpokenText(page.main).sounds { voices.sound(of: $0) } } ?? []
    if isWelcome { sounds += (try? kiosk.greetings().map(\.1)) ?? [] }  // as above
    let languages = isWelcome ? (try? speakingSite.voiceLanguages(kiosk)) ?? [] : []  // as above
    guard !sounds.isEmpty || isWelcome else { return nil }
    let back = request.method == .post && !route.methods.contains(.get) ? Route.welcome : route
    return Player(
      list: SoundList(sounds), choice: voice, languages: languages,
      speaksFirst: voice.speaksFirst || needs.contains(.readAloud), route: back, token: sessionToken)
  }
}

extension Site {
  /// Vietnamese, and every language that pages are translated into or somebody has recorded.
  func voiceLanguages(_ kiosk: Kiosk) throws -> [Language] {
    let spoken = try kiosk.store.spokenLanguages()
    let all = try kiosk.store.languages()
    return all.filter { language in
      language.id == Language.vietnamese.id || spoken.contains(language.id) || tongue(language.id) != nil
    } + tongues.map(\.language).filter { tongue in !all.contains { $0.id == tongue.id } }
  }

  func tongue(_ language: Language.ID) -> Tongue? {
    tongues.first { $0.language.id == language }
  }
}
