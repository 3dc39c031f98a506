
(function () {
  'use strict';
  var table = document.getElementById('table');
  var controls = document.getElementById('controls');
  if (!table || !controls) {
    return;
  }
  var body = table.tBodies[0];
  var filter = document.getElementById('filter');
  var warned = document.getElementById('warned');
  var shown = document.getElementById('shown');
  var rows = Array.prototype.slice.call(body.rows);
  var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
  var others = {};
  document.querySelectorAll('.gains tr[data-p], .beside tr[data-p], article[data-p]').forEach(function (one) {
    var p = one.getAttribute('data-p');
    (others[p] = others[p] || []).push(one);
  });

  function apply() {
    var words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    rows.forEach(function (row, i) {
      var isShown = words.every(function (word) { return texts[i].indexOf(word) >= 0; })
          && (!warned.checked || row.classList.contains('warned'));
      row.hidden = !isShown;
      (others[row.getAttribute('data-p')] || []).forEach(function (one) { one.hidden = !isShown; });
      count += isShown ? 1 : 0;
    });
    shown.textContent = count === rows.length ? rows.length + ' shown' : count + ' of ' + rows.length + ' shown';
  }

  function value(row, column) {
    var cell = row.cells[column];
    var number = cell.getAttribute('data-v');
    return number === null ? cell.textContent : parseFloat(number);
  }

  function sort(header, column) {
    var isDown = header.getAttribute('aria-sort') === 'ascending';
    table.querySelectorAll('thead th').forEach(function (one) { one.removeAttribute('aria-sort'); });
    header.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
    var order = rows.slice().sort(function (a, b) {
      var x = value(a, column);
      var y = value(b, column);
      var by = typeof x === 'number' ? x - y : x.localeCompare(y, 'en', { numeric: true });
      return (isDown ? -by : by) || a.getAttribute('data-p') - b.getAttribute('data-p');
    });
    order.forEach(function (row) { body.appendChild(row); });
  }

  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (header, column) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = header.textContent;
    header.textContent = '';
    header.appendChild(button);
    button.addEventListener('click', function () { sort(header, column); });
  });
  controls.addEventListener('submit', function (event) { event.preventDefault(); });
  controls.addEventListener('input', apply);
  controls.hidden = false;
  apply();

  // A link to what the filter hides shows it again.
  window.addEventListener('hashchange', function () {
    var target = document.getElementById(location.hash.slice(1));
    if (target && target.hidden) {
      filter.value = '';
      warned.checked = false;
      apply();
      target.scrollIntoView();
    }
  });
}());
