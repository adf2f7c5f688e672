// Turns "Tautan ke sini" into "Salin tautan" where a browser can copy.
(function (script, n) {
  var end = '.kb-share [href^="#"]', all = document.querySelectorAll(end);
  if (!n.clipboard) return;
  [].forEach.call(all, function (link) {
    link.textContent = script.getAttribute("data-salin");
    link.onclick = function (event) {
      event.preventDefault();
      n.clipboard.writeText(link.href).then(function () {
        link.parentNode.querySelector("[role]").textContent = script.getAttribute("data-sudah");
      }, function () {
        location = link.href;
      });
    };
  });
})(document.currentScript, navigator);
