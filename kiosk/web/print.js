// Offers the browser's own print dialogue once the sheet's picture is there, on a roll cut to its length. Without scripts
// the browser's menu prints.
const button = document.getElementById("print");
const picture = document.querySelector(".sheet img");

const offer = () => {
  if (document.querySelector(".sheet.roll80") && "adoptedStyleSheets" in document) {
    const millimetres = Math.ceil(picture.naturalHeight * 25.4 / 203) + 1;
    const page = new CSSStyleSheet();
    page.replaceSync(`@page roll80 { size: 80mm ${millimetres}mm; margin: 0 0 0 4mm; }`);
    document.adoptedStyleSheets = [page];
  }
  button.hidden = false;
};
if (picture.complete) offer(); else picture.addEventListener("load", offer);
button.addEventListener("click", () => print());
