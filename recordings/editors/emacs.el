;;; The whole configuration of the Emacs that makes recordings.  -*- lexical-binding: t -*-

;; Eglot as it is, C in the style of the workspace, and a socket by which the
;; driver can ask how things stand.  No packages but eglot.

;; Before Emacs 29 eglot is a package.
(package-initialize)
(require 'cl-lib)
(require 'eglot)
(require 'flymake)
(require 'imenu)
(require 'json)
(require 'server)
(require 'xref)

(setq auto-save-default nil
      confirm-kill-processes nil
      create-lockfiles nil
      inhibit-startup-screen t
      isearch-lax-whitespace nil
      make-backup-files nil
      ring-bell-function #'ignore
      vc-handled-backends nil)

(setq c-default-style "k&r")
(setq-default c-basic-offset 4 indent-tabs-mode nil)

(setq eglot-autoshutdown nil
      eglot-events-buffer-size 0
      imenu-auto-rescan t
      imenu-max-item-length nil
      xref-prompt-for-identifier nil)

(defvar session-root (file-name-as-directory (getenv "SESSION_ROOT")))
(defvar session-exit-status nil "The exit status of the server, once it has ended.")
(defvar session-published (make-hash-table :test #'equal)
  "The document version that the last diagnostics of a file were about.")

;; The workspace is the project, whatever folders are above it.
(setq project-find-functions (list (lambda (_) (cons 'transient session-root))))
(add-to-list 'eglot-server-programs
             (cons 'c-mode (json-parse-string (getenv "SESSION_COMMAND")
                                              :array-type 'list)))
(add-hook 'c-mode-hook #'eglot-ensure)

;; Eglot kills the server right after sending it `exit'.  A recorder that is
;; killed cannot close its file, so the server gets the time to end by itself.
(advice-add 'jsonrpc-shutdown :before
            (lambda (connection &rest _)
              (let ((process (jsonrpc--process connection))
                    (deadline (+ (float-time) 10)))
                (while (and (process-live-p process) (< (float-time) deadline))
                  (accept-process-output process 0.05))
                (setq session-exit-status (process-exit-status process)))))

(advice-add 'eglot-handle-notification :after
            (lambda (_server method &rest params)
              (when (eq method 'textDocument/publishDiagnostics)
                (puthash (file-name-nondirectory (plist-get params :uri))
                         (plist-get params :version)
                         session-published))))

;;; What the driver asks

(defun session-problems ()
  "How many errors the buffer has; nil while that is not about its latest text."
  (when (and (eglot-managed-p)
             (not eglot--recent-changes)
             (equal eglot--versioned-identifier
                    (gethash (file-name-nondirectory buffer-file-name)
                             session-published)))
    (cl-count 'flymake-error (flymake-diagnostics)
              :key (lambda (problem)
                     (flymake--lookup-type-property
                      (flymake-diagnostic-type problem) 'flymake-category)))))

(defun session-pending ()
  "How many requests are not answered."
  (let ((server (eglot-current-server)))
    (if server (hash-table-count (jsonrpc--request-continuations server)) 0)))

(defun session-documentation ()
  "What eldoc shows."
  (if (buffer-live-p eldoc--doc-buffer)
      (with-current-buffer eldoc--doc-buffer (buffer-string))
    ""))

(defun session-completions ()
  "The text of the list of completions, if it is shown."
  (if (get-buffer-window "*Completions*")
      (with-current-buffer "*Completions*" (buffer-string))
    ""))

(defun session-state ()
  "Everything the driver waits for, as JSON."
  (with-current-buffer (window-buffer (selected-window))
    (json-encode
     (list :buffer (buffer-name)
           :mode (symbol-name major-mode)
           :line (buffer-substring-no-properties
                  (line-beginning-position) (line-end-position))
           :before (buffer-substring-no-properties (line-beginning-position) (point))
           :text (buffer-substring-no-properties (point-min) (point-max))
           :modified (mapcar #'buffer-name
                             (cl-remove-if-not
                              (lambda (buffer) (and (buffer-file-name buffer)
                                                    (buffer-modified-p buffer)))
                              (buffer-list)))
           :managed (if (eglot-managed-p) t :json-false)
           :prompt (if (active-minibuffer-window) (or (minibuffer-prompt) "") "")
           :answer (if (active-minibuffer-window)
                       (with-current-buffer (window-buffer (active-minibuffer-window))
                         (minibuffer-contents-no-properties))
                     "")
           :problems (session-problems)
           :pending (session-pending)
           :documentation (session-documentation)
           :completions (session-completions)
           :echo (or (current-message) "")
           :exited session-exit-status))))

(defun session-messages ()
  "The last messages, for a report of failure."
  (with-current-buffer "*Messages*"
    (buffer-substring-no-properties (max (point-min) (- (point-max) 3000)) (point-max))))

(setq server-socket-dir (expand-file-name "emacs" (getenv "XDG_RUNTIME_DIR"))
      server-name "session")
(server-start)
