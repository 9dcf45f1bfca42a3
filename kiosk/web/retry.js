// A page that stands in for another one: asks again until the box is there, then shows what was asked for. Without this file
// the page's own refresh does it.
const again = document.querySelector("main a.button.main");

const look = async () => {
  try {
    const answer = await fetch(again.href, { method: "HEAD", cache: "no-store" });
    if (answer.status < 500) {
      location.replace(again.href);
      return;
    }
  } catch {
    // The box is starting again: it is asked again.
  }
  setTimeout(look, 2000);
};
setTimeout(look, 1000);
