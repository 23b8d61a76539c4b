// The page of the sandbox. The server renders every part; this shows what has changed and sends
// what one does. There is no state here but the draft in the composer.
'use strict';

const $ = (selector, within = document) => within.querySelector(selector);
const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
const query = new URLSearchParams(location.search);
const here = { as: query.get('as') || '', at: query.get('at') || '', version: 0, kind: '', name: '' };
const drafts = new Map();
const shown = {};
let refreshing = null;

// ---- showing

async function refresh() {
  const mine = (refreshing = (refreshing || Promise.resolve()).then(load, load));
  return mine;
}

async function load() {
  const { as, at } = here;
  const response = await fetch(`/view?${new URLSearchParams({ as, at })}`);
  if (!response.ok) throw new Error(await response.text());
  const page = await response.json();
  // Whoever went elsewhere or became somebody else meanwhile has asked for that page already.
  if (here.as !== as || here.at !== at) return;
  const moved = here.at !== page.at || here.as !== page.as || !here.name;
  Object.assign(here, { as: page.as, at: page.at, version: page.version, kind: page.kind, name: page.name });
  document.body.dataset.kind = page.kind;
  document.title = `${page.name} – Groundswell sandbox`;
  $('#text').placeholder = `Message ${page.name}, or / for a command`;
  $('#log').setAttribute('aria-label', `Messages in ${page.name}`);
  $('#board').setAttribute('aria-label', page.name);
  for (const part of ['sidebar', 'clock', 'place', 'tries', 'trouble', 'board']) swap(part, page.parts[part]);
  showLog(page.parts.log, moved);
  showModal(page.parts.dialog);
  document.body.dataset.ready = page.version;
}

function swap(part, html) {
  if (shown[part] === html) return;
  shown[part] = html;
  const region = document.getElementById(part);
  const kept = entries(region);
  const focus = keyOf(document.activeElement, region);
  const open = $$('details', region).map(each => each.open);
  region.innerHTML = html;
  keep(region, kept);
  $$('details', region).forEach((each, index) => { each.open = Boolean(open[index]); });
  if (focus) refocus(region, focus);
}

function showLog(html, moved) {
  const log = $('#log');
  const scroll = $('#scroll');
  const atEnd = moved || scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  const fresh = document.createElement('div');
  fresh.innerHTML = html;
  log.setAttribute('aria-live', moved ? 'off' : 'polite');
  if (moved) log.replaceChildren();
  const old = new Map([...log.children].map(each => [each.dataset.key, each]));
  let before = log.firstElementChild;
  for (const next of [...fresh.children]) {
    next.source = next.outerHTML;
    const known = old.get(next.dataset.key);
    old.delete(next.dataset.key);
    if (known && known.source === next.source) {
      if (known !== before) log.insertBefore(known, before);
      before = known.nextElementSibling;
      continue;
    }
    if (known) {
      const kept = entries(known);
      const focus = keyOf(document.activeElement, known);
      if (known === before) before = known.nextElementSibling;
      known.replaceWith(next);
      keep(next, kept);
      if (focus) refocus(next, focus);
    } else {
      log.insertBefore(next, before);
    }
  }
  old.forEach(each => {
    if (each.contains(document.activeElement)) $('#text').focus();
    each.remove();
  });
  if (atEnd) scroll.scrollTop = here.kind === 'conversation' ? scroll.scrollHeight : 0;
}

function showModal(html) {
  const dialog = $('#modal');
  if (shown.dialog === html) return;
  shown.dialog = html;
  const before = $('form', dialog);
  const kept = before ? entries(dialog) : [];
  const sameView = before && html.includes(`data-view="${before.dataset.view}"`);
  const focus = keyOf(document.activeElement, dialog);
  dialog.innerHTML = html;
  if (!html) {
    if (dialog.open) dialog.close();
    return;
  }
  if (sameView) keep(dialog, kept);
  if (!dialog.open) dialog.showModal();
  const wrong = $('[aria-invalid], .bk-error ~ *, [role=alert]', dialog);
  const invalid = $('[aria-invalid]', dialog);
  const first = $('[autofocus]', dialog) || $('.fields :is(input, select, textarea, button)', dialog) || $('[type=submit]', dialog);
  if (wrong && invalid) invalid.focus();
  else if (sameView && focus) refocus(dialog, focus);
  else if (first) first.focus();
}

