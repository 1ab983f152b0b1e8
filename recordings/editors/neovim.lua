-- The whole configuration of the Neovim (0.7 or newer) that makes recordings:
-- one language client, completion while typing after a member access, and the
-- usual keys. No plugins.

vim.cmd('filetype plugin indent off')
vim.cmd('syntax off')
vim.o.completeopt = 'menuone,noselect,noinsert'
vim.g.c_syntax_for_h = 1
vim.o.autoindent = false
vim.o.expandtab = true
vim.o.hidden = true
vim.o.more = false
vim.o.cmdheight = 3
vim.o.shortmess = 'aoOtTIcF'
vim.o.shiftwidth = 4
vim.o.updatetime = 700

-- What the driver asks about.
Session = { exited = nil, published = {}, messages = {} }

local client_id
local pending_completion
local resolved_item
local typed

local function client()
  return client_id and vim.lsp.get_client_by_id(client_id)
end

local function provides(capability)
  local current = client()
  return current and current.server_capabilities[capability]
end

-- Completion while typing -----------------------------------------------------

local function show_completions(position, result, offset_encoding)
  local line = vim.api.nvim_get_current_line()
  local here = vim.api.nvim_win_get_cursor(0)
  local moved = here[1] ~= position[1] or here[2] ~= position[2]
  if moved or vim.fn.mode() ~= 'i' then return end
  local start = vim.fn.match(line:sub(1, here[2]), '\\k*$')
  local prefix = line:sub(start + 1, here[2])
  local items = vim.lsp.util.text_document_completion_list_to_complete_items(result, prefix)
  vim.fn.complete(start + 1, items)
end

-- Asks again after every character of a member's name; the question before is
-- withdrawn if it is still open, as completion plugins do.
local function complete_member()
  local before = vim.api.nvim_get_current_line():sub(1, vim.api.nvim_win_get_cursor(0)[2])
  local member = before:match('[%w_%)%]]%.[%w_]*$') or before:match('[%w_%)%]]%->[%w_]*$')
  if not member then return end
  local current = client()
  if pending_completion and current.requests[pending_completion] then
    current.cancel_request(pending_completion)
  end
  local position = vim.api.nvim_win_get_cursor(0)
  local _
  _, pending_completion = current.request(
    'textDocument/completion',
    vim.lsp.util.make_position_params(0, current.offset_encoding),
    function(error, result)
      if result and not error then show_completions(position, result) end
    end,
    vim.api.nvim_get_current_buf()
  )
end

function Session.on_char()
  typed = vim.v.char
end

-- Runs after each change in insert mode; a change that was typed asks.
function Session.on_text_changed()
  local char = typed
  typed = nil
  if not char then return end
  if provides('completionProvider') then complete_member() end
  if (char == '(' or char == ',') and provides('signatureHelpProvider') then
    vim.lsp.buf.signature_help()
  end
end

local function lsp_item(completed_item)
  local data = completed_item and completed_item.user_data
  return type(data) == 'table' and vim.tbl_get(data, 'nvim', 'lsp', 'completion_item') or nil
end

-- A server that resolves items is asked about the one that is selected, while
-- the text is still as it was when the menu came up.
function Session.on_complete_changed()
  resolved_item = nil
  local item = lsp_item(vim.v.event.completed_item)
  local completion = provides('completionProvider')
  if not item or type(completion) ~= 'table' or not completion.resolveProvider then return end
  local buffer = vim.api.nvim_get_current_buf()
  vim.schedule(function()
    client().request('completionItem/resolve', item, function(_, resolved)
      resolved_item = resolved
    end, buffer)
  end)
end

-- An accepted item may bring edits elsewhere in the file (an import, for one).
function Session.on_complete_done()
  local item = resolved_item or lsp_item(vim.v.completed_item)
  if not item or not item.additionalTextEdits then return end
  local buffer = vim.api.nvim_get_current_buf()
  vim.lsp.util.apply_text_edits(item.additionalTextEdits, buffer, client().offset_encoding)
end

function Session.on_cursor_hold()
  if provides('documentHighlightProvider') then vim.lsp.buf.document_highlight() end
end

-- Keys -------------------------------------------------------------------------

local function map(mode, keys, command, options)
  vim.keymap.set(mode, keys, command, options)
end

map('n', 'K', vim.lsp.buf.hover)
map('n', 'gd', vim.lsp.buf.definition)
map('n', 'gr', function() vim.lsp.buf.references() end)
map('n', 'gO', vim.lsp.buf.document_symbol)
map('n', 'gW', function() vim.lsp.buf.workspace_symbol() end)
map('n', 'gR', function() vim.lsp.buf.rename() end)
map('n', ']d', function() vim.diagnostic.goto_next({ float = false }) end)
map('i', '<C-s>', vim.lsp.buf.signature_help)
-- A line break is a line break, even while the menu is up.
map('i', '<CR>', 'pumvisible() ? "<C-e><CR>" : "<CR>"', { expr = true })

