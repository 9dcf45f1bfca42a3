import Assessment
import Audio
import UseCases

/// One item, line by line: what there is of it, a recorder, and the second person's decision.
struct VoiceSheetPage {
  let language: Language
  let standing: VoiceSheetStanding
  let account: StaffID
  let token: Markup

  private var sheet: VoiceSheet { standing.sheet }

  var page: Page {
    Page(
      VoiceWording.heading(sheet.item.text, language.name), kind: "voices", scripts: ["recorder.js"],
      styles: ["voices.css"], usesMicrophone: true,
      main: """
        <h1>\(VoiceWording.heading(sheet.item.text, language.name))</h1>
        <ol class="voice-lines" id="recorder" data-stop="\(VoiceWording.stop)" data-recording="\(VoiceWording.recording)"\
         data-recorded="\(VoiceWording.recorded)" data-none="\(VoiceWording.noMicrophone)" data-long="\(VoiceWording.tooLong)"\
         data-most="\(Recording.longest)">
        \(each: standing.lines, line)</ol>
        <p class="actions"><a class="button" href="\(back)">\(VoiceWording.back)</a></p>

        """)
  }

  private var back: Route {
    .office(.voices(sheet.competence.map { .competence(language.id, $0) } ?? .language(language.id)))
  }

  private func line(_ line: VoiceSheetStanding.Line) -> Markup {
    let key = LineKey(line.text).text
    return """
      <li class="panel"><p class="said" lang="vi">\(line.text)</p>
      \(approved(line))\(waiting(line))
      <form class="record" method="post" action="\(Route.office(.voices(.item(language.id, sheet.item))))" enctype="multipart/form-data">\
      \(token)<input type="hidden" name="line" value="\(key)">
      <button class="button start" type="button" hidden>\(VoiceWording.record)</button>
      <p class="state" role="status"></p>
      <label for="file-\(key)">\(VoiceWording.file)</label>
      <input id="file-\(key)" name="recording" type="file" accept="audio/ogg,audio/webm,.ogg,.opus,.webm" required>
      <button class="button" type="submit">\(VoiceWording.send)</button>
      </form></li>

      """
  }

  private func approved(_ line: VoiceSheetStanding.Line) -> Markup {
    guard let recording = line.approved else {
      return line.waiting == nil ? "<p class=\"badge\">\(VoiceWording.missing)</p>\n" : ""
    }
    return "<p class=\"badge good\">\(VoiceWording.approvedMark)</p>\n\(heard(recording))"
  }

  private func waiting(_ line: VoiceSheetStanding.Line) -> Markup {
    guard let recording = line.waiting else { return "" }
    let decision: Markup =
      recording.by == account
      ? "<p class=\"small\">\(VoiceWording.own)</p>"
      : """
      <form class="decide" method="post" action="\(Route.office(.voices(.review(recording.id))))">\(token)\
      <input type="hidden" name="item" value="\(sheet.item.text)">
      <button class="button" type="submit" name="decision" value="refuse">\(VoiceWording.refuse)</button>
      <button class="button main" type="submit" name="decision" value="approve">\(VoiceWording.approve)</button></form>
      """
    return "<p class=\"badge\">\(VoiceWording.waitingMark)</p>\n\(heard(recording))\(decision)\n"
  }

  private func heard(_ recording: VoiceRecording) -> Markup {
    guard let list = SoundList([recording.sound]) else { return "" }
    let seconds = (recording.milliseconds + 500) / 1_000
    return """
      <audio controls preload="none" src="\(Route.sound(list))"></audio>
      <p class="small">\(VoiceWording.by(recording.by, Formatting.date(CivilDate(recording.at)), seconds))</p>

      """
  }
}
