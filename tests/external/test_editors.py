"""The settings of docs/editors.md, run by the editors that they are for."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import ROOT

TEXT = "[driver.a]\ntitle=A\n[operation.x]\ntitle=X\nstatus=Optional\ndriver.a=compelte\n"
PAGE = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
# What stands in for vim.lsp.config where there is none, and starts what it is given.
CONFIG = """
if not vim.lsp.config then
  local known = {}
  vim.lsp.config = function(name, config) known[name] = config end
  vim.lsp.enable = function(name)
    vim.api.nvim_create_autocmd('FileType', { pattern = known[name].filetypes, callback = function()
      local config = { name = name, cmd = known[name].cmd, root_dir = vim.fn.getcwd() }
      vim.lsp.buf_attach_client(0, vim.lsp.start_client(config))
    end })
  end
end
"""
NEOVIM = """
vim.cmd('edit support-matrix.ini')
vim.wait(20000, function() return #vim.diagnostic.get(0) == 2 end, 50)
local found = {}
for _, each in ipairs(vim.diagnostic.get(0)) do
  table.insert(found, each.code .. ' ' .. each.lnum .. ':' .. each.col)
end
local options = { tabSize = 4, insertSpaces = true }
local params = { textDocument = vim.lsp.util.make_text_document_params(), options = options }
for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/formatting', params, 20000)) do
  vim.lsp.util.apply_text_edits(answer.result, 0, 'utf-16')
end
table.insert(found, vim.fn.getline(5))
vim.fn.writefile(found, 'found')
vim.cmd('qa!')
"""
EMACS = """
(require 'eglot)
(require 'flymake)
(setq eglot-sync-connect 20 eglot-autoshutdown t)
(find-file "support-matrix.ini")
(run-hooks 'post-command-hook)
(with-timeout (20) (while (< (length (flymake-diagnostics)) 2) (accept-process-output nil 0.1)))
(defun place (each) (line-number-at-pos (flymake-diagnostic-beg each)))
(defun before (one other) (< (place one) (place other)))
(defun shown (each) (format "%s %s" (place each) (flymake-diagnostic-type each)))
(let ((found (mapcar #'shown (sort (flymake-diagnostics) #'before))))
  (eglot-format-buffer)
  (goto-char (point-min))
  (forward-line 4)
  (let ((line (buffer-substring (line-beginning-position) (line-end-position))))
    (with-temp-file "found"
      (insert (mapconcat #'identity (append found (list line "")) "\n")))))
"""


def block(language: str) -> str:
    (found,) = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert isinstance(found, str)
    return found


def run(folder: Path, *words: str) -> list[str]:
    """Run an editor, and return the lines that it leaves in the file ``found``."""
    if not shutil.which(words[0]):
        pytest.skip(f"{words[0]} is not installed: run tests/external/install")
    (folder / "support-matrix.ini").write_text(TEXT, encoding="utf-8")
    paths = os.pathsep.join([os.path.dirname(sys.executable), os.environ["PATH"]])
    done = subprocess.run(
        words,
        check=False,
        capture_output=True,
        text=True,
        timeout=90,
        env=os.environ | {"PATH": paths},
        stdin=subprocess.DEVNULL,
    )
    assert (folder / "found").exists(), done.stdout + done.stderr
    return (folder / "found").read_text(encoding="utf-8").splitlines()


@pytest.mark.external
def test_neovim_shows_findings_and_makes_safe_fixes(folder: Path) -> None:
    (folder / "init.lua").write_text(CONFIG + block("lua"), encoding="utf-8")
    (folder / "try.lua").write_text(NEOVIM, encoding="utf-8")
    words = ("nvim", "--headless", "-u", "init.lua", "-c", "luafile try.lua", "-c", "qa!")

    assert run(folder, *words) == ["MX301 4:7", "MX401 5:9", "status=optional"]


@pytest.mark.external
def test_emacs_shows_findings_and_makes_safe_fixes(folder: Path) -> None:
    (folder / "try.el").write_text(block("elisp") + EMACS, encoding="utf-8")
    words = ("emacs", "--batch", "-l", "package", "-f", "package-initialize", "-l", "try.el")

    assert run(folder, *words) == ["5 eglot-error", "6 eglot-error", "status=optional"]


def test_the_other_settings_can_be_read() -> None:
    code = json.loads(block("json"))
    helix = tomllib.loads(block("toml"))

    assert [code["glspc.server.command"], *code["glspc.server.commandArguments"]] == [
        *("matrixlint", "lsp")
    ]
    server = helix["language-server"]["matrixlint"]
    assert [server["command"], *server["args"]] == ["matrixlint", "lsp"]
