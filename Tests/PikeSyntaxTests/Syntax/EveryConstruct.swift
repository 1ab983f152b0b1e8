/// Texts in which each kind of node occurs.
enum EveryConstruct {
  static let healthy = """
    #!/usr/bin/env pike
    #pike 8.0
    #include "none.h"
    #define PAIR(a, b) int a = 1; string b;
    #define EMPTY
    #undef NOTHING
    #define EACH(x) foreach (x, mixed item)
    #define JOIN(a) int make_##a(); string name_##a = #a;
    //! The file.

    inherit Stdio.File : file;
    inherit "old.pike" : "older";
    protected inherit .Near;
    import Tools.X;
    import "./there";
    ;
    constant one = 1, two = one + 1;
    private constant three = 3;
    typedef int(0..255)|string(8bit) byte_or_text;
    typedef function(int, string ... : mapping(string:array(int))) callback;
    private { int hidden; }
    #if constant(thread_create)
    int with_threads;
    #elif 0
    int never;
    #else
    this is not code {{ at all "
    #endif
    PAIR(first, second)
    JOIN(thing)
    EMPTY int after_empty;
    __deprecated__ int old_function(int x);
    __attribute__("noreturn") void leave() { exit(1); }
    __deprecated__(int) odd_type;
    __attribute__("a" "b", int) odder_type;
    int a, b = 2, c = ({ 1, @b })[0];
    object(Stdio.File) f;
    object("there.pike") g;
    program(Child) p;
    multiset(string) names = (< "a", "b" >);
    mapping m = ([ "a": 1, b: ({ }), ]);
    int(-1..) from_minus_one;
    float x; mixed y; void|global.Foo z; predef::Bar w; A::B.C v; .D u; array plain;
    static final int sum(int first, void|string second, mixed ... rest) {
      return first + sizeof(second || "") - sizeof(rest);
    }
    class Child (private int made, string told) {
      inherit Parent;
      int method();
      protected void create(int ... args) { ::create(@args); Parent::create(); }
    }
    enum Level { Low, Middle = 5, High }
    enum { Alone }
    mixed work(array(int) list, Child other) {
      int i, j = 3;
      string s = "one" "two" + #"many
    lines" + 'x' + 1.5 + 0x1f;
      constant inner = 2, more = 3;
      import Standards.URI;
      { ; }
      if (i > 3 && j <= 4 || !s) i++; else if (~i) { --j; } else return 0;
      while (int k = next()) break;
      do { continue; } while (i != j);
      for (int n = 0, o = 1; n < 3; n++, o--) ;
      for (;;) { break outer; }
      foreach (list, int value) write(value);
      foreach (m; string key; [int q, mixed r]) { s += key; }
      foreach (m; ; mixed only) ;
      EACH(list) s += item;
      outer: switch (i) {
        case 1: case 2..3: case ..4: i = 1; break;
        case "x": default: i <<= 2;
      }
      [i, j] = ({ j, i });
      [int fresh, [string deep, i]] = other->pair()[0];
      i = j = other->value->?more[1..<2][?3]->deep(1, @list) { return 5; };
      s = i ? "a" : j ? "b" : "c";
      (int)s; [int]s; -i; (i, j); i?:j;
      object o = class (int own) { int inside; }(5);
      mixed err = catch { throw(1); };
      gauge { i; };
      catch (work(1)); typeof(i); sscanf(s, "%d", int got, i);
      function fn = lambda (int arg) { return arg * 2; };
      list[*] += 1; .Local.thing; local::deep; 7.8::old; global.predef_name; this_program::x; __func__; __pragma_save__;
      int nested(int z) { return z; };
      enum { Inside };
    #ifdef NEVER
      never();
    #else
      always(1
    #if 0
        , 2
    #endif
        );
    #endif
      return [array(int)]({ i, s[<3..], s[..2], s[..] });
    }
    int `+(mixed with) { return 1; }
    //! The end.
    """

  static let broken = [
    "int ;", "int x", "int f(", "class {", "class", "enum E { A B = , }", "inherit ;", "import",
    "constant = ; constant c;",
    "typedef ;", "typedef int;", "private", "static __deprecated__", "}", "int f() { if }", "int f() { if ( }",
    "int f() { if (a) else }", "int f() { else b; }", "int f() { while }", "int f() { do x; }", "int f() { do }",
    "int f() { for (;) }", "int f() { for }", "int f() { foreach (a) }", "int f() { foreach (a; b) ; }",
    "int f() { case }",
    "int f() { switch (a) { case 1 b; default c; } }", "int f() { return }", "int f() { a = ; }", "int f() { a + ; }",
    "int f() { a ? b }", "int f() { a ? : ; }", "int f() { a + b = c; }", "int f() { -; }", "int f() { (int); }",
    "int f() { [a, ; }", "int f() { a-> ; }", "int f() { a->if; a.if; }", "int f() { a[; }", "int f() { a[1..; }",
    "int f() { a(b c, , d; }", "int f() { ({ 1, , ; }", "int f() { ([ 1, 2: , : ]); }", "int f() { (< ; }",
    "int f() { lambda; catch; gauge; typeof; sscanf; }", "int f() { sscanf(a; }", "int f() { sscanf(a, b, ; }",
    "int f(int, string if, ... x, Foo, mapping( y)", "array( x; mapping(int x; function(int x; object( x;", "int|x;",
    "int(1.. x; string(8bit x;", "A. x; A:: ; ::", "int f() { int x = , y }", "int f() { int g( }", "int f() { @ }",
    "class A ( {", "class A (private", "int f() { class; enum; }", "int if = 3;", "int f() { \"a", "int f() { 'a",
    "/* a",
    "#if\nint x", "#define\n#define A(\nA(", "#else\n#endif\nint x;",
    "int f() { foo\n#if 1\n(\n#else\n[\n#endif\n1); }",
    "predef x; global y;", "global\npredef\nlocal\n", "int f() {\nlocal\nglobal\n}", "int f() { x: }",
    "#define D int a; }\nclass C { D\nD D", "int f() { do ; while }", "",
    "\u{FEFF}int x;",
    "#define T int\n#define N(x) x = x + x\nT N(a), N(b);\nvoid f(T q) { T N(c); N(d); }",
    "inherit A : ;", "inherit A : if;", "int f() { if (int x = 1) int y; else string z; }",
    "int f() { break 1; continue }",
  ]
}
