// Offers the browser's own print dialogue for a return. Without scripts the browser's menu prints.
const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => print());
