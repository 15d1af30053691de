// Draws the charts that pages describe in data-chart, and keeps them in step with the page.
(function () {
  'use strict';
  var colours = ['#0b4f8a', '#c2570c', '#4a7a1e', '#7a3f8f'];
  var font = getComputedStyle(document.body).fontFamily;

  function numbers(series) {
    return series.values.map(function (value) { return value === '/' ? null : Number(value.replace(/,/g, '')); });
  }

  function option(chart) {
    var sideways = chart.type === 'BARS';
    var names = { type: 'category', data: chart.categories, inverse: sideways,
      axisLabel: { interval: chart.type === 'LINES' ? 'auto' : 0, color: '#1a1f24', fontSize: 13, width: sideways ? 130 : undefined, overflow: 'truncate' } };
    var values = { type: 'value', axisLabel: { color: '#1a1f24' }, minInterval: chart.unit === '%' ? 0 : 1,
      min: 0, max: chart.unit === '%' ? 100 : undefined };
    return {
      color: colours, animation: false, textStyle: { fontFamily: font },
      grid: { left: 8, right: 56, top: chart.series.length > 1 ? 34 : sideways ? 12 : 24, bottom: 8, containLabel: true },
      legend: chart.series.length > 1 ? { top: 0 } : undefined,
      tooltip: { trigger: 'item', renderMode: 'richText', formatter: function (at) {
        return at.name + '\n' + at.seriesName + ' ' + chart.series[at.seriesIndex].values[at.dataIndex] + ' ' + chart.unit; } },
      xAxis: sideways ? values : names, yAxis: sideways ? names : values,
      series: chart.series.map(function (series) {
        return { name: series.name, type: chart.type === 'LINES' ? 'line' : 'bar', data: numbers(series), barMaxWidth: 26,
          symbolSize: 9, label: { show: chart.type !== 'LINES', position: sideways ? 'right' : 'top', color: '#1a1f24',
            formatter: function (at) { return series.values[at.dataIndex]; } } };
      })
    };
  }

  function draw(box) {
    if (echarts.getInstanceByDom(box)) { return; }
    var chart = JSON.parse(box.dataset.chart);
    if (chart.type === 'BARS') { box.style.height = Math.max(140, 40 + chart.categories.length * 30) + 'px'; }
    var drawn = echarts.init(box);
    drawn.setOption(option(chart));
    drawn.on('click', function (at) { window.location.href = chart.series[at.seriesIndex].links[at.dataIndex]; });
  }

  function drawAll() { document.querySelectorAll('.chart').forEach(draw); }

  function each(action) {
    document.querySelectorAll('.chart').forEach(function (box) {
      var drawn = echarts.getInstanceByDom(box);
      if (drawn) { action(drawn, box); }
    });
  }

  function save(button) {
    var box = button.closest('.chart-box').querySelector('.chart');
    var link = document.createElement('a');
    link.href = echarts.getInstanceByDom(box).getDataURL({ pixelRatio: 2, backgroundColor: '#fff' });
    link.download = JSON.parse(box.dataset.chart).name + '.png';
    link.click();
  }

  // By selection: the clipboard's own interface is closed to pages without HTTPS.
  function copy(button) {
    var text = document.getElementById(button.dataset.copy);
    if (text.select) { text.select(); } else { window.getSelection().selectAllChildren(text); }
    // The bare text, so that a cell pasted into a sheet brings no look of its own.
    function plain(event) {
      event.clipboardData.setData('text/plain', text.select ? text.value : text.textContent.trim());
      event.preventDefault();
    }
    document.addEventListener('copy', plain);
    if (document.execCommand('copy')) {
      button.textContent = button.dataset.copied;
      // Emptied first, so that the same words are said again.
      var said = document.getElementById('said');
      said.textContent = '';
      setTimeout(function () { said.textContent = button.dataset.copied + ' ' + (text.value || text.textContent).trim(); }, 50);
    }
    document.removeEventListener('copy', plain);
  }

  document.addEventListener('click', function (event) {
    if (event.target.matches('.save-chart')) { save(event.target); }
    if (event.target.matches('.copy')) { copy(event.target); }
    if (event.target.matches('.print-page')) { window.print(); }
  });
  // A large file goes with its progress shown; without scripts the form is sent as any other.
  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!form.matches('form[data-sending]')) { return; }
    event.preventDefault();
    var bar = form.querySelector('progress');
    var said = form.querySelector('[role=alert]');
    var button = form.querySelector('button');
    var request = new XMLHttpRequest();
    function end(words) {
      bar.hidden = true;
      button.disabled = false;
      said.textContent = words;
      said.hidden = false;
    }
    request.upload.onprogress = function (at) {
      if (at.lengthComputable) { bar.max = at.total; bar.value = at.loaded; }
    };
    request.onload = function () {
      if (request.status < 400) { window.location.assign(request.responseURL); return; }
      var problem = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('.problem');
      end(problem ? problem.textContent.trim() : form.dataset.sending);
    };
    request.onerror = function () { end(form.dataset.sending); };
    said.hidden = true;
    bar.value = 0;
    bar.hidden = false;
    button.disabled = true;
    request.open('POST', form.action);
    request.send(new FormData(form));
  });

  // What somebody is typing is not swept away; the page asks again in a moment.
  function isTyping() {
    var at = document.activeElement;
    return at && at.closest('main') && at.matches('input, select, textarea');
  }

  // In a sheet the arrow keys go from cell to cell, as in Excel; Tab leaves it.
  var arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function cells() { return Array.prototype.slice.call(document.querySelectorAll('.sheet .cell')); }

  function nearest(from, way) {
    var here = from.closest('td').getBoundingClientRect();
    var best = null;
    var least = Infinity;
    cells().forEach(function (cell) {
      var box = cell.closest('td').getBoundingClientRect();
      var ahead = way[0] > 0 ? box.left - here.right : way[0] < 0 ? here.left - box.right
        : way[1] > 0 ? box.top - here.bottom : here.top - box.bottom;
      var aside = way[0] ? Math.max(box.top - here.bottom, here.top - box.bottom)
        : Math.max(box.left - here.right, here.left - box.right);
      if (ahead > -3 && aside < -3 && ahead < least) { best = cell; least = ahead; }
    });
    return best;
  }

  document.addEventListener('keydown', function (event) {
    var from = event.target.closest && event.target.closest('.sheet .cell');
    var way = arrows[event.key];
    if (!from || !way) { return; }
    event.preventDefault();
    var to = nearest(from, way);
    if (to) { to.focus(); }
  });
  document.addEventListener('focusin', function (event) {
    if (event.target.matches('.sheet .cell')) {
      cells().forEach(function (cell) { cell.tabIndex = cell === event.target ? 0 : -1; });
    }
  });
  cells().forEach(function (cell, at) { cell.tabIndex = at === 0 ? 0 : -1; });

  // A list gets shorter while somebody types what is searched for.
  document.addEventListener('input', function (event) {
    if (!event.target.dataset.filter) { return; }
    var wanted = event.target.value.trim().toLowerCase();
    document.getElementById(event.target.dataset.filter).querySelectorAll('li').forEach(function (item) {
      item.hidden = item.textContent.toLowerCase().indexOf(wanted) < 0;
    });
  });

  var focused = document.querySelector('[data-focus="true"]');
  if (focused) { focused.focus({ preventScroll: true }); }
  var current = document.querySelector('.sheet .cell[aria-current]');
  if (current) { current.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }

  document.body.addEventListener('htmx:beforeRequest', function (event) {
    if (event.target.id === 'content' && isTyping()) { event.preventDefault(); }
  });
  document.body.addEventListener('htmx:afterSettle', drawAll);
  window.addEventListener('resize', function () { each(function (drawn) { drawn.resize(); }); });
  window.addEventListener('beforeprint', function () { each(function (drawn) { drawn.resize(); }); });
  drawAll();
})();
