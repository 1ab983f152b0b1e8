// Holds claims about calls against pike's compiler. Each line of the input is `name taken refused`: a name, and the numbers
// of arguments, separated by commas, with which a call of it compiles and does not compile. Prints where pike disagrees.

class Handler {
  int(0..1) failed;
  void compile_error(string file, int line, string message) { failed = 1; }
  void compile_warning(string file, int line, string message) {}
}

int(0..1) compiles(string expression) {
  Handler handler = Handler();
  mixed thrown = catch {
    compile_string("mixed f(mixed a) { return " + expression + "; }", "call", handler);
  };
  return !thrown && !handler->failed;
}

int main() {
  int claims, wrong;
  void claim(string expression, int(0..1) expected) {
    claims++;
    if (compiles(expression) == expected) return;
    wrong++;
    write("%s: pike %s it\n", expression, expected ? "refuses" : "takes");
  };
  foreach (Stdio.stdin.read() / "\n" - ({ "" }), string line) {
    [string name, string taken, string refused] = line / " ";
    claim(name, 1);
    foreach (({ taken, refused }); int which; string counts)
      foreach (counts / "," - ({ "" }), string count)
        claim(name + "(" + allocate((int)count, "a") * ", " + ")", !which);
  }
  write("%d claims about calls, %d of them wrong\n", claims, wrong);
  return wrong || !claims;
}
