// What was sent and not taken is sent again after some seconds, never by all machines at once. Without this file the button
// does it.
const form = document.getElementById("again");
setTimeout(() => form.requestSubmit(), 2000 + Math.random() * 2000);
