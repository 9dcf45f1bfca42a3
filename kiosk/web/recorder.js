// Recording a line in the browser. What was recorded becomes the form's file, so that sending is the same with and without
// this file; leaving the page before that keeps nothing.
const list = document.getElementById("recorder");
const types = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus"];
const type = types.find((type) => globalThis.MediaRecorder?.isTypeSupported(type));
let running = null;

const say = (form, text) => { form.querySelector(".state").textContent = text; };

const begin = async (form, button, word) => {
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true } });
  } catch {
    return say(form, list.dataset.none);
  }
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32000 });
  const parts = [];
  let isLong = false;
  const end = setTimeout(() => { isLong = true; recorder.stop(); }, Number(list.dataset.most) - 1000);
  recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
  recorder.addEventListener("stop", () => {
    clearTimeout(end);
    running = null;
    stream.getTracks().forEach((track) => track.stop());
    button.textContent = word;
    const name = type.includes("webm") ? "ghi-am.webm" : "ghi-am.ogg";
    const files = new DataTransfer();
    files.items.add(new File(parts, name, { type }));
    form.querySelector("input[type=file]").files = files.files;
    say(form, isLong ? list.dataset.long : list.dataset.recorded);
  });
  running = recorder;
  recorder.start();
  button.textContent = list.dataset.stop;
  say(form, list.dataset.recording);
};

for (const form of list?.querySelectorAll("form.record") ?? []) {
  const button = form.querySelector(".start");
  const word = button.textContent;
  if (!type || !navigator.mediaDevices) {
    say(form, list.dataset.none);
    continue;
  }
  button.hidden = false;
  button.addEventListener("click", () => {
    if (button.textContent !== word) return running?.stop();
    if (running) return;
    begin(form, button, word);
  });
}
