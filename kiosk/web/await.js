// A page that waits for somebody else: asks every few seconds for the head of its own address, and shows itself anew when
// the word in its ETag is another one, or when it is led elsewhere. Without this file the page's own refresh does it.
const pause = 3000;
const state = `"${document.body.dataset.state}"`;

const look = async () => {
  try {
    const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
    const isBusy = answer.status >= 500;
    if (!isBusy && (answer.redirected || !answer.ok || answer.headers.get("ETag") !== state)) {
      location.reload();
      return;
    }
  } catch {
    // The box is starting again, or the cable is out: it is asked again.
  }
  setTimeout(look, pause);
};
setTimeout(look, pause);
