int main(int argc, array(string) argv) {
  for (int i = 0; i < argc; i++) if (i & 1) continue; else { again: while (i) break again; }
  foreach (argv; int i; string s) do { s = s[1..<2] + s[?0]; } while (sizeof(s) > 3);
  switch (argc) { case 1..2: return 0; case 'a': default: }
  [int a, string b] = ({ 1, "x" });
  mixed e = catch { throw(([ "k": (<1, 2>) ])); } || gauge (a->b->?c(@argv));
  sscanf("1 2", "%d %d", int x, a);
  string t = #"lines
of text" + #(literal#) + "escaped \
line";
  return lambda(mixed m) { return (int)m ?: [object]m ? ::f(m) : predef::x; }(e);
}
