// Offers to print the page as it stands; without this file the browser's menu does.
const button = document.getElementById("print-page");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