-- The client --------------------------------------------------------------------

local function on_publish(error, result, context, config)
  Session.published[result.uri] = result.version or true
  vim.lsp.diagnostic.on_publish_diagnostics(error, result, context, config)
end

-- Stays up while the arguments are typed, and never takes the cursor.
local show_signature = vim.lsp.with(vim.lsp.handlers.signature_help, {
  close_events = { 'CursorMoved', 'InsertLeave', 'BufHidden' },
  focusable = false,
  silent = true,
})

-- What a client that watches files would say; Neovim watches only since 0.10.
-- A change is { path, type }, the type being 1 (made), 2 (changed) or 3 (gone).
function Session.tell_of_changes(changes)
  client().notify('workspace/didChangeWatchedFiles', {
    changes = vim.tbl_map(function(change)
      return { uri = vim.uri_from_fname(change[1]), type = change[2] }
    end, changes),
  })
end

local is_new = {}

local function note_whether_new(event)
  is_new[event.buf] = vim.fn.filereadable(vim.api.nvim_buf_get_name(event.buf)) == 0
end

local function tell_of_saved_file(event)
  local path = vim.api.nvim_buf_get_name(event.buf)
  Session.tell_of_changes({ { path, is_new[event.buf] and 1 or 2 } })
end

-- As when somebody has saved other settings for the project.
function Session.configure(settings)
  local current = client()
  current.config.settings = { [current.config.filetype] = settings }
  current.notify('workspace/didChangeConfiguration', { settings = current.config.settings })
end

local function attach(event)
  if vim.lsp.buf_is_attached(event.buf, client_id) then return end
  vim.lsp.buf_attach_client(event.buf, client_id)
  local function on(events, callback)
    vim.api.nvim_create_autocmd(events, { buffer = event.buf, callback = callback })
  end
  vim.bo[event.buf].omnifunc = 'v:lua.vim.lsp.omnifunc'
  on('InsertCharPre', Session.on_char)
  on({ 'TextChangedI', 'TextChangedP' }, Session.on_text_changed)
  on('CompleteChanged', Session.on_complete_changed)
  on('CompleteDone', Session.on_complete_done)
  on('CursorHold', Session.on_cursor_hold)
  on({ 'CursorMoved', 'InsertEnter' }, vim.lsp.buf.clear_references)
end

-- Starts the server for all files of a type. A server that keeps an index of
-- the files on disk needs to be told of those that change there.
function Session.start(command, root, filetype, tell_of_saved_files, settings)
  -- nil comes as a value of its own.
  settings = settings ~= vim.NIL and { [filetype] = settings } or nil
  if tell_of_saved_files then
    vim.api.nvim_create_autocmd('BufWritePre', { callback = note_whether_new })
    vim.api.nvim_create_autocmd('BufWritePost', { callback = tell_of_saved_file })
  end
  vim.diagnostic.config({ virtual_text = false, update_in_insert = false })
  client_id = vim.lsp.start_client({
    name = 'session',
    cmd = command,
    cmd_cwd = root,
    root_dir = root,
    settings = settings,
    filetype = filetype,
    init_options = settings,
    workspace_folders = { { name = vim.fn.fnamemodify(root, ':t'), uri = vim.uri_from_fname(root) } },
    handlers = {
      ['textDocument/publishDiagnostics'] = on_publish,
      ['textDocument/signatureHelp'] = show_signature,
    },
    on_exit = function(code, signal) Session.exited = { code, signal } end,
  })
  vim.api.nvim_create_autocmd('FileType', { pattern = filetype, callback = attach })
end

function Session.request(method, parameters)
  client().request(method, parameters, function() end)
end

function Session.stop()
  vim.lsp.stop_client(client_id)
end

-- What the driver waits for -------------------------------------------------------

function Session.ready()
  local current = client()
  return current ~= nil and current.initialized == true
end

-- Whether every question has been answered.
function Session.idle()
  local current = client()
  return current ~= nil and vim.tbl_isempty(current.requests)
end

-- How many problems of a severity a file has, once what the server published
-- is about the text that it was last sent; nil until then.
function Session.problems(buffer, severity)
  local current = client()
  local published = Session.published[vim.uri_from_bufnr(buffer)]
  local sent = vim.lsp.util.buf_versions[buffer]
  if type(published) == 'number' and published ~= sent then return nil end
  if not published then return nil end
  return #vim.diagnostic.get(buffer, { severity = severity and { min = severity } })
end

-- The text of the floating window (hover, signature help), if there is one.
function Session.float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      local buffer = vim.api.nvim_win_get_buf(window)
      return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
    end
  end
  return ''
end

-- The words in the completion menu and the number of the selected one.
function Session.menu()
  local info = vim.fn.complete_info({ 'pum_visible', 'items', 'selected' })
  if info.pum_visible == 0 then return { words = {}, selected = -1 } end
  local words = vim.tbl_map(function(item) return item.word end, info.items)
  return { words = words, selected = info.selected }
end
