// Sends one released request from a page without origin. A plain script: such a page may load no module.
(() => {
  const text = window.name;
  window.name = '';
  if (text === '') return;
  const { url, method, enctype, fields } = JSON.parse(text);
  if (!/^https?:/i.test(url)) return;
  if (method === 'GET') {
    location.replace(url);
    return;
  }
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  form.acceptCharset = 'utf-8';
  if (enctype !== undefined) form.enctype = enctype;
  for (const [name, value] of fields) {
    // A textarea keeps line breaks, which an input would take away.
    const field = document.createElement('textarea');
    field.name = name;
    field.value = value;
    form.append(field);
  }
  form.hidden = true;
  document.body.append(form);
  // A field named “submit” hides the form's own method.
  HTMLFormElement.prototype.submit.call(form);
})();
