// Offers the browser's own print dialogue once the sheet's picture is there. Without scripts the browser's menu prints.
const button = document.getElementById("print");
const picture = document.querySelector(".sheet img");

const offer = () => { button.hidden = false; };
if (picture.complete) offer(); else picture.addEventListener("load", offer);
button.addEventListener("click", () => print());