// What has been entered outlives a new rendering, when block_id and action_id stay.
function entries(region) {
  return $$('[data-entry]', region).map(each => ({
    entry: each.dataset.entry, value: each.value, checked: each.checked, box: isBox(each), start: startOf(each),
  }));
}

function keep(region, kept) {
  for (const field of $$('[data-entry]', region)) {
    const old = kept.find(each => each.entry === field.dataset.entry && (!isBox(field) || each.value === field.value));
    if (!old || old.box !== isBox(field) || old.start !== startOf(field)) continue;
    if (isBox(field)) field.checked = old.checked;
    else field.value = old.value;
  }
}

// What it holds at first: when the app changes that, the app's wish wins over what was entered.
function startOf(field) {
  if (isBox(field)) return String(field.defaultChecked);
  if (field.tagName === 'SELECT') return [...field.options].filter(each => each.defaultSelected).map(each => each.value).join();
  return field.defaultValue;
}

const isBox = field => field.type === 'checkbox' || field.type === 'radio';

function keyOf(element, region) {
  if (!element || !region.contains(element)) return null;
  if (element.id) return `#${CSS.escape(element.id)}`;
  for (const name of ['data-go', 'data-press', 'data-entry', 'data-shortcut', 'data-fill', 'data-show']) {
    if (element.hasAttribute(name)) return `[${name}="${CSS.escape(element.getAttribute(name))}"]`;
  }
  return null;
}

function refocus(region, key) {
  const target = $(key, region);
  if (target) target.focus({ preventScroll: true });
}

async function watch() {
  for (;;) {
    try {
      const response = await fetch(`/changes?since=${here.version}`);
      const { version } = await response.json();
      if (version !== here.version) await refresh();
    } catch (e) {
      await new Promise(resolve => setTimeout(resolve, 2000));
    }
  }
}

// ---- doing

async function act(deed, fields = {}) {
  const body = new URLSearchParams();
  body.set('as', here.as);
  body.set('at', here.at);
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) body.append(name, each);
  }
  document.body.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(`/do/${deed}`, { method: 'POST', body });
    if (!response.ok) toast(await response.text());
  } catch (e) {
    toast('The sandbox does not answer. Is it still running?');
  }
  await refresh().catch(() => {});
  document.body.removeAttribute('aria-busy');
}

function toast(sentence) {
  $('#toast').textContent = sentence;
  setTimeout(() => { if ($('#toast').textContent === sentence) $('#toast').textContent = ''; }, 6000);
}

function say(sentence) {
  $('#status').textContent = sentence;
}

async function go(at, focus = true) {
  keepDraft();
  here.at = at;
  await arrive();
  history.pushState({}, '', `?${new URLSearchParams({ as: here.as, at: here.at })}`);
  document.body.classList.remove('menu-open');
  $('#menu').setAttribute('aria-expanded', 'false');
  if (focus) (here.kind === 'conversation' ? $('#text') : $('#main')).focus();
}

function keepDraft() {
  drafts.set(`${here.as} ${here.at}`, $('#text').value);
}

// The draft of the new place stands there at once: what one types while it loads is kept.
async function arrive() {
  document.body.setAttribute('aria-busy', 'true');
  $('#text').value = drafts.get(`${here.as} ${here.at}`) || '';
  grow();
  try {
    await refresh();
    if (here.at === 'home' || here.at === 'app') await act('open');
  } finally {
    document.body.removeAttribute('aria-busy');
  }
}

// The values of all controls of a message or view; an empty one for what nobody has chosen.
function values(container) {
  const fields = {};
  for (const field of $$('[data-entry][name]', container)) {
    const name = `v.${field.name}`;
    fields[name] = fields[name] || [];
    if (!isBox(field) || field.checked) fields[name].push(field.value);
  }
  for (const name of Object.keys(fields)) if (!fields[name].length) fields[name] = [''];
  return fields;
}

async function press(control, address, value) {
  const container = control.closest('[data-view], .msg');
  if (!container || (control.dataset.confirmTitle && !(await confirmed(control)))) return;
  const fields = values(container);
  if (value !== undefined) fields[`v.${address}`] = [value];
  const where = container.dataset.view
    ? { view: container.dataset.view }
    : { channel: container.dataset.channel, ts: container.dataset.key };
  const button = control.tagName === 'BUTTON' ? control : null;
  if (button) button.classList.add('pressed');
  await act('press', { control: address, ...where, ...fields });
  if (button) button.classList.remove('pressed');
}

