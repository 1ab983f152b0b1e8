// Work that may hang, crash or eat memory is done in a child process, so that whatever happens there is an answer.

protected constant MOST_MEMORY_BYTES = 2 << 30;
protected constant MICROSECONDS = 1000000;

// What a child sends are lines of JSON: any number of these, then one answer.
protected constant SO_FAR = "so far";
protected constant ANSWER = "answer";

typedef function(mapping:void) Teller;

//! What work returned. When it does not, ([ "failed": why ]) together with what it told first; why is "timeout",
//! "crash" or "exception". Work is given a function by which to tell.
mapping run(function(Teller:mapping) work, float seconds)
{
  Stdio.File reading = Stdio.File();
  Stdio.File writing = reading->pipe(Stdio.PROP_IPC);
  object child = fork();
  if (!child)
    answer_and_leave(work, writing, seconds);
  writing->close();
  String.Buffer received = String.Buffer();
  int(0..1) ended = receive(reading, received, seconds);
  reading->close();
  if (!ended)
    child->kill(signum("SIGKILL"));
  int status = child->wait();
  mapping sent = decoded(received->get());
  if (sent[ANSWER])
    return sent[ANSWER];
  mapping why = ended ? ([ "failed": "crash", "status": status, "signal": child->last_signal() ])
                      : ([ "failed": "timeout" ]);
  return why + (sent[SO_FAR] || ([]));
}

protected void answer_and_leave(function(Teller:mapping) work, Stdio.File writing, float seconds)
{
  // Should the server die, its child must not live on.
  alarm((int)seconds + 2);
  System.setrlimit("core", 0, 0);
  System.setrlimit("as", MOST_MEMORY_BYTES, MOST_MEMORY_BYTES);
  mapping answer;
  mixed error = catch (answer = work(lambda(mapping told) { send(writing, SO_FAR, told); }));
  if (error)
    answer = ([ "failed": "exception", "message": describe_error(error) ]);
  send(writing, ANSWER, answer);
  _exit(0);
}

protected void send(Stdio.File to, string what, mapping content)
{
  to->write("%s\n", string_to_utf8(Standards.JSON.encode(([ what: content ]))));
}

//! Adds what comes to received. Returns whether the other end was closed in time.
protected int(0..1) receive(Stdio.File from, String.Buffer received, float seconds)
{
  int deadline = gethrtime() + (int)(seconds * MICROSECONDS);
  from->set_nonblocking();
  for (int now = gethrtime(); now < deadline; now = gethrtime()) {
    // It returns too early when a signal comes, such as that of the child before. Only what is read tells.
    from->peek((deadline - now) / (float)MICROSECONDS);
    string some = from->read(65536, 1);
    if (some == "")
      return 1;
    if (some)
      received->add(some);
  }
  return 0;
}

// The first of each kind counts. A line that was cut short when the child died does not.
protected mapping decoded(string lines)
{
  mapping sent = ([]);
  foreach ((lines / "\n")[..<1], string line)
    sent = Standards.JSON.decode_utf8(line) | sent;
  return sent;
}
