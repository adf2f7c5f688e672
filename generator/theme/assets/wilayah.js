// Finds a village while its name is typed, on the one page that is for that. It fetches the small
// lists beside the page that begin like what was typed, and sends nothing of it anywhere. Without
// it the same villages are found by the first letters. It keeps to the language of 2009 (ES5).
(function () {
  var form = document.querySelector("[data-daftar]");
  if (!form) return;
  var MOST = 12,
    field = form.elements.q,
    said = form.querySelector("[role=status]"),
    list = form.querySelector("ul"),
    known = {},
    turn = 0,
    wait;

  // As `areas.spelling`: signs, case and the word before a name do not matter.
  function plain(words) {
    if (words.normalize) words = words.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
    words = words.toLowerCase().replace(/['\u2019]/g, "").split(/[^a-z0-9]+/);
    return words
      .filter(function (word) {
        return word && !/^(desa|ds|kelurahan|kalurahan|kel|kecamatan|kec)$/.test(word);
      })
      .join("-");
  }

  function load(name, then) {
    if (known[name]) return then(known[name]);
    var request = new XMLHttpRequest();
    request.open("GET", form.getAttribute("data-daftar") + name + ".json");
    request.onload = function () {
      try {
        known[name] = JSON.parse(request.responseText);
      } catch (_broken) {
        return failed();
      }
      then(known[name]);
    };
    request.onerror = failed;
    request.send();
  }

  function failed() {
    said.textContent =
      "Daftar desa belum bisa dibuka. Periksa sambungan internet Anda, atau pilih menurut abjad.";
  }

  function show(found, count, typed) {
    list.innerHTML = "";
    found.slice(0, MOST).forEach(function (one) {
      var item = document.createElement("li"),
        link = document.createElement("a"),
        where = document.createElement("span");
      link.href = form.getAttribute("data-wilayah") + one[3] + "/";
      link.textContent = one[1] + " ";
      where.textContent = one[2];
      link.appendChild(where);
      item.appendChild(link);
      list.appendChild(item);
    });
    list.hidden = !found.length;
    said.textContent = !count
      ? "Tidak ada desa bernama \u201c" + typed + "\u201d di catatan kami. Coba ejaan lain, atau baca penjelasan di bawah."
      : count > MOST
        ? "Ada " + count + " desa. Ini " + MOST + " yang pertama; tulis lebih lengkap, misalnya dengan nama kecamatannya."
        : count + " desa ditemukan.";
  }

  function find(then) {
    var typed = field.value.replace(/^\s+|\s+$/g, ""),
      words = plain(typed),
      mine = ++turn;
    if (words.length < 2) {
      list.hidden = true;
      said.textContent = typed ? "Tulis paling sedikit dua huruf." : "";
      return;
    }
    load("isi", function (index) {
      var count = 0,
        found = [],
        parts = [];
      index.forEach(function (one) {
        var begins = one[0].replace(/--/g, "-");
        if (words.indexOf(begins) === 0) parts.push([one[0]]);
        else if (begins.indexOf(words) === 0) parts.push(one);
      });
      function next() {
        if (mine !== turn) return;
        var part = parts.shift();
        if (!part) {
          show(found, count, typed);
          if (then) then();
        } else if (part[1] && found.length >= MOST) {
          count += part[1];
          next();
        } else
          load(part[0] || "semua", function (entries) {
            entries = entries.filter(function (one) {
              return one[0].replace(/--/g, "-").indexOf(words) === 0;
            });
            count += entries.length;
            found = found.concat(entries);
            next();
          });
      }
      next();
    });
  }

  field.addEventListener("input", function () {
    clearTimeout(wait);
    wait = setTimeout(find, 150);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(wait);
    find(function () {
      var first = list.querySelector("a");
      if (first) first.focus();
    });
  });
  var asked = /[?&]q=([^&]*)/.exec(location.search);
  if (asked) {
    try {
      field.value = decodeURIComponent(asked[1].replace(/\+/g, " "));
    } catch (_garbled) {
      return;
    }
    find();
  }
})();