function confirmed(control) {
  const dialog = $('#confirm');
  $('#confirm-title').textContent = control.dataset.confirmTitle;
  $('#confirm-text').textContent = control.dataset.confirmText || '';
  const [no, yes] = $$('button', dialog);
  no.textContent = control.dataset.confirmDeny || 'No';
  yes.textContent = control.dataset.confirmConfirm || 'Yes';
  yes.className = `bk-button bk-${control.dataset.confirmStyle || 'primary'}`;
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
}

$('#confirm').addEventListener('click', event => {
  const answer = event.target.closest('button');
  if (answer) $('#confirm').close(answer.value);
});

document.addEventListener('click', async event => {
  const target = event.target.closest('button, a, summary');
  if (!target) return;
  const message = target.closest('.msg');
  if (target.dataset.go) {
    event.preventDefault();
    await go(target.dataset.go, !target.closest('.tabs'));
  } else if (target.dataset.press) {
    const menu = target.closest('details.bk-overflow');
    if (menu) menu.open = false;
    await press(target, target.dataset.press, target.dataset.value);
  } else if (target.dataset.move) {
    const label = target.textContent;
    await act('clock', { by: target.dataset.move });
    say(`${label}: it is ${$('#clock').textContent}`);
  } else if (target.dataset.fill !== undefined) {
    if (here.at !== target.dataset.at) await go(target.dataset.at);
    $('#text').value = target.dataset.fill;
    grow();
    complete();
    $('#text').focus();
  } else if (target.dataset.shortcut) {
    await act('shortcut', { shortcut: target.dataset.shortcut, channel: message.dataset.channel, ts: message.dataset.key });
  } else if ('dismiss' in target.dataset) {
    await act('dismiss', { channel: message.dataset.channel, ts: message.dataset.key });
  } else if ('close' in target.dataset) {
    await act('close', { view: $('form', $('#modal')).dataset.view });
  } else if ('well' in target.dataset) {
    await act('trouble', { kind: 'none' });
  } else if (target.dataset.show) {
    for (const each of $$('[data-show]')) {
      const on = each === target;
      each.setAttribute('aria-pressed', String(on));
      document.getElementById(each.dataset.show).hidden = !on;
    }
  }
});

document.addEventListener('change', async event => {
  const field = event.target;
  if (field.id === 'as') {
    keepDraft();
    here.as = field.value;
    await arrive();
    history.pushState({}, '', `?${new URLSearchParams({ as: here.as, at: here.at })}`);
    say(`You are ${$('#as').selectedOptions[0].textContent}`);
  } else if (field.id === 'zone') {
    await act('zone', { zone: field.value });
  } else if (field.dataset.entry && 'act' in field.dataset && !(field.tagName === 'INPUT' && field.type === 'text')) {
    await press(field, field.name);
  }
});

// A field that acts by itself does so on Enter.
document.addEventListener('keydown', async event => {
  const field = event.target;
  if (event.key !== 'Enter' || event.isComposing || field.tagName !== 'INPUT' || field.type !== 'text') return;
  if (!field.dataset.entry || !('act' in field.dataset)) return;
  event.preventDefault();
  await press(field, field.name);
});

$('#modal').addEventListener('cancel', event => {
  event.preventDefault();
  $('[data-close]', $('#modal'))?.click();
});

$('#modal').addEventListener('submit', async event => {
  event.preventDefault();
  const form = event.target;
  const button = $('[type=submit]', form);
  if (!button || button.getAttribute('aria-busy')) return;
  button.setAttribute('aria-busy', 'true');
  await act('submit', { view: form.dataset.view, ...values(form) });
  button.removeAttribute('aria-busy');
});

$('#trouble-form').addEventListener('submit', async event => {
  event.preventDefault();
  await act('trouble', { kind: $('#trouble-kind').value, times: $('#trouble-times').value });
  say($('#trouble').textContent);
});

// ---- the composer

const words = JSON.parse($('#composer').dataset.words);
let choices = [];
let choice = 0;

function grow() {
  const text = $('#text');
  text.rows = Math.min(8, Math.max(1, text.value.split('\n').length, Math.ceil(text.value.length / 90)));
  const command = words['/'].find(each => text.value.startsWith(`${each.word} `));
  $('#usage').textContent = command ? `${command.word} ${command.usage}` : '';
}

