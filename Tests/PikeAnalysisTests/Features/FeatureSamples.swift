/// Pike code that has a bit of everything, and code that is broken in many ways.
enum FeatureSamples {
  static let all = [shapes, broken, macros, odd]

  static let shapes = #"""
    //! A file about shapes.
    #pike 8.0
    #include "shared.h"
    #include <system.h>
    inherit Base : base;
    import Stdio;

    constant VERSION = "1.0", LIMIT = 3;
    typedef int|string Key;
    enum Colour { RED, GREEN = 5, BLUE }
    private mapping(string:array(int)) table = ([ "a": ({ 1, 2 }), "b": ({ }) ]);

    //! A shape.
    class Shape (protected string name) {
      inherit .Sibling;
      int|float size = 1.5;
      //! @param other
      //!   Another @[Shape].
      //! @returns
      //!   Whether it is larger.
      int(0..1) larger(Shape other, int|void slack, mixed ... rest) {
        if (!other) return 0;
        else if (other->size < size) { return 1; }
        foreach (rest; int i; mixed value) {
          switch (value) {
            case 1..3: write("%d\n", i); break;
            case RED: continue;
            default: other->larger(this, i)->x.y[0][<1..]->z++;
          }
        }
        return catch { error("no %s", name); } ? 1 : base::larger(other, @rest);
      }
      protected void create(string|void n) { ::create(n); name = n || "none"; }
    }

    int main(int argc, array(string) argv) {
      Shape shape = Shape("x");
      function(int, string : void) f = lambda(int a, string b) { shape->size += a; };
      [int first, string second] = ({ 1, "two" });
      sscanf(argv[0], "%d %s", int number, second);
      for (int i = 0, j = 1; i < sizeof(argv); i++) { f(i, argv[i]); }
      do { first--; } while (first > 0);
      int inner(int z) { return z + number; };
      multiset(int) seen = (< 1, 2 >);
      object(Stdio.File) file = Stdio.File("a", "r");
      file->read(10);
      return inner(seen[1] ? 3 : -4) + .Other.value + global::main(0, ({}));
    }
    """#

  static let broken = #"""
    class A {
      int x = ;
      void f( { x->
      int g(int a, { return a +
    }
    void h() { if (a { b( ; } else else foo->; "unclosed
    int k = ({ 1, 2;
    #if X
    void l() { ([ 1: }
    #else
    }}} ))
    inherit ; import . ; enum { , } typedef ; constant = ;
    A::B::->? .. ... @ private lambda( catch gauge [a, b =
    /* not closed
    """#

  static let macros = #"""
    #define TWICE(X) ((X) + (X))
    #define DECLARE(NAME) int NAME() { return TWICE(1); }
    #define EMPTY
    #if constant(Foo.Bar) && defined(EMPTY)
    DECLARE(foo)
    #elif 0
    this is not code
    #else
    DECLARE(bar) EMPTY
    #endif
    int x = TWICE(foo()) + TWICE( TWICE(x) ->y );
    #ifdef EMPTY
    string s = "a" __FILE__ #"b
    c" ;
    #endif
    #undef EMPTY
    """#

  static let odd =
    "\u{FEFF}int ä = 1; // 😀\r\n/* é */ string \u{1F600} = \"😀\"->ä;\r\rvoid f() { ä.b(\u{10FFFF}); }\u{0}\t;"
}
