// Where a file is chosen: it may be dropped as well, and one that is too large is not sent at all.
'use strict';
(() => {
  const form = document.getElementById('new-import');
  const file = document.getElementById('file');
  const fault = document.getElementById('file-fault');
  const reading = document.getElementById('reading');
  const button = form.querySelector('.actions button');

  const isTooLarge = () => file.files.length > 0 && file.files[0].size > Number(form.dataset.most);
  const judge = () => {
    fault.textContent = isTooLarge() ? form.dataset.tooLarge : '';
    file.setAttribute('aria-invalid', String(isTooLarge()));
  };
  file.addEventListener('change', judge);

  document.getElementById('drop-hint').hidden = false;
  const holdsFile = event => [...event.dataTransfer.types].includes('Files');
  const over = isOver => form.classList.toggle('over', isOver);
  form.addEventListener('dragover', event => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    over(true);
  });
  form.addEventListener('dragleave', event => {
    if (!form.contains(event.relatedTarget)) over(false);
  });
  form.addEventListener('drop', event => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    over(false);
    file.files = event.dataTransfer.files;
    file.focus();
    judge();
  });

  form.addEventListener('submit', event => {
    judge();
    if (isTooLarge()) {
      event.preventDefault();
      return file.focus();
    }
    button.disabled = true;
    reading.textContent = form.dataset.reading;
  });
  // On the way back the page is as it was left.
  addEventListener('pageshow', () => {
    button.disabled = false;
    reading.textContent = '';
  });
})();
