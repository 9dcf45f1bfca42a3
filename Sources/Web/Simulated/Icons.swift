import Assessment
import UseCases

/// A line drawing 24 high, in the colour of the words beside it. It repeats those words, so nobody hears it.
struct LineIcon {
  let strokes: StaticString
  var width = 24

  var markup: Markup {
    """
    <svg class="icon" viewBox="0 0 \(width) 24" fill="none" stroke="currentColor" stroke-width="2" \
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="\(strokes.description)"/></svg>
    """
  }
}

extension Simulation.Icon {
  var line: LineIcon { LineIcon(strokes: strokes) }

  /// A table rather than a function: every icon has its one path, and a new one does not build without.
  private var strokes: StaticString {
    switch self {
    case .phone: "M6 3h3l2 5-2.5 1.8a12 12 0 0 0 5.7 5.7L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"
    case .message: "M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM8 9h8M8 13h5"
    case .camera:
      """
      M5 8h2.5L9 5h6l1.5 3H19a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z \
      M8.8 13a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0z
      """
    case .gallery:
      """
      M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-12a2 2 0 0 1 2-2z \
      M7 9.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0zM4 18l5-4.5 3 2.5 4-4.5 4.5 4.5
      """
    case .settings:
      """
      M6 12a6 6 0 1 0 12 0a6 6 0 1 0-12 0zM10 12a2 2 0 1 0 4 0a2 2 0 1 0-4 0zM12 2.5V6M12 18v3.5M2.5 12H6 \
      M18 12h3.5M5.3 5.3l2.5 2.5M16.2 16.2l2.5 2.5M5.3 18.7l2.5-2.5M16.2 7.8l2.5-2.5
      """
    case .browser:
      """
      M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-12a2 2 0 0 1 2-2zM3 9h18M6.5 6.5h.01 \
      M9.5 6.5h.01
      """
    case .bank: "M3 10l9-6 9 6zM6 10v7M10 10v7M14 10v7M18 10v7M4 17h16M3 20.5h18"
    case .wallet:
      """
      M17 7V4H5a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2V9a2 2 0 0 0-2-2H5 \
      M21 11h-4.5a2.5 2.5 0 0 0 0 5H21
      """
    case .qr: "M4 4h6v6h-6zM14 4h6v6h-6zM4 14h6v6h-6zM14 14h2.5v2.5M20 14v2.5M14 20h2M19.5 20h.5"
    case .shop: "M4.5 11v9.5h15V11M5 3.5h14l2 5.5a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM10 20.5V15h4v5.5"
    case .cart:
      """
      M2 4h3l2.5 11h11L21 7H6M7.8 19.5a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0-2.4 0z \
      M15.8 19.5a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0-2.4 0z
      """
    case .box: "M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9"
    case .truck:
      """
      M5 17H2V6h12v11H9M14 10h4l4 3.5V17h-2M16 17h-2M5 17.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0z \
      M16 17.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0z
      """
    case .heart: "M12 20.5S3.5 15.5 3.5 9.2A4.3 4.3 0 0 1 12 7.5a4.3 4.3 0 0 1 8.5 1.7c0 6.3-8.5 11.3-8.5 11.3z"
    case .hospital: "M4 21V6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v15zM12 8v6M9 11h6M9.5 21v-3.5h5V21"
    case .document: "M6 3h8l5 5v13H6zM14 3v5h5M9.5 13h6M9.5 17h6"
    case .dossier: "M3 9h6l2 2.5h10V20H3zM6 9V4h12v7.5M9 7.5h6"
    case .building: "M5 21V4h10v17M15 9h4v12M3 21h18M8.5 8h3M8.5 12h3M8.5 16h3"
    case .bell: "M6 17v-6a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21.5h4"
    case .shield: "M12 3l8 3v6c0 5-3.5 7.5-8 9-4.5-1.5-8-4-8-9V6z"
    case .warning: "M12 4l9.5 16.5h-19zM12 10v4.5M12 17.5h.01"
    case .lock:
      """
      M7 11h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2zM8 11V8a4 4 0 0 1 8 0v3 \
      M12 15v2
      """
    case .key: "M3.5 15.5a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0zM11.2 12.3L20.5 3M16 7.5l3.5 3.5"
    case .wifi: "M3 9.5a13 13 0 0 1 18 0M6 13a8.5 8.5 0 0 1 12 0M9 16.3a4.2 4.2 0 0 1 6 0M12 19.5h.01"
    case .battery:
      """
      M4 7h13a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2zM22 10.5v3M6 10.5v3 \
      M9.5 10.5v3M13 10.5v3
      """
    case .storage:
      """
      M4 6c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3zM4 6v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6 \
      M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3
      """
    case .trash: "M4 7h16M9 7V3.5h6V7M6 7l1 14h10l1-14M10 11v6M14 11v6"
    case .download: "M12 3v12M7 10.5l5 5 5-5M4 20.5h16"
    case .share:
      """
      M3.5 12a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0zM15.5 6a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z \
      M15.5 18a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0zM8.2 10.9l7.6-3.8M8.2 13.1l7.6 3.8
      """
    case .idCard:
      """
      M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2z \
      M6.5 10.5a2 2 0 1 0 4 0a2 2 0 1 0-4 0zM5.5 16a3 3 0 0 1 6 0M14.5 10h4M14.5 14h4
      """
    case .flag: "M5 21V4h14l-3.5 5 3.5 5H5"
    case .block: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM5.7 5.7l12.6 12.6"
    case .person: "M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0zM4 21a8 8 0 0 1 16 0"
    case .people:
      """
      M5.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.8a3.5 3.5 0 0 1 0 6.4 \
      M18 14.3a6.5 6.5 0 0 1 3.5 5.7
      """
    case .search: "M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0zM15.5 15.5L21 21"
    case .calendar:
      """
      M6 5h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-12a2 2 0 0 1-2-2v-12a2 2 0 0 1 2-2zM4 10h16M8 3v4M16 3v4 \
      M8 14.5h2M14 14.5h2
      """
    case .clock: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM12 7v5l3.5 2"
    case .map: "M12 21.5s7-6.5 7-12a7 7 0 0 0-14 0c0 5.5 7 12 7 12zM9.5 9.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z"
    case .weather:
      """
      M8.5 20.5a4 4 0 0 1-.5-8 5.5 5.5 0 0 1 10.5 1.5 3.3 3.3 0 0 1-.5 6.5zM4.6 9.8a4 4 0 0 1 6.9-3.3 \
      M8 1.5v1M2.5 4l.7.7M13.5 4l-.7.7M1 9.5h1
      """
    case .leaf: "M5.5 18.5C3 10 8 4 20.5 3.5c.5 12-6 17.5-15 15zM3 21.5c3-5.5 6.5-8.5 11-11"
    case .bug:
      """
      M7 13a5 5 0 0 1 10 0v3a5 5 0 0 1-10 0zM9 8a3 3 0 0 1 6 0M12 12v9M7 12L3.5 9.5M7 15H3M7.5 18L4 20.5 \
      M17 12l3.5-2.5M17 15h4M16.5 18l3.5 2.5
      """
    case .drop: "M12 3s7 7 7 11.5a7 7 0 0 1-14 0C5 10 12 3 12 3z"
    case .robot:
      """
      M7 8h10a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-10a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3zM12 8V4.5M12 3.5h.01 \
      M9 12.5V14M15 12.5V14M9.5 17h5M1.5 12.5v3M22.5 12.5v3
      """
    case .mail: "M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-14a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2zM3.5 7l8.5 6.5L20.5 7"
    case .star: "M12 3l2.7 5.9 6.3.7-4.7 4.3 1.3 6.3L12 17l-5.6 3.2 1.3-6.3L3 9.6l6.3-.7z"
    case .home: "M3 11.5L12 3.5l9 8M5.5 9.5v11h13v-11M10 20.5V14h4v6.5"
    case .back: "M20 12H4M10.5 5.5L4 12l6.5 6.5"
    case .check: "M4 12.5l5.5 5.5L20 6.5"
    case .cross: "M6 6l12 12M18 6L6 18"
    case .info: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM12 11v6M12 7.5h.01"
    case .question: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM9.2 9.5a2.9 2.9 0 1 1 4.3 2.5c-1 .6-1.5 1-1.5 2M12 17.3h.01"
    case .pen: "M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4"
    case .chart: "M4 3.5v17h17M8.5 16.5v-4M13 16.5v-9M17.5 16.5v-6"
    case .link: "M10 14a4 4 0 0 0 6 .5l3-3a4.2 4.2 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4.2 4.2 0 0 0 6 6l1-1"
    case .video: "M4 6h9a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2zM15 11l6.5-4v10L15 13z"
    case .microphone:
      """
      M12 3h0a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3h-0a3 3 0 0 1-3-3v-5a3 3 0 0 1 3-3zM5 11a7 7 0 0 0 14 0M12 18v3 \
      M8.5 21h7
      """
    case .printer: "M7 9V3h10v6M7 17H5a2 2 0 0 1-2-2v-4a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2h-2M7 14h10v7H7z"
    case .folder: "M3 7a2 2 0 0 1 2-2h4l2.5 3H19a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z"
    case .globe: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM3 12h18M12 3c3 3 4 6 4 9s-1 6-4 9c-3-3-4-6-4-9s1-6 4-9z"
    case .gift: "M4.5 12v9h15v-9M3 8h18v4H3zM12 8v13M12 8S8.5 8 7.5 6.3 9 3 12 8c3-5 5.5-3.4 4.5-1.7S12 8 12 8z"
    case .book: "M3 5c3.5-1 7-1 9 1 2-2 5.5-2 9-1v14c-3.5-1-7-1-9 1-2-2-5.5-2-9-1zM12 6v14"
    }
  }
}