function complete() {
  const text = $('#text');
  const before = text.value.slice(0, text.selectionStart);
  const found = before.match(/(?:^|\s)([@#][\p{L}\d_.-]*)$/u) || before.match(/^(\/\S*)$/);
  const typed = found ? found[1].toLowerCase() : '';
  const all = typed ? words[typed[0]] : [];
  choices = all.filter(each => each.word.toLowerCase().startsWith(typed)
    || each.word.toLowerCase().split(' ').some(word => word.startsWith(typed.slice(1)) && typed.length > 1)
    || (each.also && each.also.startsWith(typed.slice(1)))).slice(0, 8);
  if (choices.length === 1 && choices[0].word.toLowerCase() === typed) choices = [];
  choice = 0;
  showChoices();
}

function showChoices() {
  const list = $('#suggestions');
  list.hidden = choices.length === 0;
  list.replaceChildren(...choices.map((each, index) => {
    const option = document.createElement('div');
    option.id = `suggestion-${index}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', String(index === choice));
    const word = document.createElement('strong');
    word.textContent = each.word;
    const hint = document.createElement('span');
    hint.textContent = each.hint;
    option.append(word, ' ', hint);
    option.addEventListener('mousedown', event => { event.preventDefault(); choice = index; choose(); });
    return option;
  }));
  const text = $('#text');
  if (choices.length) {
    text.setAttribute('aria-activedescendant', `suggestion-${choice}`);
    $(`#suggestion-${choice}`).scrollIntoView({ block: 'nearest' });
    say(`${choices[choice].word}, ${choice + 1} of ${choices.length}`);
  } else {
    text.removeAttribute('aria-activedescendant');
  }
}

function choose() {
  const text = $('#text');
  const end = text.selectionStart;
  const start = text.value.slice(0, end).search(/[@#/][^\s@#/]*$/);
  const word = `${choices[choice].word} `;
  text.value = text.value.slice(0, start) + word + text.value.slice(end).trimStart();
  text.selectionStart = text.selectionEnd = start + word.length;
  choices = [];
  showChoices();
  grow();
}

$('#text').addEventListener('input', () => { grow(); complete(); });
$('#text').addEventListener('blur', () => { choices = []; showChoices(); });
$('#text').addEventListener('keydown', event => {
  if (event.isComposing) return;
  if (choices.length && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
    event.preventDefault();
    choice = (choice + (event.key === 'ArrowDown' ? 1 : choices.length - 1)) % choices.length;
    showChoices();
  } else if (choices.length && (event.key === 'Tab' || event.key === 'Enter')) {
    event.preventDefault();
    choose();
  } else if (choices.length && event.key === 'Escape') {
    choices = [];
    showChoices();
  } else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    $('#composer').requestSubmit();
  }
});

$('#composer').addEventListener('submit', async event => {
  event.preventDefault();
  const text = $('#text');
  const line = text.value.trim();
  if (!line) return;
  text.value = '';
  drafts.delete(`${here.as} ${here.at}`);
  choices = [];
  showChoices();
  grow();
  await act('say', { text: line });
  if (narrow.matches) showTries(false);
  $('#scroll').scrollTop = $('#scroll').scrollHeight;
});

// ---- around it

$('#menu').addEventListener('click', () => {
  const open = document.body.classList.toggle('menu-open');
  $('#menu').setAttribute('aria-expanded', String(open));
  if (open) $('#as').focus();
});

document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && document.body.classList.contains('menu-open')) $('#menu').click();
});

const narrow = matchMedia('(max-width: 1180px)');
function showTries(show) {
  document.body.classList.toggle('no-tries', !show);
  $('#hide').textContent = show ? 'Hide' : 'Show';
  $('#hide').setAttribute('aria-expanded', String(show));
}
$('#hide').addEventListener('click', () => showTries(document.body.classList.contains('no-tries')));

const dark = matchMedia('(prefers-color-scheme: dark)');
function theme(name) {
  document.documentElement.dataset.theme = name;
  try { localStorage.setItem('theme', name); } catch (e) { /* private windows keep nothing */ }
}
try {
  const kept = localStorage.getItem('theme');
  if (kept) document.documentElement.dataset.theme = kept;
} catch (e) { /* private windows keep nothing */ }
$('#theme').addEventListener('click', () => {
  const now = document.documentElement.dataset.theme || (dark.matches ? 'dark' : 'light');
  theme(now === 'dark' ? 'light' : 'dark');
});

window.addEventListener('popstate', async () => {
  const past = new URLSearchParams(location.search);
  here.as = past.get('as') || '';
  here.at = past.get('at') || '';
  await arrive();
});

setInterval(refresh, 20000);
arrive().then(watch);
